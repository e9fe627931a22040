package sc.fiji.imagetomask.oracle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import sc.fiji.imagetomask.Python;

/** The Python script that knows what every mask must be. */
public final class Oracle {

    private Oracle() {}

    /** What these cases must become, from one run of {@code oracle.py} in that folder. */
    public static List<KnownMask> answers(List<MaskCase> cases, Path folder) {
        List<String> lines = new ArrayList<>(List.of("# picture\tmask\tchannel\tblack\twhite\tgray\tinvert"));
        for (MaskCase mask : cases) {
            mask.picture().write(folder.resolve(mask.pictureName()));
            if (mask.mask() != null) mask.mask().write(folder.resolve(mask.maskName()));
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
