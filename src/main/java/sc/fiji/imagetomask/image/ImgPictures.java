package sc.fiji.imagetomask.image;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.imglib2.FinalInterval;
import net.imglib2.Interval;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.view.Views;
import sc.fiji.imagetomask.Picture;
import sc.fiji.imagetomask.Tile;
import sc.fiji.imagetomask.engine.Pixels;

/**
 * The slices of an ImgLib2 image as pictures, read tile by tile from any kind of image or view.
 *
 * <p>Dimensions 0 and 1 (after a channel axis is left out) are x and y; every further dimension counts slices, the
 * lowest dimension first.
 *
 * <pre>{@code
 * ImgPictures colours = ImgPictures.argb(image);
 * ImgPictures rgb = ImgPictures.channels(bytes, 2);
 * }</pre>
 *
 * @param bounds where the image lies, without a channel axis
 * @param slices its pictures
 */
public record ImgPictures(Interval bounds, List<Picture> slices) {

    /** Colours whose top byte is alpha: the mask of the picture itself, if no other is given. */
    public static ImgPictures argb(RandomAccessibleInterval<ARGBType> image) {
        return colours(image, true);
    }

    /** Colours whose top byte means nothing, as in images wrapped from ImageJ. */
    public static ImgPictures opaque(RandomAccessibleInterval<ARGBType> image) {
        return colours(image, false);
    }

    /** Grey values. */
    public static ImgPictures grey(RandomAccessibleInterval<UnsignedByteType> image) {
        ImgPlanes<byte[]> planes = new ImgPlanes<>("image", image, byte[].class);
        return new ImgPictures(new FinalInterval(image), slices(planes, 1));
    }

    /**
     * Channels along one dimension: grey; grey, alpha; r, g, b; or r, g, b, a.
     *
     * @param axis the dimension of the channels, 0 being the first
     * @throws IllegalArgumentException if there is no such dimension, or it holds other than 1 to 4 channels
     */
    public static ImgPictures channels(RandomAccessibleInterval<UnsignedByteType> image, int axis) {
        int n = image.numDimensions();
        if (n < 3)
            throw new IllegalArgumentException(
                    "The image has " + n + " dimensions, but must have at least 3 with a channel axis.");
        if (axis < 0 || axis >= n)
            throw new IllegalArgumentException(
                    "axis is " + axis + ", but must be a dimension of the image, 0 to " + (n - 1) + ".");
        long channels = image.dimension(axis);
        if (channels < 1 || channels > 4)
            throw new IllegalArgumentException(
                    "The image has " + channels + " channels along axis " + axis + ", but must have 1 to 4.");
        RandomAccessibleInterval<UnsignedByteType> ordered = axis == 2 ? image : Views.moveAxis(image, axis, 2);
        ImgPlanes<byte[]> planes = new ImgPlanes<>("image", ordered, byte[].class);
        return new ImgPictures(without(image, axis), slices(planes, (int) channels));
    }

    private static ImgPictures colours(RandomAccessibleInterval<ARGBType> image, boolean hasAlpha) {
        ImgPlanes<int[]> planes = new ImgPlanes<>("image", image, int[].class);
        List<Picture> slices = IntStream.range(0, planes.count())
                .<Picture>mapToObj(plane -> new Colours(planes, plane, hasAlpha))
                .toList();
        return new ImgPictures(new FinalInterval(image), slices);
    }

    private static List<Picture> slices(ImgPlanes<byte[]> planes, int channels) {
        return IntStream.range(0, planes.count() / channels)
                .<Picture>mapToObj(slice -> new Channels(planes, slice * channels, channels))
                .toList();
    }

    private static Interval without(Interval image, int axis) {
        int[] kept =
                IntStream.range(0, image.numDimensions()).filter(d -> d != axis).toArray();
        return new FinalInterval(
                Arrays.stream(kept).mapToLong(image::min).toArray(),
                Arrays.stream(kept).mapToLong(image::max).toArray());
    }

    private record Colours(ImgPlanes<int[]> planes, int plane, boolean hasAlpha) implements Picture {

        @Override
        public long width() {
            return planes.width();
        }

        @Override
        public long height() {
            return planes.height();
        }

        @Override
        public Pixels read(Tile tile) {
            ImgPlanes.Run<int[]> run = planes.read(plane, tile);
            return new Pixels.Packed(run.array(), run.offset(), tile.pixels(), hasAlpha);
        }
    }

    private record Channels(ImgPlanes<byte[]> planes, int firstPlane, int count) implements Picture {

        @Override
        public long width() {
            return planes.width();
        }

        @Override
        public long height() {
            return planes.height();
        }

        @Override
        public Pixels read(Tile tile) {
            List<ImgPlanes.Run<byte[]>> runs = IntStream.range(firstPlane, firstPlane + count)
                    .mapToObj(plane -> planes.read(plane, tile))
                    .toList();
            int start = runs.get(0).offset();
            boolean aligned = runs.stream().allMatch(run -> run.offset() == start);
            byte[][] arrays = runs.stream()
                    .map(run -> aligned ? run.array() : copy(run, tile.pixels()))
                    .toArray(byte[][]::new);
            return new Pixels.Planar(arrays, aligned ? start : 0, tile.pixels());
        }

        private static byte[] copy(ImgPlanes.Run<byte[]> run, int length) {
            return Arrays.copyOfRange(run.array(), run.offset(), run.offset() + length);
        }
    }
}
