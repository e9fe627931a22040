package sc.fiji.imagetomask.picturefile.raster;

import com.twelvemonkeys.imageio.stream.ByteArrayImageInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import sc.fiji.imagetomask.Picture;
import sc.fiji.imagetomask.WeightMap;
import sc.fiji.imagetomask.picturefile.Calibration;
import sc.fiji.imagetomask.picturefile.FileReading;
import sc.fiji.imagetomask.picturefile.Orientation;
import sc.fiji.imagetomask.picturefile.PictureFile;
import sc.fiji.imagetomask.picturefile.PictureFormat;
import sc.fiji.imagetomask.picturefile.PictureRaster;
import sc.fiji.imagetomask.picturefile.ProfileUse;
import sc.fiji.imagetomask.picturefile.SampleReading;
import sc.fiji.imagetomask.picturefile.UnsupportedPictureException;
import sc.fiji.imagetomask.picturefile.bands.BandPicture;

/**
 * A picture file other than TIFF, read as a whole. But a PNG of more than 4 million pixels is read some rows at a time, unless
 * it is interlaced or has to be turned.
 *
 * <p>Design decisions: the bytes are those that Pillow reads. An animated GIF counts as its first frame, on its canvas:
 * later frames are changes to earlier ones, not pictures. JPEG is lossy, and decoders may differ from each other by a few
 * units.
 */
public final class RasterFile implements PictureFile {

    /** The most values of one slice: what one Java array holds. */
    private static final long MOST_VALUES = Integer.MAX_VALUE - 8;

    /** The largest number of pixels that is accepted from a file of any length. */
    private static final long SMALL = 1 << 22;

    /** So few pixels are read as a whole. */
    private static final int USUAL_WHOLE = 1 << 22;

    private final Path path;
    private final PictureFormat format;
    private final SampleReading reading;
    private final int mostWhole;
    private RasterPixels pixels;
    private RasterNotes notes = RasterNotes.NONE;
    private ColourKey key;
    private boolean isIndexed;
    private int pngChannels;
    private ProfileUse profile;
    private Orientation upright;

    public RasterFile(Path path, PictureFormat format, SampleReading reading) throws IOException {
        this(path, format, reading, USUAL_WHOLE);
    }

    /** @param mostWhole pixels of a picture that is read as a whole though some rows of it could be */
    RasterFile(Path path, PictureFormat format, SampleReading reading, int mostWhole) throws IOException {
        this.path = path;
        this.format = format;
        this.reading = reading;
        this.mostWhole = mostWhole;
        try {
            FileReading.of(path, this::open);
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    private Void open() throws IOException {
        pixels = switch (format) {
            case PNG -> png(new PngFile(path));
            case JPEG -> jpeg(Files.readAllBytes(path));
            case GIF -> new GifPixels(path);
            default -> bmp(Files.readAllBytes(path));
        };
        int channels = pixels.channels();
        if (channels == 0)
            throw new UnsupportedPictureException("'" + path
                    + "' has colours of another kind, such as CMYK, but must be grey, indexed, RGB or RGBA.");
        int width = pixels.width();
        int height = pixels.height();
        requireBacked(width, height);
        profile = ProfileUse.of(path, notes.profile(), reading.files().icc(), isIndexed ? 3 : channels);
        upright = new Orientation(reading.files().orientation().of(notes.orientation()), width, height);
        long values = (long) width * height * channels;
        if (values > MOST_VALUES && !areInRows())
            throw tooLarge(values, "only a TIFF, and a PNG that is not interlaced and not turned, may have more.");
        return null;
    }

    private UnsupportedPictureException tooLarge(long values, String others) {
        return new UnsupportedPictureException("'" + path + "' has " + pixels.width() + " x " + pixels.height()
                + " pixels and " + values + " values, but must have at most " + MOST_VALUES + " values; " + others);
    }

    /** Whether the picture can be read some rows at a time. */
    private boolean areInRows() {
        return pixels.areInRows() && upright.keepsRows();
    }

    private RasterPixels png(PngFile file) throws IOException {
        notes = RasterNotes.of(file);
        key = file.key();
        isIndexed = file.isIndexed();
        pngChannels = isIndexed ? file.palette().tables().length : file.header().channels() + (key == null ? 0 : 1);
        return new PngPixels(file);
    }

    private RasterPixels jpeg(byte[] bytes) throws IOException {
        JpegStream file = new JpegStream(bytes);
        notes = RasterNotes.of(file);
        return new JpegPixels(file.stream());
    }

    /** A file of another format may be in it. */
    private RasterPixels bmp(byte[] bytes) throws IOException {
        BmpPixels bmp = new BmpPixels(path, bytes);
        BmpHeader header = bmp.header();
        notes = RasterNotes.of(header);
        if (!header.isShell()) return bmp;
        byte[] inner = Arrays.copyOfRange(bytes, Math.min(bytes.length, header.start()), bytes.length);
        return header.compression() == BmpHeader.JPEG
                ? jpeg(inner)
                : new PngPixels(new PngFile(path, new ByteArrayImageInputStream(inner)));
    }

    /** Checks the size, because readers allocate memory for all pixels before they read the first one. */
    private void requireBacked(int width, int height) throws IOException {
        long bytes = Files.size(path);
        if ((long) width * height > Math.max(SMALL, format.mostPixels(bytes, pixels.bits())))
            throw new UnsupportedPictureException("'" + path + "' is broken: it says that it has " + width + " x "
                    + height + " pixels, but its " + bytes + " bytes cannot hold them.");
    }

    @Override
    public int slices() {
        return 1;
    }

    @Override
    public int width() {
        return upright.newWidth();
    }

    @Override
    public int height() {
        return upright.newHeight();
    }

    @Override
    public Picture picture(int i) throws IOException {
        if (!isInPieces()) return FileReading.of(path, () -> used(pixels.read()).picture(reading.range()));
        if (!reading.isAsStored()) reading.chosen(path, pngChannels);
        return new BandPicture(
                path, pixels.bands(), width(), height(), rows -> used(rows).picture(reading.range()));
    }

    private boolean isInPieces() {
        return areInRows() && allPixels() > mostWhole;
    }

    private long allPixels() {
        return (long) width() * height();
    }

    @Override
    public long pixelsAtOnce(int tilePixels) {
        return isInPieces()
                ? Math.max(width(), Math.min(tilePixels, pixels.bands().enoughPixels()))
                : allPixels();
    }

    /** As a whole, because a mask may be read for several pictures in turns. */
    @Override
    public WeightMap mask(int i) throws IOException {
        long values = allPixels() * pixels.channels();
        if (values > MOST_VALUES) throw tooLarge(values, "only a TIFF may have more as a mask.");
        return FileReading.of(path, () -> used(pixels.read()).mask());
    }

    /** Rows, or all of the picture, with the channels and colours that are used. */
    private PictureRaster used(PictureRaster stored) throws IOException {
        PictureRaster withAlpha = key == null ? stored : key.cutOut(stored);
        PictureRaster turned = profile.convert(withAlpha).upright(upright.orientation());
        return reading.isAsStored() ? turned : reading.channels(path, turned);
    }

    @Override
    public List<String> notices() {
        List<String> notices = new ArrayList<>(profile.notices());
        if (notes.claim() != null && notes.profile() == null)
            notices.add("'" + path + "' says " + notes.claim() + ", but its values are used as sRGB.");
        return notices;
    }

    @Override
    public Calibration calibration() {
        return upright.isSideways() ? notes.calibration().turned() : notes.calibration();
    }

    @Override
    public void close() throws IOException {
        if (pixels != null) pixels.close();
    }
}
