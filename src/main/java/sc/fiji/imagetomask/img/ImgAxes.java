package sc.fiji.imagetomask.img;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.view.Views;

/**
 * Which dimension of an ImgLib2 image is which: the axis of type Channel holds the colours, those of types X and Y are x
 * and y wherever they stand, and all others count slices, the lowest one first. Where no axis has the type X or Y, the
 * first free dimensions are x and y.
 *
 * @param channel the dimension of the colours; -1 for none
 * @param others all other dimensions: x, y, and those of slices
 */
public record ImgAxes(int channel, List<Integer> others) {

    private static final String X = "X";
    private static final String Y = "Y";
    private static final String CHANNEL = "Channel";

    /**
     * Of these types.
     *
     * @param types the type of each dimension; null where an axis has none
     * @param named the dimension of the colours that the user names, which must not have another type; -1 for none
     * @throws IllegalArgumentException if there is no such dimension, or the axis types contradict it
     */
    public static ImgAxes of(List<String> types, int named) {
        if (named < -1 || named >= types.size())
            throw new IllegalArgumentException("axis is " + named
                    + ", but must be -1 for none or a dimension of the image, 0 to " + (types.size() - 1) + ".");
        int typed = types.indexOf(CHANNEL);
        String type = named == -1 ? null : types.get(named);
        if (named != -1 && named != typed && (typed != -1 || type != null))
            throw new IllegalArgumentException("axis is " + named + ", but must be left out: the axes of the image have"
                    + " types, and dimension "
                    + (typed == -1 ? named + " is of type " + type : typed + " is of type " + CHANNEL) + ".");
        int channel = typed == -1 ? named : typed;
        List<Integer> others = new ArrayList<>(IntStream.range(0, types.size())
                .filter(d -> d != channel)
                .boxed()
                .toList());
        if (others.size() < 2) return new ImgAxes(channel, others);
        Integer x = place(types.indexOf(X), others, types.indexOf(Y));
        Integer y = place(types.indexOf(Y), others, x);
        others.removeAll(List.of(x, y));
        others.addAll(0, List.of(x, y));
        return new ImgAxes(channel, List.copyOf(others));
    }

    /** The typed dimension, or else the first one that is not taken. */
    private static int place(int typed, List<Integer> free, int taken) {
        return typed != -1
                ? typed
                : free.stream().filter(d -> d != taken).findFirst().orElseThrow();
    }

    /** The image with x and y as its first dimensions besides the colours. */
    public <T> RandomAccessibleInterval<T> ordered(RandomAccessibleInterval<T> image) {
        List<Integer> wanted = new ArrayList<>(others);
        if (channel != -1) wanted.add(channel, channel);
        List<Integer> now = new ArrayList<>(
                IntStream.range(0, image.numDimensions()).boxed().toList());
        RandomAccessibleInterval<T> ordered = image;
        for (int d = 0; d < wanted.size(); d++) {
            int from = now.indexOf(wanted.get(d));
            if (from == d) continue;
            ordered = Views.permute(ordered, from, d);
            Collections.swap(now, from, d);
        }
        return ordered;
    }
}
