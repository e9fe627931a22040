package sc.fiji.imagetomask.ome;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.List;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;
import net.imglib2.view.Views;
import sc.fiji.imagetomask.Coverage;
import sc.fiji.imagetomask.Picture;
import sc.fiji.imagetomask.Tile;
import sc.fiji.imagetomask.engine.MaskRun;
import sc.fiji.imagetomask.engine.Pixels;
import sc.fiji.imagetomask.image.ChannelOrder;
import sc.fiji.imagetomask.image.ImgPictures;
import sc.fiji.imagetomask.image.MaskPixels;
import sc.fiji.imagetomask.image.NumberRange;
import sc.fiji.imagetomask.zarr.OmeZarrImage;
import sc.fiji.imagetomask.zarr.ZarrArray;
import sc.fiji.imagetomask.zarr.ZarrImgs;

/**
 * One resolution of an OME-Zarr image as pictures, one for each position along t and z, those of the first t first. Its
 * channels are grey; grey, alpha; r, g, b; or r, g, b, a. A tile is read when it is asked for; one that cannot be read is
 * an {@link UncheckedIOException} with one sentence.
 *
 * <pre>{@code
 * OmePictures pictures = OmePictures.of(OmeZarrImage.open(folder), 0, ChannelOrder.DEFAULT, NumberRange.TYPE, 0);
 * ImageToMask job = new ImageToMask(engine, settings);
 * Histogram histogram = job.histogram(Frame.of(pictures.picture(0)));
 * }</pre>
 */
public final class OmePictures {

    private final OmeSlices slices;
    private final ChannelOrder rgb;
    private final NumberRange range;
    private final int blockWidth;
    private final int blockHeight;

    private OmePictures(OmeSlices slices, ChannelOrder rgb, NumberRange range, int blockWidth, int blockHeight) {
        this.slices = slices;
        this.rgb = rgb;
        this.range = range;
        this.blockWidth = blockWidth;
        this.blockHeight = blockHeight;
    }

    /**
     * The pictures of one resolution.
     *
     * @param level 0 being the largest
     * @param keptBytes bytes of decoded chunks that are kept for the tiles to come, those used last
     * @throws IllegalArgumentException with one sentence, if there is no such level or channel, there are more than 4
     *     channels and none were chosen, or the ranges are of another number than the channels
     */
    public static OmePictures of(OmeZarrImage image, int level, ChannelOrder rgb, NumberRange range, long keptBytes) {
        ZarrArray array = image.level(level).array();
        int c = image.dimension("c");
        long has = c < 0 ? 1 : Math.min(array.shape()[c], Integer.MAX_VALUE);
        List<Integer> chosen = rgb.of("image '" + image.folder().getFileName() + "'", (int) has);
        range.of(chosen.size(), new NumberRange.Span(0, 1));
        int first = Collections.min(chosen);
        ChannelOrder order = new ChannelOrder(
                chosen.stream().map(number -> number - first + 1).toList());
        OmeSlices slices = new OmeSlices(
                image,
                keptBytes > 0 ? array.keeping(keptBytes) : array,
                first - 1,
                Collections.max(chosen) - first + 1);
        int[] chunk = array.chunkShape();
        return new OmePictures(slices, order, range, chunk[image.dimension("x")], chunk[image.dimension("y")]);
    }

    /** The same, which are best cut into tiles of whole blocks of that size, instead of whole chunks of their own. */
    public OmePictures inBlocks(int width, int height) {
        return new OmePictures(slices, rgb, range, width, height);
    }

    /** How many there are. */
    public long count() {
        return slices.count();
    }

    /** In pixels. */
    public long width() {
        return slices.size("x");
    }

    /** In pixels. */
    public long height() {
        return slices.size("y");
    }

    /** How many there are along z: so many follow each other at each t. */
    public long depth() {
        return slices.size("z");
    }

    /** That picture, 0 being the first. */
    public Picture picture(long slice) {
        return new OnePicture(slice);
    }

    /** That picture as what masks are multiplied with: grey values as they are, colours as their luma, without alpha. */
    public Coverage coverage(long slice) {
        return new OneCoverage(slice);
    }

    private Pixels read(long slice, Tile tile) {
        try {
            Object values = slices.array()
                    .readBlock(slices.min(slice, tile.x(), tile.y()), slices.size(tile.width(), tile.height()));
            Tile whole = new Tile(0, 0, tile.width(), tile.height());
            return block(values, whole).read(whole);
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
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
        return (c < 0 ? ImgPictures.real(image, range) : ImgPictures.real(image, 2, rgb, range))
                .slices()
                .get(0);
    }

    private final class OnePicture implements Picture {

        private final long slice;

        OnePicture(long slice) {
            this.slice = slice;
        }

        @Override
        public long width() {
            return OmePictures.this.width();
        }

        @Override
        public long height() {
            return OmePictures.this.height();
        }

        @Override
        public Pixels read(Tile tile) {
            return OmePictures.this.read(slice, tile);
        }

        @Override
        public List<Tile> tiles(int pixels) {
            return Tile.blocks(width(), height(), blockWidth, blockHeight, pixels);
        }

        @Override
        public boolean isLazy() {
            return true;
        }
    }

    private final class OneCoverage implements Coverage {

        private final long slice;

        OneCoverage(long slice) {
            this.slice = slice;
        }

        @Override
        public long width() {
            return OmePictures.this.width();
        }

        @Override
        public long height() {
            return OmePictures.this.height();
        }

        @Override
        public boolean isLazy() {
            return true;
        }

        @Override
        public MaskRun read(Tile tile) {
            Tile whole = new Tile(0, 0, tile.width(), tile.height());
            return MaskPixels.of(OmePictures.this.read(slice, tile), tile.width(), tile.height())
                    .read(whole);
        }
    }
}
