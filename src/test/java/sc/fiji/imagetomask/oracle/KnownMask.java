package sc.fiji.imagetomask.oracle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import sc.fiji.imagetomask.Golden;
import sc.fiji.imagetomask.engine.Engine;
import sc.fiji.imagetomask.tone.ClipRange;

/** A mask whose clip range and bytes are known beforehand. */
public record KnownMask(MaskCase mask, ClipRange range, String sha256) {

    /** The masks listed in {@code masks.tsv} of a folder, of pictures in the folder beside it or below. */
    public static List<KnownMask> read(Path list, Path pictures) {
        Map<String, PngFile> files = new HashMap<>();
        Function<String, PngFile> file =
                name -> files.computeIfAbsent(name, key -> PngFile.read(pictures.resolve(key)));
        try {
            return Files.readAllLines(list).stream()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> of(line.split("\t"), file))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static KnownMask of(String[] cells, Function<String, PngFile> file) {
        PngFile given = cells[1].equals("-") ? null : file.apply(cells[1]);
        MaskCase mask = new MaskCase(cells[0], file.apply(cells[0]), cells[1], given, MaskCase.settings(cells, 2));
        return new KnownMask(mask, new ClipRange(Integer.parseInt(cells[7]), Integer.parseInt(cells[8])), cells[9]);
    }

    /** Whether the engine finds that clip range and makes exactly those bytes, from planar and from packed pixels. */
    public boolean isMadeBy(Engine engine) {
        return is(mask.make(engine)) && is(mask.makePacked(engine));
    }

    private boolean is(MaskCase.Result result) {
        return result.range().equals(range) && Golden.sha256(result.mask()).equals(sha256);
    }

    @Override
    public String toString() {
        return mask.line();
    }
}
