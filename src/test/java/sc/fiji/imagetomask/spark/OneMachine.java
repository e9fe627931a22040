package sc.fiji.imagetomask.spark;

import java.io.IOException;
import java.lang.reflect.Array;
import java.util.List;
import java.util.stream.IntStream;
import sc.fiji.imagetomask.ImageToMask;
import sc.fiji.imagetomask.MaskInput;
import sc.fiji.imagetomask.MaskSettings;
import sc.fiji.imagetomask.MemoryFloatMask;
import sc.fiji.imagetomask.MemoryMask;
import sc.fiji.imagetomask.Output;
import sc.fiji.imagetomask.Progress;
import sc.fiji.imagetomask.Tile;
import sc.fiji.imagetomask.WeightMap;
import sc.fiji.imagetomask.engine.Samples;
import sc.fiji.imagetomask.engine.jvm.JavaEngine;
import sc.fiji.imagetomask.ome.OmeZarrOutput;
import sc.fiji.imagetomask.ome.OmeZarrSpec;
import sc.fiji.imagetomask.reading.MaskPixels;
import sc.fiji.imagetomask.zarr.Grid;
import sc.fiji.imagetomask.zarr.ZarrArray;

/** The same masks without Spark: whole slices in memory, by {@link ImageToMask} alone. */
final class OneMachine {

    private OneMachine() {}

    /**
     * Writes the mask of an image.
     *
     * @param mask what is multiplied with; null if there is nothing
     */
    static void write(
            OmeZarrOutput output,
            OmeZarrSpec spec,
            SampleImage image,
            List<Integer> channels,
            Samples.Range range,
            SampleImage mask,
            MaskSettings settings)
            throws IOException {
        int width = image.along("x");
        int height = image.along("y");
        Object[] slices = new Object[image.slices()];
        new ImageToMask(new JavaEngine(), settings)
                .masks(
                        image.slices(),
                        i -> new MaskInput(image.picture(i, channels, range), weights(mask, image, i), null),
                        i -> {
                            if (settings.output() == Output.FLOAT) {
                                MemoryFloatMask floats = new MemoryFloatMask(width, height);
                                slices[i] = floats.values();
                                return floats;
                            }
                            MemoryMask bytes = new MemoryMask(width, height);
                            slices[i] = bytes.bytes();
                            return bytes;
                        },
                        Progress.NONE);
        writeChunks(output, spec, image, slices);
        output.writeResolutions();
        output.finish();
    }

    private static WeightMap weights(SampleImage mask, SampleImage image, int slice) {
        if (mask == null) return null;
        int t = mask.along("t") == 1 ? 0 : slice / image.along("z");
        int z = mask.along("z") == 1 ? 0 : slice % image.along("z");
        List<Integer> channels = IntStream.range(0, mask.along("c")).boxed().toList();
        int width = mask.along("x");
        int height = mask.along("y");
        return MaskPixels.of(
                mask.picture(t * mask.along("z") + z, channels, null).read(new Tile(0, 0, width, height)),
                width,
                height);
    }

    private static void writeChunks(OmeZarrOutput output, OmeZarrSpec spec, SampleImage image, Object[] slices)
            throws IOException {
        String axes =
                String.join("", spec.axes().stream().map(axis -> axis.name()).toList());
        ZarrArray array = output.levels().get(0);
        for (long[] grid : new Grid(array.gridShape())) {
            int[] size = array.chunkSize(grid);
            long[] min = array.chunkMin(grid);
            int t = axes.contains("t") ? (int) min[axes.indexOf("t")] : 0;
            int z = axes.contains("z") ? (int) min[axes.indexOf("z")] : 0;
            int y = axes.indexOf("y");
            int x = axes.indexOf("x");
            Object slice = slices[t * image.along("z") + z];
            Object chunk = Array.newInstance(slice.getClass().getComponentType(), size[y] * size[x]);
            for (int row = 0; row < size[y]; row++)
                for (int column = 0; column < size[x]; column++) {
                    int to = y < x ? row * size[x] + column : column * size[y] + row;
                    int from = (int) ((min[y] + row) * image.along("x") + min[x] + column);
                    System.arraycopy(slice, from, chunk, to, 1);
                }
            output.writeChunk(0, grid, chunk);
        }
    }
}
