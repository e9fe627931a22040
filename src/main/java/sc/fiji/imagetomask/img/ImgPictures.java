package sc.fiji.imagetomask.img;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import net.imglib2.FinalInterval;
import net.imglib2.Interval;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.util.Cast;
import net.imglib2.view.Views;
import sc.fiji.imagetomask.Picture;
import sc.fiji.imagetomask.Tile;
import sc.fiji.imagetomask.engine.Pixels;
import sc.fiji.imagetomask.reading.ChannelOrder;
import sc.fiji.imagetomask.reading.DisplayColours;
import sc.fiji.imagetomask.reading.NumberRange;

/**
 * The slices of an ImgLib2 image as pictures, read tile by tile from any kind of image or view. Images that are read
 * lazily, cell by cell, are read in tiles of whole cells, and no more of them is kept than two tiles.
 *
 * <p>Dimensions 0 and 1 (after a channel axis is left out) are x and y; every further dimension counts slices, the
 * lowest dimension first.
 *
 * <pre>{@code
 * ImgPictures colours = ImgPictures.argb(image);
 * ImgPictures rgb = ImgPictures.channels(bytes, 2);
 * ImgPictures dim = ImgPictures.real(shorts, NumberRange.of(100, 4095));
 * }</pre>
 *
 * @param bounds where the image lies, without a channel axis
 * @param slices its pictures
 */
public record ImgPictures(Interval bounds, List<Picture> slices) {

    /** Colours whose top byte is alpha. Alpha multiplies the mask if no other mask image is given. */
    public static ImgPictures argb(RandomAccessibleInterval<ARGBType> image) {
        return colours(image, true);
    }

    /** Colours whose top byte is not used, as in images wrapped from ImageJ. */
    public static ImgPictures opaque(RandomAccessibleInterval<ARGBType> image) {
        return colours(image, false);
    }

    /** Grey values. */
    public static ImgPictures grey(RandomAccessibleInterval<UnsignedByteType> image) {
        return real(image, NumberRange.TYPE);
    }

    /**
     * Channels along one dimension, none of which is alpha: grey; red, green; or red, green, blue; more have the colours
     * that ImageJ gives to channels without colours, added.
     *
     * @param axis the dimension of the channels, 0 being the first
     * @throws IllegalArgumentException if there is no such dimension, or it has more than 32 channels
     */
    public static ImgPictures channels(RandomAccessibleInterval<UnsignedByteType> image, int axis) {
        return real(image, axis, ChannelOrder.DEFAULT, NumberRange.TYPE);
    }

    /**
     * Grey values of any type of numbers.
     *
     * @param range the values that become 0 and 1; with {@link NumberRange#TYPE} unsigned bytes are used as in {@link
     *     #grey}
     */
    public static ImgPictures real(RandomAccessibleInterval<? extends RealType<?>> image, NumberRange range) {
        ImgPlanes.requirePixels("image", image);
        return new ImgPictures(new FinalInterval(image), slices(image, ImgLayout.of(image, -1), 1, List.of(0), range));
    }

    /**
     * Numbers of any type with channels along one dimension.
     *
     * @param axis the dimension of the channels, 0 being the first
     * @param rgb which channels are red, green, blue and, if there is a fourth number, alpha; by default as {@link
     *     #channels} counts them, without alpha
     * @param range the values that become 0 and 1; with {@link NumberRange#TYPE} unsigned bytes stay bytes
     * @throws IllegalArgumentException if there is no such dimension or channel, there are more than 32 channels and
     *     none was chosen, or the number of ranges is wrong
     */
    public static ImgPictures real(
            RandomAccessibleInterval<? extends RealType<?>> image, int axis, ChannelOrder rgb, NumberRange range) {
        int n = image.numDimensions();
        if (n < 3)
            throw new IllegalArgumentException(
                    "The image has " + n + " dimensions, but must have at least 3 with a channel axis.");
        if (axis < 0 || axis >= n)
            throw new IllegalArgumentException(
                    "axis is " + axis + ", but must be a dimension of the image, 0 to " + (n - 1) + ".");
        int channels = Math.toIntExact(image.dimension(axis));
        DisplayColours colours = rgb.isDisplayed() ? DisplayColours.ofUnknown(channels, range) : null;
        return colours == null ? chosen(image, axis, rgb.of("image", channels), range) : shown(image, axis, colours);
    }

