package sc.fiji.imagetomask.oracle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import sc.fiji.imagetomask.Python;

/** The Python script that knows what every mask must be. */
public final class Oracle {

    private static final String HEADING =
            "# picture\tmask\tchannel\tblack\twhite\tgray\tinvert\thue\tstatistics\tinside\toutput\tstains or colours"
                    + "\tclip\twhite2\tblack2";

    private Oracle() {}

    /** What these cases must become, from one run of {@code oracle.py} in that folder. */
    public static List<KnownMask> answers(List<MaskCase> cases, Path folder) {
        List<String> lines = new ArrayList<>(List.of(HEADING));
        for (MaskCase mask : cases) {
            Stream.concat(mask.pictures().stream(), mask.masks().stream())
                    .forEach(picture -> picture.file().write(folder.resolve(picture.name())));
            lines.add(mask.line());
        }
        try {
            Files.write(folder.resolve("cases.tsv"), lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Python.run("oracle.py", folder);
        return KnownMask.read(folder.resolve("masks.tsv"), folder);
    }
}
