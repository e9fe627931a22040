package sc.fiji.imagetomask.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import sc.fiji.imagetomask.ImageToMask;
import sc.fiji.imagetomask.MaskInput;
import sc.fiji.imagetomask.MaskSettings;
import sc.fiji.imagetomask.MemoryMask;
import sc.fiji.imagetomask.MemoryPicture;
import sc.fiji.imagetomask.Progress;
import sc.fiji.imagetomask.engine.Pixels;
import sc.fiji.imagetomask.engine.Samples;
import sc.fiji.imagetomask.engine.jvm.JavaEngine;
import sc.fiji.imagetomask.ome.Axis;
import sc.fiji.imagetomask.ome.OmePlane;
import sc.fiji.imagetomask.ome.OmeVersion;
import sc.fiji.imagetomask.ome.OmeZarrImage;
import sc.fiji.imagetomask.ome.OmeZarrOutput;
import sc.fiji.imagetomask.ome.OmeZarrSpec;
import sc.fiji.imagetomask.zarr.Compression;
import sc.fiji.imagetomask.zarr.DataType;
import sc.fiji.imagetomask.zarr.ZarrArray;

/**
 * A random OME-Zarr image of any axes.
 *
 * @param axes one letter for each
 * @param shape in that order
 */
record ZarrSample(Path folder, String axes, long[] shape, DataType type) {

    static ZarrSample write(
            Path folder, String axes, long[] shape, int[] chunk, DataType type, OmeVersion version, long seed)
            throws IOException {
        OmeZarrSpec spec = OmeZarrSpec.of(
                        type,
                        axes.chars()
                                .mapToObj(c ->
                                        new Axis(Character.toString(c), c == 'c' || c == 't' ? null : "micrometer"))
                                .toList(),
                        LongStream.of(shape).boxed().toList())
                .withVersion(version)
                .withCompression(Compression.named(seed % 2 == 0 ? "blosc" : "gzip"))
                .withChunk(Arrays.stream(chunk).boxed().toList())
                .withScale(
                        Arrays.stream(shape).mapToObj(s -> 0.5).toList(),
                        Arrays.stream(shape).mapToObj(s -> 7.0).toList())
                .withLevels(3);
        OmeZarrOutput output = OmeZarrOutput.create(folder, spec, false);
        ZarrArray array = output.levels().get(0);
        Random random = new Random(seed);
        long[] grid = array.gridShape();
        long chunks = LongStream.of(grid).reduce(1, (a, b) -> a * b);
        for (long i = 0; i < chunks; i++) {
            long[] position = new long[grid.length];
            long rest = i;
            for (int d = grid.length - 1; d >= 0; d--) {
                position[d] = rest % grid[d];
                rest /= grid[d];
            }
            int n = Arrays.stream(array.chunkSize(position)).reduce(1, (a, b) -> a * b);
            output.writeChunk(0, position, noise(type, n, random));
        }
        output.writeResolutions();
        output.finish();
        return new ZarrSample(folder, axes, shape, type);
    }

    /** Not flat, so that the clip range is not all of 0..255. */
    private static Object noise(DataType type, int n, Random random) {
        byte[] bytes = new byte[n];
        short[] shorts = new short[n];
        float[] floats = new float[n];
        int base = random.nextInt(100);
        for (int i = 0; i < n; i++) {
            int value = base + random.nextInt(100);
            bytes[i] = (byte) value;
            shorts[i] = (short) (value * 200 + random.nextInt(200));
            floats[i] = value / 255f;
        }
        return type == DataType.UINT8 ? bytes : type == DataType.UINT16 ? shorts : floats;
    }

    long size(String axis) {
        int d = axes.indexOf(axis);
        return d < 0 ? 1 : shape[d];
    }

    /** The masks of all planes, those of the first t first, made in memory. */
    byte[][] masks(MaskSettings settings, int level, MemoryMask mask) throws IOException {
        OmeZarrImage image = OmeZarrImage.open(folder);
        int planes = (int) (size("t") * size("z"));
        MaskInput[] frames = new MaskInput[planes];
        for (int i = 0; i < planes; i++) frames[i] = new MaskInput(picture(image, level, i), mask, null);
        MemoryMask[] made = new MemoryMask[planes];
        Arrays.setAll(
                made,
                i -> new MemoryMask((int) frames[i].picture().width(), (int)
                        frames[i].picture().height()));
        new ImageToMask(new JavaEngine(), settings).masks(planes, i -> frames[i], i -> made[i], Progress.NONE);
        return Arrays.stream(made).map(MemoryMask::bytes).toArray(byte[][]::new);
    }

    private MemoryPicture picture(OmeZarrImage image, int level, int i) throws IOException {
        int channels = (int) size("c");
        byte[][] bytes = new byte[channels][];
        Samples[] samples = new Samples[channels];
        OmePlane plane = null;
        for (int c = 0; c < channels; c++) {
            plane = OmePlane.of(image, level, position(i, c));
            Object values = plane.read(0, 0, (int) plane.width(), (int) plane.height());
            if (values instanceof byte[] b) bytes[c] = b;
            if (values instanceof short[] s) samples[c] = new Samples.Shorts(s, new Samples.Range(0, 65535));
            if (values instanceof float[] f) samples[c] = new Samples.Floats(f, Samples.Range.UNIT);
        }
        int n = (int) (plane.width() * plane.height());
        Pixels pixels =
                type == DataType.UINT8 ? new Pixels.Planar(bytes, 0, n) : new Pixels.HighBitDepth(samples, 0, n);
        return new MemoryPicture(pixels, (int) plane.width(), (int) plane.height());
    }

    private Map<String, Long> position(int i, int c) {
        Map<String, Long> at = new java.util.HashMap<>();
        if (axes.contains("t")) at.put("t", i / size("z"));
        if (axes.contains("z")) at.put("z", i % size("z"));
        if (axes.contains("c")) at.put("c", (long) c);
        return at;
    }

    /** The values of a plane of a mask image, row by row. */
    static Object plane(Path mask, int level, Map<String, Long> at) throws IOException {
        OmePlane plane = OmePlane.of(OmeZarrImage.open(mask), level, at);
        return plane.read(0, 0, (int) plane.width(), (int) plane.height());
    }

    /** All planes of a mask image, those of the first t first. */
    static byte[][] planes(Path mask) throws IOException {
        OmeZarrImage image = OmeZarrImage.open(mask);
        List<String> names = image.axes().stream().map(Axis::name).toList();
        long[] shape = image.level(0).array().shape();
        long depth = names.contains("z") ? shape[names.indexOf("z")] : 1;
        long times = names.contains("t") ? shape[names.indexOf("t")] : 1;
        byte[][] planes = new byte[(int) (depth * times)][];
        for (int i = 0; i < planes.length; i++) {
            Map<String, Long> at = new java.util.HashMap<>();
            if (names.contains("t")) at.put("t", i / depth);
            if (names.contains("z")) at.put("z", i % depth);
            planes[i] = (byte[]) plane(mask, 0, at);
        }
        return planes;
    }
}