    /** @param numbers of the channels that are used, 1 being the first */
    private static ImgPictures chosen(
            RandomAccessibleInterval<? extends RealType<?>> image, int axis, List<Integer> numbers, NumberRange range) {
        RandomAccessibleInterval<? extends RealType<?>> ordered = axis == 2 ? image : Views.moveAxis(image, axis, 2);
        ImgPlanes.requirePixels("image", ordered);
        List<Integer> places = numbers.stream().map(number -> number - 1).toList();
        int channels = Math.toIntExact(image.dimension(axis));
        return new ImgPictures(
                without(image, axis), slices(ordered, ImgLayout.of(image, axis), channels, places, range));
    }

    /**
     * Numbers of any type with channels along one dimension, in the colours in which they are shown.
     *
     * @param axis the dimension of the channels, 0 being the first
     * @param colours of the channels
     */
    public static ImgPictures shown(
            RandomAccessibleInterval<? extends RealType<?>> image, int axis, DisplayColours colours) {
        boolean isOfBytes = image.getType() instanceof UnsignedByteType;
        List<List<Picture>> channels = new ArrayList<>();
        for (int place = 0; place < colours.numbers().size(); place++) {
            List<Integer> number = List.of(colours.numbers().get(place));
            channels.add(
                    chosen(image, axis, number, colours.range(place, isOfBytes)).slices());
        }
        List<Picture> slices = IntStream.range(0, channels.get(0).size())
                .<Picture>mapToObj(slice -> new Shown(
                        isOfBytes,
                        channels.stream().map(channel -> channel.get(slice)).toList(),
                        colours))
                .toList();
        return new ImgPictures(without(image, axis), slices);
    }

    private record Shown(boolean isOfBytes, List<Picture> channels, DisplayColours colours) implements Picture {

        @Override
        public boolean isLazy() {
            return channels.get(0).isLazy();
        }

        @Override
        public List<Tile> tiles(int pixels) {
            return channels.get(0).tiles(pixels);
        }

        @Override
        public long width() {
            return channels.get(0).width();
        }

        @Override
        public long height() {
            return channels.get(0).height();
        }

        @Override
        public Pixels read(Tile tile) {
            int width = tile.width();
            int height = tile.height();
            return colours.picture(
                            isOfBytes, (place, range) -> channels.get(place).read(tile), width, height)
                    .read(new Tile(0, 0, width, height));
        }
    }

    private static List<Picture> slices(
            RandomAccessibleInterval<? extends RealType<?>> image,
            ImgLayout layout,
            int count,
            List<Integer> chosen,
            NumberRange range) {
        IntFunction<List<Integer>> planesOf =
                slice -> chosen.stream().map(c -> slice * count + c).toList();
        IntStream slices = IntStream.range(0, ImgPlanes.count(image) / count);
        if (image.getType() instanceof UnsignedByteType && range.isType()) {
            RandomAccessibleInterval<UnsignedByteType> bytes = Cast.unchecked(image);
            ImgPlanes<byte[]> planes = new ImgPlanes<>("image", bytes, byte[].class);
            return slices.mapToObj(slice -> ImgPicture.channels(planes, layout, planesOf.apply(slice)))
                    .toList();
        }
        ImgRealPlanes planes = new ImgRealPlanes(image);
        List<NumberRange.Span> spans = range.of(chosen.size(), planes.typeSpan());
        return slices.mapToObj(slice -> ImgPicture.numbers(planes, layout, planesOf.apply(slice), spans))
                .toList();
    }

    private static ImgPictures colours(RandomAccessibleInterval<ARGBType> image, boolean hasAlpha) {
        ImgPlanes<int[]> planes = new ImgPlanes<>("image", image, int[].class);
        ImgLayout layout = ImgLayout.of(image, -1);
        List<Picture> slices = IntStream.range(0, planes.count())
                .mapToObj(plane -> ImgPicture.colours(planes, layout, plane, hasAlpha))
                .toList();
        return new ImgPictures(new FinalInterval(image), slices);
    }

    private static Interval without(Interval image, int axis) {
        int[] kept =
                IntStream.range(0, image.numDimensions()).filter(d -> d != axis).toArray();
        return new FinalInterval(
                Arrays.stream(kept).mapToLong(image::min).toArray(),
                Arrays.stream(kept).mapToLong(image::max).toArray());
    }
}
