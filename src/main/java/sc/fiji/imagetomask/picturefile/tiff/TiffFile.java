package sc.fiji.imagetomask.picturefile.tiff;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;
import sc.fiji.imagetomask.DerivedWeights;
import sc.fiji.imagetomask.Picture;
import sc.fiji.imagetomask.Tile;
import sc.fiji.imagetomask.WeightMap;
import sc.fiji.imagetomask.engine.MaskSpan;
import sc.fiji.imagetomask.picturefile.ByteRaster;
import sc.fiji.imagetomask.picturefile.Calibration;
import sc.fiji.imagetomask.picturefile.FileReading;
import sc.fiji.imagetomask.picturefile.PictureFile;
import sc.fiji.imagetomask.picturefile.PictureRaster;
import sc.fiji.imagetomask.picturefile.ProfileUse;
import sc.fiji.imagetomask.picturefile.SampleReading;
import sc.fiji.imagetomask.picturefile.UnsupportedPictureException;
import sc.fiji.imagetomask.picturefile.bands.BandPicture;
import sc.fiji.imagetomask.picturefile.bands.BandReader;
import sc.fiji.imagetomask.reading.DisplayColours;
import sc.fiji.imagetomask.reading.MaskPixels;
import sc.fiji.imagetomask.reading.NumberRange;
import sc.fiji.imagetomask.reading.ShownChannel;

/**
 * A TIFF or BigTIFF of one slice or more, each in strips or tiles. What is larger than one band of rows is read band by
 * band.
 *
 * <p>Design decision: a page is a picture, but the pages of one z and t of a
 * composite of ImageJ are the channels of one, as in ImageJ's menu: in the colours in which they are shown, or those that
 * are asked for.
 */
public final class TiffFile implements PictureFile {

    /** The most values of one array. */
    private static final long MOST_VALUES = Integer.MAX_VALUE - 8;

    private static final int USUAL_TILE = 256;
    private static final int WHITE_IS_ZERO = 0;
    private static final int BLACK_IS_ZERO = 1;

    private final Path path;
    private final SampleReading reading;
    private final ImageInputStream stream;
    private final TiffPages pages;
    /** How many pages are the channels of one picture; 1: a page is a picture. */
    private int channels;
    /** Which of them are used. */
    private List<Integer> chosen;
    /** In which colours they are shown; null if they are not channels of one picture, or are asked for by number. */
    private DisplayColours colours;

    private ProfileUse profile = ProfileUse.NONE;
    private int tile;
    private int width;
    private int height;
    private boolean isSideways;
    private long valuesAtOnce;

