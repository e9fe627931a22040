package sc.fiji.imagetomask.ome;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import sc.fiji.imagetomask.zarr.ChunkKeys;
import sc.fiji.imagetomask.zarr.Compression;
import sc.fiji.imagetomask.zarr.DataType;

/**
 * The form of an OME-Zarr image to write. All lists have one entry for each axis, in their order.
 *
 * @param version of OME-Zarr
 * @param type of the values
 * @param axes each of t, c, z, y, x at most once, y and x among them
 * @param shape values along each axis, at least 1
 * @param chunk values of a chunk along each axis, at least 1, at most 256 MiB in all
 * @param scale how far apart values are, in the axis's unit
 * @param translation where the first value is, in the axis's unit
 * @param compression of the chunks
 * @param separator between the numbers in a chunk's name, {@code /} or {@code .}
 * @param levels how many resolutions, 1..64, each half as large along y and x as the one before
 * @param name of the image
 * @param channel its one channel, and how it is meant to be shown
 * @param attributes recorded under the key {@code image-to-mask}: texts, numbers, true, false, lists and maps of them
 */
public record OmeZarrSpec(
        OmeVersion version,
        DataType type,
        List<Axis> axes,
        List<Long> shape,
        List<Integer> chunk,
        List<Double> scale,
        List<Double> translation,
        Compression compression,
        String separator,
        int levels,
        String name,
        OmeChannel channel,
        Map<String, ?> attributes) {

    private static final int USUAL_CHUNK = 1024;
    private static final long MAX_CHUNK_BYTES = 256 << 20;
    private static final int MAX_LEVELS = 64;

    /**
     * An image with the usual settings: version 0.4, chunks of 1024 x 1024, a scale of 1, zstd, {@code /}, resolutions down
     * to one chunk, a white channel named mask that is shown from 0 to the type's largest value, or to 1 for floating point.
     */
    public static OmeZarrSpec of(DataType type, List<Axis> axes, List<Long> shape) {
        List<Integer> chunk = new ArrayList<>();
        for (int d = 0; d < Math.min(axes.size(), shape.size()); d++) {
            boolean inPlane = "yx".contains(axes.get(d).name());
            chunk.add(inPlane ? (int) Math.max(1, Math.min(USUAL_CHUNK, shape.get(d))) : 1);
        }
        return new OmeZarrSpec(
                OmeVersion.V0_4,
                type,
                axes,
                shape,
                chunk,
                Collections.nCopies(axes.size(), 1.0),
                Collections.nCopies(axes.size(), 0.0),
                Compression.named("zstd"),
                "/",
                levelsToOneChunk(axes, shape, chunk),
                "mask",
                new OmeChannel("mask", "FFFFFF", 0, type.isFloat() ? 1 : type.largest()),
                Map.of());
    }

    /** @throws IllegalArgumentException naming what is not allowed */
    public OmeZarrSpec {
        axes = List.copyOf(axes);
        shape = List.copyOf(shape);
        chunk = List.copyOf(chunk);
        scale = List.copyOf(scale);
        translation = List.copyOf(translation);
        Objects.requireNonNull(version);
        Objects.requireNonNull(compression);
        Objects.requireNonNull(channel);
        int rank = axes.size();
        require(Axis.makeAnImage(axes), "axes", axes, "each of " + Axis.NAMES + " at most once, y and x among them");
        require(shape.size() == rank && shape.stream().allMatch(s -> s > 0), "shape", shape, rank + " sizes above 0");
        require(chunk.size() == rank && chunk.stream().allMatch(s -> s > 0), "chunk", chunk, rank + " sizes above 0");
        double chunkBytes = chunk.stream().mapToDouble(Integer::doubleValue).reduce(type.bytes(), (a, b) -> a * b);
        require(chunkBytes <= MAX_CHUNK_BYTES, "chunk", chunk, "at most " + MAX_CHUNK_BYTES + " bytes");
        require(areFinite(scale, rank), "scale", scale, rank + " finite numbers");
        require(areFinite(translation, rank), "translation", translation, rank + " finite numbers");
        require(ChunkKeys.isSeparator(separator), "separator", separator, ChunkKeys.MUST);
        require(levels >= 1 && levels <= MAX_LEVELS, "levels", levels, "1.." + MAX_LEVELS);
    }

    private static boolean areFinite(List<Double> numbers, int count) {
        return numbers.size() == count && numbers.stream().allMatch(Double::isFinite);
    }

    private static void require(boolean allowed, String what, Object value, String must) {
        if (!allowed) throw new IllegalArgumentException(what + " is " + value + ", but must be " + must + ".");
    }

    private static int levelsToOneChunk(List<Axis> axes, List<Long> shape, List<Integer> chunk) {
        int last = 0;
        for (int d = 0; d < chunk.size(); d++)
            while (axes.get(d).isHalved() && Axis.halved(shape.get(d), last) > Math.max(1, chunk.get(d))) last++;
        return last + 1;
    }

    /** Values of that level along each axis. */
    List<Long> shape(int level) {
        return IntStream.range(0, axes.size())
                .mapToObj(d -> axes.get(d).isHalved() ? Axis.halved(shape.get(d), level) : shape.get(d))
                .toList();
    }

    /** How far apart values of that level are. */
    List<Double> scale(int level) {
        return IntStream.range(0, axes.size())
                .mapToObj(d -> axes.get(d).isHalved() ? Math.scalb(scale.get(d), level) : scale.get(d))
                .toList();
    }

    /** Where the middle of the first value of that level is, which stands for several of level 0. */
    List<Double> translation(int level) {
        double shift = (Math.scalb(1.0, level) - 1) / 2;
        return IntStream.range(0, axes.size())
                .mapToObj(d -> translation.get(d) + (axes.get(d).isHalved() ? shift * scale.get(d) : 0))
                .toList();
    }

    /** The same with another version. */
    public OmeZarrSpec withVersion(OmeVersion newVersion) {
        return changed(draft -> draft.version = newVersion);
    }

    /** The same with another compression. */
    public OmeZarrSpec withCompression(Compression newCompression) {
        return changed(draft -> draft.compression = newCompression);
    }

    /** The same with another number of resolutions. */
    public OmeZarrSpec withLevels(int newLevels) {
        return changed(draft -> draft.levels = newLevels);
    }

    /** The same with another name. */
    public OmeZarrSpec withName(String newName) {
        return changed(draft -> draft.name = newName);
    }

    /** The same with other attributes. */
    public OmeZarrSpec withAttributes(Map<String, ?> newAttributes) {
        return changed(draft -> draft.attributes = newAttributes);
    }

    /** The same with other chunks, and resolutions down to one chunk. */
    public OmeZarrSpec withChunk(List<Integer> newChunk) {
        return changed(draft -> {
            draft.chunk = newChunk;
            if (newChunk.size() == axes.size()) draft.levels = levelsToOneChunk(axes, shape, newChunk);
        });
    }

    /** The same with another scale and translation. */
    public OmeZarrSpec withScale(List<Double> newScale, List<Double> newTranslation) {
        return changed(draft -> {
            draft.scale = newScale;
            draft.translation = newTranslation;
        });
    }

    private OmeZarrSpec changed(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return draft.spec();
    }

    /** What can be changed of one. */
    private static final class Draft {

        private final OmeZarrSpec from;
        private OmeVersion version;
        private List<Integer> chunk;
        private List<Double> scale;
        private List<Double> translation;
        private Compression compression;
        private int levels;
        private String name;
        private Map<String, ?> attributes;

        Draft(OmeZarrSpec from) {
            this.from = from;
            version = from.version;
            chunk = from.chunk;
            scale = from.scale;
            translation = from.translation;
            compression = from.compression;
            levels = from.levels;
            name = from.name;
            attributes = from.attributes;
        }

        OmeZarrSpec spec() {
            return new OmeZarrSpec(
                    version,
                    from.type,
                    from.axes,
                    from.shape,
                    chunk,
                    scale,
                    translation,
                    compression,
                    from.separator,
                    levels,
                    name,
                    from.channel,
                    attributes);
        }
    }
}
