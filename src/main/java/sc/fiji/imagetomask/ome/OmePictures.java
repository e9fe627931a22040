package sc.fiji.imagetomask.ome;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;
import net.imglib2.view.Views;
import sc.fiji.imagetomask.Picture;
import sc.fiji.imagetomask.Tile;
import sc.fiji.imagetomask.WeightMap;
import sc.fiji.imagetomask.engine.MaskSpan;
import sc.fiji.imagetomask.engine.Pixels;
import sc.fiji.imagetomask.img.ImgPictures;
import sc.fiji.imagetomask.memory.ArrayPool;
import sc.fiji.imagetomask.reading.ChannelOrder;
import sc.fiji.imagetomask.reading.DisplayColours;
import sc.fiji.imagetomask.reading.MaskPixels;
import sc.fiji.imagetomask.reading.NumberRange;
import sc.fiji.imagetomask.reading.ShownChannel;
import sc.fiji.imagetomask.zarr.DataType;
import sc.fiji.imagetomask.zarr.ZarrArray;
import sc.fiji.imagetomask.zarr.ZarrImgs;

/**
 * One resolution of an OME-Zarr image as pictures, one for each position along t and z, those of the first t first. Its
 * channels are grey, or have the colours in which they are shown, see {@link DisplayColours}, or are chosen by number. A tile is read when it is asked for; one that cannot be read is
 * an {@link UncheckedIOException} with one sentence.
 *
 * <pre>{@code
 * OmePictures pictures = OmePictures.of(OmeZarrImage.open(folder), 0, ChannelOrder.DEFAULT, NumberRange.TYPE, 0);
 * ImageToMask job = new ImageToMask(engine, settings);
 * Histogram histogram = job.histogram(MaskInput.of(pictures.picture(0)));
 * }</pre>
 */
public final class OmePictures {

    private final OmeSlices slices;
    private final ChannelOrder rgb;
    private final NumberRange range;
    private final DisplayColours colours;
    private final int blockWidth;
    private final int blockHeight;
    private final List<Long> order;
    private final TilesAhead ahead;

    private OmePictures(
            OmeSlices slices,
            ChannelOrder rgb,
            NumberRange range,
            DisplayColours colours,
            int blockWidth,
            int blockHeight,
            List<Long> order,
            TilesAhead ahead) {
        this.slices = slices;
        this.colours = colours;
        this.rgb = rgb;
        this.range = range;
        this.blockWidth = blockWidth;
        this.blockHeight = blockHeight;
        this.order = order;
        this.ahead = ahead;
    }

    /**
     * The pictures of one resolution.
     *
     * @param level 0 being the largest
     * @param keptBytes bytes of decoded chunks that are kept for the tiles to come, those used last
     * @throws IllegalArgumentException with one sentence, if there is no such level or channel, there are more than 32
     *     channels without colours and none were chosen, or the ranges are of another number than the channels
     */
    public static OmePictures of(OmeZarrImage image, int level, ChannelOrder rgb, NumberRange range, long keptBytes) {
        ZarrArray array = image.level(level).array();
        int c = image.dimension("c");
        long has = c < 0 ? 1 : Math.min(array.shape()[c], Integer.MAX_VALUE);
        DisplayColours colours =
                rgb.isDisplayed() ? colours(image.channels(), array.dataType(), (int) has, range) : null;
        List<Integer> chosen = colours != null
                ? colours.numbers()
                : rgb.of("image '" + image.store().lastName() + "'", (int) has);
        if (colours == null) range.of(chosen.size(), new NumberRange.Span(0, 1));
        int first = Collections.min(chosen);
        ChannelOrder order = new ChannelOrder(
                chosen.stream().map(number -> number - first + 1).toList());
        OmeSlices slices = new OmeSlices(
                image,
                keptBytes > 0 ? array.keeping(keptBytes) : array,
                first - 1,
                Collections.max(chosen) - first + 1);
        int[] chunk = array.chunkShape();
        return new OmePictures(
                slices,
                order,
                range,
                colours,
                chunk[image.dimension("x")],
                chunk[image.dimension("y")],
                List.of(),
                null);
    }

    /** Of omero, or as ImageJ shows channels without colours; null if the channel numbers decide. */
    private static DisplayColours colours(List<OmeChannel> channels, DataType type, int has, NumberRange range) {
        boolean isKnown = has > 1
                && channels.size() >= has
                && channels.subList(0, has).stream().allMatch(OmeChannel::hasColor);
        if (!isKnown) return DisplayColours.ofUnknown(has, range);
        DisplayColours colours = DisplayColours.of(
                channels.subList(0, has).stream()
                        .map(channel -> shown(channel, type))
                        .toList(),
                number -> channels.get(number - 1).isActive(),
                range);
        if (colours.numbers().isEmpty())
            throw new IllegalArgumentException(
                    "The image shows none of its channels; rgb must say which to use, such as rgb=1,2,3.");
        return colours;
    }

    /** A window that ends beyond all values of the type says nothing; some writers write the largest number that they know. */
    private static ShownChannel shown(OmeChannel channel, DataType type) {
        double max = type.isFloat() && channel.max() >= Float.MAX_VALUE
                ? Double.NaN
                : Math.min(channel.max(), type.largest());
        int rgb = Integer.parseInt(channel.color().replace("#", ""), 16);
        return ShownChannel.of(rgb >> 16, rgb >> 8 & 255, rgb & 255, channel.min(), max);
    }

    /** The same with tiles of whole blocks of that size, instead of whole chunks. */
    public OmePictures inBlocks(int width, int height) {
        return new OmePictures(slices, rgb, range, colours, width, height, order, ahead);
    }