    /** @param bandBytes how much is decoded at once, unless a single strip or tile is larger */
    public TiffFile(Path path, SampleReading reading, int bandBytes) throws IOException {
        this.path = path;
        this.reading = reading;
        stream = new FileImageInputStream(path.toFile());
        try {
            pages = FileReading.of(
                    path,
                    () -> new TiffPages(
                            path,
                            stream,
                            bandBytes,
                            reading.files(),
                            reading.part().level()));
            FileReading.of(path, this::open);
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    private Void open() throws IOException {
        TiffPage first = pages.page(0);
        channels = pages.channels();
        for (int i = 0; channels > 1 && i < pages.directories(); i++)
            if (!pages.page(i).isChannelWith(first)) channels = 1;
        for (int i = 0; i < pages.directories(); i++) requireFit(i, pages.page(i));
        tile = first.blocks().tiled() ? tile(first.blocks()) : 0;
        if (channels > 1 && reading.rgb().isDisplayed()) {
            try {
                colours = DisplayColours.of(shown(), channels, reading.range());
            } catch (IllegalArgumentException e) {
                throw new UnsupportedPictureException(e.getMessage());
            }
            chosen = colours.numbers().stream().map(number -> number - 1).toList();
        } else if (channels > 1) chosen = reading.chosen(path, channels);
        else profile = profile(first);
        return null;
    }

    private ProfileUse profile(TiffPage page) throws IOException {
        TiffDirectory fields = page.blocks().directory();
        byte[] bytes = fields.isWhole(TiffTag.ICC_PROFILE) ? fields.bytes(TiffTag.ICC_PROFILE) : null;
        boolean isGrey =
                page.fields().colours() == WHITE_IS_ZERO || page.fields().colours() == BLACK_IS_ZERO;
        return ProfileUse.of(path, bytes, reading.files().icc(), isGrey ? 1 : 3);
    }

    private void requireFit(int i, TiffPage page) throws IOException {
        TiffBlocks blocks = page.blocks();
        isSideways = page.fields().isSideways();
        int across = isSideways ? blocks.height() : blocks.width();
        int down = isSideways ? blocks.width() : blocks.height();
        if (i == 0) {
            width = across;
            height = down;
        }
        if (across != width || down != height)
            throw new UnsupportedPictureException("The slices of '" + path + "' must have one size, but slice 1 is "
                    + width + " x " + height + " and slice " + (i + 1) + " is " + across + " x " + down + " pixels.");
        page.fields().requireFit(path, blocks.directory(), reading.rgb());
        long values = bands(page).valuesAtOnce();
        valuesAtOnce = Math.max(valuesAtOnce, values);
        if (values > MOST_VALUES)
            throw new UnsupportedPictureException(
                    "'" + path + "' has slices of " + width + " x " + height + " pixels, and " + values
                            + " values of one must be read at once, but at most " + MOST_VALUES + " can.");
    }

    private static int tile(TiffBlocks blocks) {
        int edge = blocks.blockWidth();
        boolean isUsual = edge == blocks.blockHeight() && edge % 16 == 0 && edge >= 64 && edge <= 1024;
        return isUsual ? edge : USUAL_TILE;
    }

    private TiffBands bands(TiffPage page) throws IOException {
        return new TiffBands(
                stream,
                page,
                planes -> reading.isAsStored()
                        ? profile.convert(page.fields().plain(planes))
                        : reading.channels(path, profile.convert(planes)));
    }

    private PageBands bands(int i) throws IOException {
        if (channels == 1) return bands(pages.page(i));
        List<TiffBands> all = new ArrayList<>();
        for (int channel : chosen)
            all.add(new TiffBands(stream, pages.page(i * channels + channel).asChannel(), planes -> planes));
        return new ChannelBands(all);
    }

    private Picture picture(PictureRaster planes, NumberRange range) {
        if (colours == null) return planes.picture(range);
        Tile all = new Tile(0, 0, planes.width(), planes.height());
        return colours.picture(
                planes instanceof ByteRaster,
                (place, ofValues) ->
                        planes.choose(List.of(place)).picture(ofValues).read(all),
                planes.width(),
                planes.height());
    }

    private WeightMap mask(PictureRaster planes) {
        if (channels == 1) return planes.mask();
        Tile all = new Tile(0, 0, planes.width(), planes.height());
        return MaskPixels.of(picture(planes, NumberRange.TYPE).read(all), planes.width(), planes.height());
    }

    @Override
    public List<String> notices() {
        return Stream.concat(pages.notices().stream(), profile.notices().stream())
                .toList();
    }

    @Override
    public boolean isInColours() {
        return colours != null;
    }

    @Override
    public List<ShownChannel> shown() {
        return channels > 1 ? pages.shown() : List.of();
    }

    @Override
    public Calibration calibration() {
        return isSideways ? pages.calibration().turned() : pages.calibration();
    }

    @Override
    public int frames() {
        return slices() % pages.frames() == 0 ? pages.frames() : 1;
    }

    @Override
    public long valuesAtOnce() {
        return valuesAtOnce;
    }

    @Override
    public int slices() {
        return pages.count() / channels;
    }

    @Override
    public int width() {
        return width;
    }

    @Override
    public int height() {
        return height;
    }

    @Override
    public Picture picture(int i) throws IOException {
        return FileReading.of(path, () -> {
            PageBands bands = bands(i);
            Picture first = picture(bands.at(0).planes(), reading.range());
            return bands.isOne()
                    ? first
                    : new BandPicture(path, bands, width, height, rows -> picture(rows, reading.range()));
        });
    }

    @Override
    public WeightMap mask(int i) throws IOException {
        return FileReading.of(path, () -> {
            PageBands bands = bands(i);
            if (bands.isOne()) return mask(bands.at(0).planes());
            BandReader<WeightMap, MaskSpan> reader = new BandReader<>(path, bands, width, this::mask, WeightMap::read);
            return new DerivedWeights(width, height, true, reader::read);
        });
    }

    /** That of the first slice's tiles; a usual one where they are not square, or very small or large. */
    @Override
    public int tile() {
        return tile;
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
