package sc.fiji.imagetomask.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import sc.fiji.imagetomask.ome.Axis;
import sc.fiji.imagetomask.ome.OmeZarrOutput;
import sc.fiji.imagetomask.ome.OmeZarrSpec;
import sc.fiji.imagetomask.zarr.Compression;
import sc.fiji.imagetomask.zarr.DataType;
import sc.fiji.imagetomask.zarr.ZarrArray;

/**
 * Writes a square RGB picture of any size as OME-Zarr, in chunks of 1024 x 1024, Blosc with LZ4: smooth waves with a
 * little noise, so that chunks are about half as large as their pixels. Its one resolution is the full one.
 *
 * <p>Arguments: the edge in pixels, and the folder.
 */
public final class LargePicture {

    private static final int CHUNK = 1024;

    private LargePicture() {}

    /** Writes the picture. */
    public static void main(String[] args) throws IOException {
        write(Long.parseLong(args[0]), Path.of(args[1]));
    }

    static void write(long edge, Path folder) throws IOException {
        int chunk = (int) Math.min(CHUNK, edge);
        OmeZarrSpec spec = OmeZarrSpec.of(DataType.UINT8, Axis.all("cyx"), List.of(3L, edge, edge))
                .withChunk(List.of(1, chunk, chunk))
                .withCompression(Compression.named("blosc"))
                .withLevels(1);
        OmeZarrOutput output = OmeZarrOutput.create(folder, spec, false);
        ZarrArray array = output.levels().get(0);
        long across = array.gridShape()[2];
        for (long c = 0; c < 3; c++)
            for (long y = 0; y < across; y++) {
                long[] row = {c, y};
                IntStream.range(0, (int) across).parallel().forEach(x -> {
                    try {
                        long[] grid = {row[0], row[1], x};
                        output.writeChunk(0, grid, values(array.chunkMin(grid), array.chunkSize(grid)));
                    } catch (IOException e) {
                        throw new java.io.UncheckedIOException(e);
                    }
                });
            }
        output.finish();
    }

    private static byte[] values(long[] min, int[] size) {
        byte[] values = new byte[size[1] * size[2]];
        long state = min[0] * 31 + min[1] * 17 + min[2] + 1;
        double[] columns = IntStream.range(0, size[2])
                .mapToDouble(x -> Math.sin((min[2] + x) / (90.0 + 20 * min[0])))
                .toArray();
        for (int y = 0, i = 0; y < size[1]; y++) {
            double row = Math.cos((min[1] + y) / 70.0);
            for (int x = 0; x < size[2]; x++, i++) {
                state = state * 6364136223846793005L + 1442695040888963407L;
                values[i] = (byte) (128 + 50 * columns[x] + 50 * row + (state >>> 61));
            }
        }
        return values;
    }
}
