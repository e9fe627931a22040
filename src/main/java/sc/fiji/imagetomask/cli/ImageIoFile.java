package sc.fiji.imagetomask.cli;

import com.twelvemonkeys.imageio.stream.BufferedFileImageInputStream;
import java.awt.image.BufferedImage;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.stream.ImageInputStream;
import sc.fiji.imagetomask.Coverage;
import sc.fiji.imagetomask.Picture;

/**
 * A picture file read with Java's ImageIO.
 *
 * <p>Design decisions: the bytes are those that Pillow reads, so colour profiles and gamma are ignored, and a TIFF's
 * orientation is followed, a JPEG's is not. An animated GIF counts as its first frame, on its canvas: later frames are
 * changes to earlier ones, not pictures. JPEG is lossy, and decoders may differ from each other by a few units.
 */
final class ImageIoFile implements PictureFile {

    /** The most values of one slice: what one Java array holds. */
    private static final long MOST_VALUES = Integer.MAX_VALUE - 8;

    private final Path path;
    private final PictureFormat format;
    private final ImageInputStream stream;
    private final ImageReader reader;
    private final Reading reading;
    private int slices;
    private int width;
    private int height;

    ImageIoFile(Path path, Reading reading) throws IOException {
        this.path = path;
        this.reading = reading;
        format = PictureFormat.of(path);
        stream = format == PictureFormat.JPEG ? JpegStream.of(path) : new BufferedFileImageInputStream(path.toFile());
        reader = format.reader();
        try {
            reading(this::open);
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    private Void open() throws IOException {
        slices = format.isTiff() ? TiffChain.length(stream) : 1;
        reader.setInput(stream);
        if (format.isTiff() && reader.getNumImages(true) != slices) throw new EOFException();
        int[] size = size(0);
        width = size[0];
        height = size[1];
        for (int i = 0; i < slices; i++) {
            requireFit(i);
            int[] other = size(i);
            if (other[0] != width || other[1] != height)
                throw new UnfitPicture("The slices of '" + path + "' must have one size, but slice 1 is " + width
                        + " x " + height + " and slice " + (i + 1) + " is " + other[0] + " x " + other[1]
                        + " pixels.");
        }
        return null;
    }

    private int[] size(int i) throws IOException {
        if (format == PictureFormat.GIF) {
            GifCanvas canvas = GifCanvas.of(reader);
            return new int[] {canvas.width(), canvas.height()};
        }
        boolean turned = format.isTiff() && TiffSlice.of(reader, i).orientation() > 4;
        int across = reader.getWidth(i);
        int down = reader.getHeight(i);
        return turned ? new int[] {down, across} : new int[] {across, down};
    }

    @Override
    public int slices() {
        return slices;
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
        return reading(() -> planes(i).picture(reading.range()));
    }

    @Override
    public Coverage mask(int i) throws IOException {
        return reading(() -> planes(i).mask());
    }

    private Slice planes(int i) throws IOException {
        TiffSlice tiff = format.isTiff() ? TiffSlice.of(reader, i) : null;
        BufferedImage image = read(i, tiff);
        Slice planes = RasterPlanes.of(image);
        if (format == PictureFormat.GIF) planes = GifCanvas.of(reader).place((Planes) planes, image.getColorModel());
        if (reading.rgb().numbers().isEmpty()) return tiff == null ? planes : tiff.straighten(planes);
        Slice chosen = planes.choose(chosen(planes.count()));
        return tiff == null ? chosen : chosen.upright(tiff.orientation());
    }

    /** The places of the channels that were asked for, 0 being the first. */
    private List<Integer> chosen(int channels) throws UnfitPicture {
        try {
            return reading.rgb().of("picture '" + path + "'", channels).stream()
                    .map(number -> number - 1)
                    .toList();
        } catch (IllegalArgumentException e) {
            throw new UnfitPicture(e.getMessage());
        }
    }

    private BufferedImage read(int i, TiffSlice tiff) throws IOException {
        if (tiff != null && tiff.isUnusual()) return JdkTiff.read(path, i);
        ReadWarnings warnings = ReadWarnings.of(reader);
        BufferedImage image = reader.read(i);
        warnings.requireNone();
        return image;
    }

    private void requireFit(int i) throws IOException {
        if (format.isTiff()) {
            TiffSlice tiff = TiffSlice.of(reader, i);
            tiff.requireFit(path, reading.rgb());
            if (format == PictureFormat.BIG_TIFF && tiff.isUnusual())
                throw new UnfitPicture(
                        "'" + path + "' is a BigTIFF of floating point or of many channels, but must be a"
                                + " plain TIFF for these.");
        }
        ImageTypeSpecifier type = reader.getRawImageType(i);
        if (type == null)
            throw new UnfitPicture("'" + path
                    + "' has colours of another kind, such as CMYK, but must be grey, indexed, RGB or RGBA.");
        long values = (long) width * height * type.getNumBands();
        if (values > MOST_VALUES)
            throw new UnfitPicture("'" + path + "' has slices of " + width + " x " + height + " pixels and " + values
                    + " values, but must have at most " + MOST_VALUES + " values per slice.");
    }

    /** Readers answer broken files with exceptions of any kind; here all of them become one sentence. */
    private <T> T reading(Callable<T> work) throws IOException {
        try {
            return work.call();
        } catch (UnfitPicture e) {
            throw e;
        } catch (EOFException e) {
            throw new IOException("'" + path + "' is broken: it ends early.", e);
        } catch (IOException | OutOfMemoryError e) {
            Throwable reason = e.getCause() instanceof OutOfMemoryError ? e.getCause() : e;
            throw new IOException("'" + path + "' cannot be read: " + Sentence.of(reason), e);
        } catch (Exception e) {
            throw new IOException("'" + path + "' is broken.", e);
        }
    }

    @Override
    public void close() throws IOException {
        reader.dispose();
        stream.close();
    }
}
