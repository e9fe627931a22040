package sc.fiji.imagetomask.cli;

import com.twelvemonkeys.imageio.stream.BufferedFileImageInputStream;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.stream.ImageInputStream;
import sc.fiji.imagetomask.Coverage;
import sc.fiji.imagetomask.Picture;

/**
 * A picture file other than TIFF, read with Java's ImageIO as a whole.
 *
 * <p>Design decisions: the bytes are those that Pillow reads, so colour profiles and gamma are ignored, and so is a JPEG's
 * orientation. An animated GIF counts as its first frame, on its canvas: later frames are
 * changes to earlier ones, not pictures. JPEG is lossy, and decoders may differ from each other by a few units.
 */
final class ImageIoFile implements PictureFile {

    /** The most values of one slice: what one Java array holds. */
    private static final long MOST_VALUES = Integer.MAX_VALUE - 8;

    private final Path path;
    private final PictureFormat format;
    private final ImageInputStream stream;
    private final ImageReader reader;
    private final SampleReading reading;
    private int width;
    private int height;

    ImageIoFile(Path path, PictureFormat format, SampleReading reading) throws IOException {
        this.path = path;
        this.reading = reading;
        this.format = format;
        stream = format == PictureFormat.JPEG ? JpegStream.of(path) : new BufferedFileImageInputStream(path.toFile());
        reader = format.reader();
        try {
            FileReading.of(path, this::open);
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    private Void open() throws IOException {
        reader.setInput(stream);
        ImageTypeSpecifier type = reader.getRawImageType(0);
        if (type == null)
            throw new UnfitPicture("'" + path
                    + "' has colours of another kind, such as CMYK, but must be grey, indexed, RGB or RGBA.");
        GifCanvas canvas = format == PictureFormat.GIF ? GifCanvas.of(reader) : null;
        width = canvas == null ? reader.getWidth(0) : canvas.width();
        height = canvas == null ? reader.getHeight(0) : canvas.height();
        requireBacked(type);
        long values = (long) width * height * type.getNumBands();
        if (values > MOST_VALUES)
            throw new UnfitPicture("'" + path + "' has " + width + " x " + height + " pixels and " + values
                    + " values, but must have at most " + MOST_VALUES
                    + " values; only a TIFF may have more, and is read piece by piece.");
        return null;
    }

    /** Readers make room for all pixels before they see the first one. */
    private void requireBacked(ImageTypeSpecifier type) throws IOException {
        int bits = 0;
        for (int band = 0; band < type.getNumBands(); band++) bits += type.getBitsPerBand(band);
        long bytes = Files.size(path);
        if ((long) width * height > format.mostPixels(bytes, bits))
            throw new UnfitPicture("'" + path + "' is broken: it says that it has " + width + " x " + height
                    + " pixels, but its " + bytes + " bytes cannot hold them.");
    }

    @Override
    public int slices() {
        return 1;
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
        return FileReading.of(path, () -> planes().picture(reading.range()));
    }

    @Override
    public Coverage mask(int i) throws IOException {
        return FileReading.of(path, () -> planes().mask());
    }

    private Slice planes() throws IOException {
        ReadWarnings warnings = ReadWarnings.of(reader);
        BufferedImage image = reader.read(0);
        warnings.requireNone();
        Slice planes = RasterPlanes.of(image);
        if (format == PictureFormat.GIF) planes = GifCanvas.of(reader).place((Planes) planes, image.getColorModel());
        return reading.isAsStored() ? planes : reading.channels(path, planes);
    }

    @Override
    public void close() throws IOException {
        reader.dispose();
        stream.close();
    }
}
