package sc.fiji.imagetomask.ome;

import java.io.IOException;
import sc.fiji.imagetomask.memory.ArrayPool;
import sc.fiji.imagetomask.zarr.Blocks;
import sc.fiji.imagetomask.zarr.Numbers;
import sc.fiji.imagetomask.zarr.ZarrArray;

/**
 * Chunks of an array that is half as large along some dimensions: each value the mean of the values that it stands for,
 * four for two dimensions, fewer at the edge. Means of whole numbers are rounded, halves up.
 *
 * @param fine the larger array
 * @param coarse the smaller one
 * @param halved along which dimensions
 */
record Means(ZarrArray fine, ZarrArray coarse, boolean[] halved) {

    /** The values of that chunk that are inside the smaller array. */
    Object of(long[] grid) throws IOException {
        long[] min = coarse.chunkMin(grid);
        int[] size = coarse.chunkSize(grid);
        int[] fineSize = size.clone();
        for (int d = 0; d < size.length; d++)
            if (halved[d]) {
                min[d] *= 2;
                fineSize[d] = (int) Math.min(2L * size[d], fine.layout().shape()[d] - min[d]);
            }
        Object block = fine.readBlock(min, fineSize);
        Object means = coarse.dataType().newArray(Blocks.length(size));
        if (areRowsHalved()) ofRows(block, fineSize, means, size);
        else ofAny(Numbers.of(fine.dataType(), block), fineSize, means, size);
        ArrayPool.give(block);
        return means;
    }

    /** Whether it is along the last two dimensions, and no other one. */
    private boolean areRowsHalved() {
        for (int d = 0; d < halved.length; d++) if (halved[d] != (d >= halved.length - 2)) return false;
        return true;
    }

    private void ofRows(Object values, int[] fineSize, Object means, int[] size) {
        int width = size[size.length - 1];
        int pixels = width * size[size.length - 2];
        int fineWidth = fineSize[size.length - 1];
        int fineHeight = fineSize[size.length - 2];
        HalfSize half = new HalfSize(fine.dataType(), true);
        for (int i = 0; i < Blocks.length(size) / pixels; i++)
            half.put(values, i * fineWidth * fineHeight, fineWidth, fineHeight, means, i * pixels, width);
    }

    private void ofAny(Numbers values, int[] fineSize, Object means, int[] size) {
        Numbers target = Numbers.of(coarse.dataType(), means);
        int[] steps = Blocks.steps(fineSize);
        int[] position = new int[size.length];
        for (int i = 0; i < Blocks.length(size); i++) {
            target.set(i, mean(values, fineSize, steps, position));
            advance(position, size);
        }
    }

    private double mean(Numbers values, int[] fineSize, int[] steps, int[] position) {
        int first = 0;
        int toSecond = 0;
        int toThird = 0;
        for (int d = 0; d < position.length; d++) {
            first += steps[d] * (halved[d] ? 2 * position[d] : position[d]);
            boolean pair = halved[d] && 2 * position[d] + 1 < fineSize[d];
            if (pair && toSecond == 0) toSecond = steps[d];
            else if (pair) toThird = steps[d];
        }
        double sum = values.get(first);
        if (toSecond == 0) return sum;
        sum += values.get(first + toSecond);
        if (toThird == 0) return sum / 2;
        return (sum + values.get(first + toThird) + values.get(first + toSecond + toThird)) / 4;
    }

    private static void advance(int[] position, int[] size) {
        for (int d = size.length - 1; d >= 0 && ++position[d] == size[d]; d--) position[d] = 0;
    }
}
