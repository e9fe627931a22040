package sc.fiji.imagetomask.picturefile.raster;

import static sc.fiji.imagetomask.picturefile.raster.PngFilter.AVERAGE;
import static sc.fiji.imagetomask.picturefile.raster.PngFilter.NONE;
import static sc.fiji.imagetomask.picturefile.raster.PngFilter.PAETH;
import static sc.fiji.imagetomask.picturefile.raster.PngFilter.SUB;
import static sc.fiji.imagetomask.picturefile.raster.PngFilter.UP;

import java.util.List;
import sc.fiji.imagetomask.picturefile.deflate.DeflateMethod;
import sc.fiji.imagetomask.picturefile.deflate.Effort;

/**
 * How a block of rows of a PNG is made small.
 *
 * @param filters of which each row takes one
 * @param deflating of the filtered rows
 */
record PngMethod(List<Integer> filters, DeflateMethod deflating) {

    /**
     * Those that are tried, the fastest first.
     *
     * <p>Design decision: noisy and smooth masks, and areas of one value, are about as small by {@link DeflateMethod#HUFFMAN}
     * alone, in a fifth of the time, and so are noisy masks of few values, if they are not filtered; shapes that come again are
     * smaller by a search for repeats.
     */
    static List<PngMethod> of(Effort effort) {
        return switch (effort) {
            case FAST ->
                List.of(
                        new PngMethod(List.of(SUB, UP), DeflateMethod.HUFFMAN),
                        new PngMethod(List.of(NONE), DeflateMethod.HUFFMAN),
                        new PngMethod(List.of(NONE, SUB, UP), DeflateMethod.repeats(1)));
            case DEFAULT ->
                List.of(
                        new PngMethod(List.of(NONE, SUB, UP, AVERAGE, PAETH), DeflateMethod.HUFFMAN),
                        new PngMethod(List.of(PAETH), DeflateMethod.HUFFMAN),
                        new PngMethod(List.of(NONE), DeflateMethod.HUFFMAN),
                        new PngMethod(List.of(NONE, SUB, UP), DeflateMethod.differences(6)),
                        new PngMethod(List.of(NONE), DeflateMethod.repeats(5)));
            case SMALL ->
                List.of(
                        new PngMethod(List.of(NONE, SUB, UP, AVERAGE, PAETH), DeflateMethod.HUFFMAN),
                        new PngMethod(List.of(PAETH), DeflateMethod.HUFFMAN),
                        new PngMethod(List.of(NONE), DeflateMethod.HUFFMAN),
                        new PngMethod(List.of(NONE, SUB, UP, AVERAGE, PAETH), DeflateMethod.differences(7)),
                        new PngMethod(List.of(SUB), DeflateMethod.differences(7)),
                        new PngMethod(List.of(NONE), DeflateMethod.repeats(7)));
        };
    }
}
