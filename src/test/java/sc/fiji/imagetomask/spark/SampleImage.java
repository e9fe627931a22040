package sc.fiji.imagetomask.spark;

import java.io.IOException;
import java.lang.reflect.Array;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import sc.fiji.imagetomask.MemoryPicture;
import sc.fiji.imagetomask.engine.Pixels;
import sc.fiji.imagetomask.engine.Samples;
import sc.fiji.imagetomask.ome.Axis;
import sc.fiji.imagetomask.ome.OmeVersion;
import sc.fiji.imagetomask.ome.OmeZarrOutput;
import sc.fiji.imagetomask.ome.OmeZarrSpec;
import sc.fiji.imagetomask.zarr.DataType;
import sc.fiji.imagetomask.zarr.Grid;
import sc.fiji.imagetomask.zarr.ZarrArray;

/**
 * An image whose every value follows from its place: blobs with noise.
 *
 * @param axes one letter for each
 * @param size along each axis that there is
 * @param chunk along each axis that there is; 1 if it is not named
 * @param type uint8, uint16 or float32
 * @param version of OME-Zarr
 * @param seed of the values
 */
record SampleImage(
        String axes,
        Map<String, Integer> size,
        Map<String, Integer> chunk,
        DataType type,
        OmeVersion version,
        long seed) {

    /** Two slices of three colours, in chunks that the borders cut. */
    static SampleImage ofColours(OmeVersion version) {
        return new SampleImage(
                "czyx",
                Map.of("c", 3, "z", 2, "y", 70, "x", 50),
                Map.of("c", 1, "y", 32, "x", 32),
                DataType.UINT8,
                version,
                5);
    }

    int along(String axis) {
        return axes.contains(axis) ? size.get(axis) : 1;
    }

    int slices() {
        return along("t") * along("z");
    }

    void write(Path folder) throws IOException {
        List<String> letters = List.of(axes.split(""));
        OmeZarrSpec spec = OmeZarrSpec.of(
                        type,
                        Axis.all(axes),
                        letters.stream().map(axis -> (long) along(axis)).toList())
                .withChunk(letters.stream()
                        .map(axis -> chunk.getOrDefault(axis, 1))
                        .toList())
                .withVersion(version);
        OmeZarrOutput output = OmeZarrOutput.create(folder, spec, false);
        ZarrArray array = output.levels().get(0);
        for (long[] grid : new Grid(array.gridShape())) output.writeChunk(0, grid, values(array, grid));
        output.writeResolutions();
        output.finish();
    }

    private Object values(ZarrArray array, long[] grid) {
        long[] min = array.chunkMin(grid);
        int[] chunkSize = array.chunkSize(grid);
        int length = IntStream.of(chunkSize).reduce(1, (a, b) -> a * b);
        Object values = newArray(length);
        int[] at = new int[chunkSize.length];
        for (int i = 0; i < length; i++) {
            set(
                    values,
                    i,
                    value(
                            place("t", min, at),
                            place("c", min, at),
                            place("z", min, at),
                            place("y", min, at),
                            place("x", min, at)));
            for (int d = at.length - 1; d >= 0 && ++at[d] == chunkSize[d]; d--) at[d] = 0;
        }
        return values;
    }

    private int place(String axis, long[] min, int[] at) {
        int d = axes.indexOf(axis);
        return d < 0 ? 0 : (int) min[d] + at[d];
    }

    private Object newArray(int length) {
        return Array.newInstance(
                type == DataType.UINT8 ? byte.class : type == DataType.UINT16 ? short.class : float.class, length);
    }

    /** From 0 to 65535. */
    private int value(int t, int c, int z, int y, int x) {
        long hash = (((((seed * 31 + t) * 31 + c) * 31 + z) * 65599 + y) * 65599 + x) * 0x9E3779B97F4A7C15L;
        hash = (hash ^ hash >>> 29) * 0xBF58476D1CE4E5B9L;
        int noise = (int) (hash >>> 52);
        double blobs = Math.sin((x + 7 * c + seed) / 9.0) * Math.sin((y + 3 * z - 5 * t) / 11.0);
        return (int) Math.min(65535, 30000 + 26000 * blobs + 2 * noise);
    }

    private void set(Object values, int i, int value) {
        if (values instanceof byte[] bytes) bytes[i] = (byte) (value >> 8);
        else if (values instanceof short[] shorts) shorts[i] = (short) value;
        else ((float[]) values)[i] = value / 65535f;
    }

    /**
     * One slice in memory.
     *
     * @param channels which ones, 0 being the first
     * @param range null for that of the type
     */
    MemoryPicture picture(int slice, List<Integer> channels, Samples.Range range) {
        int width = along("x");
        int height = along("y");
        Object[] planes = channels.stream().map(c -> plane(slice, c)).toArray();
        if (planes[0] instanceof byte[] && range == null) {
            byte[][] bytes = new byte[planes.length][];
            for (int c = 0; c < planes.length; c++) bytes[c] = (byte[]) planes[c];
            return new MemoryPicture(new Pixels.Planar(bytes, 0, width * height), width, height);
        }
        Samples[] samples = new Samples[planes.length];
        for (int c = 0; c < planes.length; c++) samples[c] = samples(planes[c], range);
        return new MemoryPicture(new Pixels.HighBitDepth(samples, 0, width * height), width, height);
    }

    private Object plane(int slice, int c) {
        Object plane = newArray(along("x") * along("y"));
        for (int y = 0; y < along("y"); y++)
            for (int x = 0; x < along("x"); x++)
                set(plane, y * along("x") + x, value(slice / along("z"), c, slice % along("z"), y, x));
        return plane;
    }

    private static Samples samples(Object plane, Samples.Range range) {
        if (plane instanceof short[] shorts)
            return new Samples.Shorts(shorts, range == null ? new Samples.Range(0, 65535) : range);
        if (plane instanceof float[] floats)
            return new Samples.Floats(floats, range == null ? Samples.Range.UNIT : range);
        byte[] bytes = (byte[]) plane;
        float[] values = new float[bytes.length];
        for (int i = 0; i < values.length; i++) values[i] = bytes[i] & 255;
        return new Samples.Floats(values, range);
    }
}
