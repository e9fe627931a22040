package sc.fiji.imagetomask.picturefile.raster;

import java.awt.image.BufferedImage;
import java.io.IOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.stream.ImageInputStream;
import sc.fiji.imagetomask.picturefile.AwtRasters;
import sc.fiji.imagetomask.picturefile.PictureRaster;
import sc.fiji.imagetomask.picturefile.ReadWarnings;

/** The pixels of a JPEG, by Java's own reader, from a stream without the parts that it cannot read. */
final class JpegPixels implements RasterPixels {

    private final ImageInputStream stream;
    private final ImageReader reader;
    private final int width;
    private final int height;
    private final int channels;
    private final int bits;

    /** @param stream is closed with this, or if this fails */
    JpegPixels(ImageInputStream stream) throws IOException {
        this.stream = stream;
        reader = ImageIO.getImageReadersByFormatName("jpeg").next();
        try {
            reader.setInput(stream);
            ImageTypeSpecifier type = reader.getRawImageType(0);
            width = reader.getWidth(0);
            height = reader.getHeight(0);
            channels = type == null ? 0 : type.getNumBands();
            int sum = 0;
            for (int band = 0; band < channels; band++) sum += type.getBitsPerBand(band);
            bits = sum;
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
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
    public int bits() {
        return bits;
    }

    /** 0 if they are not grey, indexed, RGB or RGBA. */
    @Override
    public int channels() {
        return channels;
    }

    @Override
    public PictureRaster read() throws IOException {
        ReadWarnings warnings = ReadWarnings.of(reader);
        BufferedImage image = reader.read(0);
        warnings.requireNone();
        return AwtRasters.of(image);
    }

    @Override
    public void close() throws IOException {
        reader.dispose();
        stream.close();
    }
}
