package sc.fiji.imagetomask.oracle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import sc.fiji.imagetomask.Golden;
import sc.fiji.imagetomask.engine.Engine;
import sc.fiji.imagetomask.tone.ClipRange;

/** The masks of a case whose clip ranges and bytes are known beforehand. */
public record KnownMask(MaskCase mask, List<ClipRange> ranges, String sha256) {

    /** The masks listed in {@code masks.tsv} of a folder, of pictures in the folder beside it or below. */
    public static List<KnownMask> read(Path list, Path pictures) {
        Map<String, PngFile> files = new HashMap<>();
        Function<String, PngFile> file =
                name -> files.computeIfAbsent(name, key -> PngFile.read(pictures.resolve(key)));
        try {
            List<String> lines = Files.readAllLines(list);
            int settings = List.of(lines.get(0).split("\t")).indexOf("low");
            return lines.stream()
                    .skip(1)
                    .map(line -> of(line.split("\t"), settings, file))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static KnownMask of(String[] cells, int low, Function<String, PngFile> file) {
        String[] lows = cells[low].split(" ");
        String[] highs = cells[low + 1].split(" ");
        List<ClipRange> ranges = IntStream.range(0, lows.length)
                .mapToObj(i -> new ClipRange(Integer.parseInt(lows[i]), Integer.parseInt(highs[i])))
                .toList();
        return new KnownMask(MaskCase.of(Arrays.copyOf(cells, low), file), ranges, cells[low + 2]);
    }

    /** Whether the engine finds those clip ranges and makes exactly those bytes, from planar and from packed pixels. */
    public boolean isMadeBy(Engine engine) {
        return is(mask.make(engine)) && is(mask.makePacked(engine));
    }

    private boolean is(MaskCase.Result result) {
        return result.ranges().equals(ranges) && Golden.sha256(result.mask()).equals(sha256);
    }

    @Override
    public String toString() {
        return mask.line();
    }
}