    /**
     * The same for who reads all tiles of slices in their order: from a store that takes long, the next ones are read, too.
     *
     * @param numbers the slices in the order in which they are read, which is that of their numbers
     */
    public OmePictures readAhead(List<Long> numbers) {
        TilesAhead tiles =
                new TilesAhead(width(), height(), numbers.size(), (place, tile) -> begin(numbers.get(place), tile));
        return new OmePictures(slices, rgb, range, colours, blockWidth, blockHeight, numbers, tiles);
    }

    /** Whether they have the colours in which the image shows its channels. */
    public boolean isInColours() {
        return colours != null;
    }

    /** Whether they are computed in single precision, not as bytes. */
    public boolean isOfHighBitDepth() {
        return slices.array().dataType() != DataType.UINT8 || !range.isType();
    }

    /** How many there are. */
    public long count() {
        return slices.count();
    }

    /** How many bytes of chunks were read until now, as they are stored. */
    public long bytesRead() {
        return slices.array().bytesRead();
    }

    /** In pixels. */
    public long width() {
        return slices.size("x");
    }

    /** In pixels. */
    public long height() {
        return slices.size("y");
    }

    /** The number of slices along z at each time point; they follow each other. */
    public long depth() {
        return slices.size("z");
    }

    /** That picture, 0 being the first. */
    public Picture picture(long slice) {
        return new OnePicture(slice);
    }

    /** That picture as a mask image: grey values without change, colours as their luma, without alpha. */
    public WeightMap weights(long slice) {
        return new OneWeightMap(slice);
    }

    private Pixels read(long slice, Tile tile) {
        try {
            long[] min = slices.min(slice, tile.x(), tile.y());
            int[] size = slices.size(tile.width(), tile.height());
            if (arePlanes()) return planes(slices.array().readPlanes(min, size, slices.channelAxis()), tile.pixels());
            Object values = slices.array().readBlock(min, size);
            Tile whole = new Tile(0, 0, tile.width(), tile.height());
            return block(values, whole).read(whole);
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }

    /** Whether the channels are bytes that are used as they are stored. */
    private boolean arePlanes() {
        return !isOfHighBitDepth() && slices.isByRows() && colours == null;
    }

    private Pixels planes(Object[] planes, int pixels) {
        List<Integer> numbers = slices.channelAxis() < 0 ? List.of(1) : rgb.numbers();
        byte[][] channels =
                numbers.stream().map(number -> (byte[]) planes[number - 1]).toArray(byte[][]::new);
        return new Pixels.Planar(channels, 0, pixels);
    }

    private Picture block(Object values, Tile tile) {
        List<String> axes = slices.blockAxes();
        long[] size = axes.stream()
                .mapToLong(
                        axis -> axis.equals("x") ? tile.width() : axis.equals("y") ? tile.height() : slices.channels())
                .toArray();
        RandomAccessibleInterval<? extends RealType<?>> image =
                ZarrImgs.of(slices.array().dataType(), values, size);
        int c = axes.indexOf("c");
        if (c >= 0) image = Views.moveAxis(image, c, axes.size() - 1);
        boolean turned = axes.indexOf("y") < axes.indexOf("x");
        if (turned) image = Views.permute(image, 0, 1);
        if (colours != null) {
            RandomAccessibleInterval<? extends RealType<?>> channels = image;
            return colours.picture(
                    slices.array().dataType() == DataType.UINT8,
                    (place, ofValues) -> ImgPictures.real(
                                    Views.hyperSlice(channels, 2, rgb.numbers().get(place) - 1), ofValues)
                            .slices()
                            .get(0)
                            .read(new Tile(0, 0, tile.width(), tile.height())),
                    tile.width(),
                    tile.height());
        }
        return (c < 0 ? ImgPictures.real(image, range) : ImgPictures.real(image, 2, rgb, range))
                .slices()
                .get(0);
    }

    private boolean begin(long slice, Tile tile) {
        return slices.array().begin(slices.min(slice, tile.x(), tile.y()), slices.size(tile.width(), tile.height()));
    }

    private abstract class OneSlice {

        final long slice;
        final int place;

        OneSlice(long slice) {
            this.slice = slice;
            place = Collections.binarySearch(order, slice);
        }

        Pixels pixels(Tile tile) {
            if (place >= 0) ahead.from(place, tile);
            return OmePictures.this.read(slice, tile);
        }

        public long width() {
            return OmePictures.this.width();
        }

        public long height() {
            return OmePictures.this.height();
        }

        public boolean isLazy() {
            return true;
        }

        public boolean isConcurrent() {
            return true;
        }
    }

    private final class OnePicture extends OneSlice implements Picture {

        OnePicture(long slice) {
            super(slice);
        }

        @Override
        public Pixels read(Tile tile) {
            return pixels(tile);
        }

        @Override
        public void release(Pixels pixels) {
            if (arePlanes() && pixels instanceof Pixels.Planar planar)
                Stream.of(planar.channels()).distinct().forEach(ArrayPool::give);
        }

        @Override
        public List<Tile> tiles(int pixels) {
            return Tile.blocks(width(), height(), blockWidth, blockHeight, pixels);
        }
    }

    private final class OneWeightMap extends OneSlice implements WeightMap {

        OneWeightMap(long slice) {
            super(slice);
        }

        @Override
        public MaskSpan read(Tile tile) {
            Tile whole = new Tile(0, 0, tile.width(), tile.height());
            return MaskPixels.of(pixels(tile), tile.width(), tile.height()).read(whole);
        }
    }
}
