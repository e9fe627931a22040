package sc.fiji.imagetomask.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import sc.fiji.imagetomask.ome.Axis;
import sc.fiji.imagetomask.ome.OmeZarrOutput;
import sc.fiji.imagetomask.ome.OmeZarrSpec;
import sc.fiji.imagetomask.zarr.Compression;
import sc.fiji.imagetomask.zarr.DataType;
import sc.fiji.imagetomask.zarr.Grid;
import sc.fiji.imagetomask.zarr.Threads;
import sc.fiji.imagetomask.zarr.ZarrArray;

/**
 * A square RGB picture as OME-Zarr: smooth colour with the noise of a camera, which no codec makes much smaller, in
 * chunks of 1024 x 1024 without compression. Its one resolution is the full one.
 */
final class NoisyZarr {

    private static final int CHUNK = 1024;

    /** Standard deviation of the noise, in grey values. */
    private static final double NOISE = 6;

    private NoisyZarr() {}

    static void write(long edge, Path folder) throws IOException {
        int chunk = (int) Math.min(CHUNK, edge);
        OmeZarrSpec spec = OmeZarrSpec.of(DataType.UINT8, Axis.all("cyx"), List.of(3L, edge, edge))
                .withChunk(List.of(1, chunk, chunk))
                .withCompression(Compression.none())
                .withLevels(1);
        OmeZarrOutput output = OmeZarrOutput.create(folder, spec, false);
        ZarrArray array = output.levels().get(0);
        float[] noise = noise();
        Threads.forEach(
                new Grid(array.gridShape()),
                grid -> output.writeChunk(0, grid, values(array.chunkMin(grid), array.chunkSize(grid), noise)));
        output.finish();
    }

    private static float[] noise() {
        Random random = new Random(1);
        float[] noise = new float[1 << 20];
        for (int i = 0; i < noise.length; i++) noise[i] = (float) (NOISE * random.nextGaussian());
        return noise;
    }

    private static byte[] values(long[] min, int[] size, float[] noise) {
        byte[] values = new byte[size[1] * size[2]];
        Random random = new Random(min[0] * 31 + min[1] * 17 + min[2]);
        float[] columns = new float[size[2]];
        for (int x = 0; x < size[2]; x++) columns[x] = (float) (50 * Math.sin((min[2] + x) / (90.0 + 20 * min[0])));
        for (int y = 0, i = 0; y < size[1]; y++) {
            float row = (float) (128 + 50 * Math.cos((min[1] + y) / 70.0));
            int start = random.nextInt(noise.length);
            for (int x = 0; x < size[2]; x++, i++) {
                float value = row + columns[x] + noise[start + x & noise.length - 1];
                values[i] = (byte) Math.max(0, Math.min(255, Math.round(value)));
            }
        }
        return values;
    }
}
