package sc.fiji.imagetomask.picturefile;

import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.ComponentSampleModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;

/**
 * The stored values of a Java image as planes. Colour spaces are not used, because Java would apply its own gamma to
 * grey values. Indices are replaced by the colours of their palette; samples of fewer than 8 bits are spread over
 * 0..255, truncated.
 */
public final class AwtRasters {

    private AwtRasters() {}

    public static PictureRaster of(BufferedImage image) {
        if (image.getColorModel() instanceof IndexColorModel palette) return indexed(image.getRaster(), palette);
        return switch (image.getRaster().getDataBuffer().getDataType()) {
            case DataBuffer.TYPE_USHORT ->
                image.getColorModel() instanceof ComponentColorModel
                        ? deep(image.getRaster(), 65535)
                        : direct(image.getRaster(), image.getColorModel());
            case DataBuffer.TYPE_FLOAT -> deep(image.getRaster(), 1);
            default -> direct(image.getRaster(), image.getColorModel());
        };
    }

    /** The bytes of a raster whose samples have 8 bits. */
    public static ByteRaster bytes(Raster raster) {
        int pixels = raster.getWidth() * raster.getHeight();
        byte[][] planes = new byte[raster.getNumBands()][];
        for (int c = 0; c < planes.length; c++) planes[c] = stored(raster, c, pixels);
        return new ByteRaster(planes, raster.getWidth(), raster.getHeight());
    }

    private static HighBitDepthRaster deep(Raster raster, float most) {
        int width = raster.getWidth();
        int height = raster.getHeight();
        float[][] planes = new float[raster.getNumBands()][width * height];
        float[] row = new float[width];
        for (int c = 0; c < planes.length; c++)
            for (int y = 0; y < height; y++) {
                raster.getSamples(raster.getMinX(), raster.getMinY() + y, width, 1, c, row);
                System.arraycopy(row, 0, planes[c], y * width, width);
            }
        return new HighBitDepthRaster(planes, most, width, height);
    }

    private static ByteRaster indexed(Raster raster, IndexColorModel palette) {
        int width = raster.getWidth();
        byte[] indices = new byte[width * raster.getHeight()];
        int[] row = new int[width];
        for (int y = 0, at = 0; y < raster.getHeight(); y++) {
            raster.getSamples(raster.getMinX(), raster.getMinY() + y, width, 1, 0, row);
            for (int x = 0; x < width; x++) indices[at++] = (byte) row[x];
        }
        return PaletteTable.of(palette).planes(indices, width, raster.getHeight());
    }

    private static ByteRaster direct(Raster raster, ColorModel model) {
        int bands = raster.getNumBands();
        int pixels = raster.getWidth() * raster.getHeight();
        boolean bytes = raster.getSampleModel() instanceof ComponentSampleModel
                && raster.getDataBuffer() instanceof DataBufferByte;
        byte[][] planes = new byte[bands][];
        for (int c = 0; c < bands; c++)
            planes[c] = bytes && model.getComponentSize(Math.min(c, model.getNumComponents() - 1)) == 8
                    ? stored(raster, c, pixels)
                    : spread(raster, c, pixels);
        return new ByteRaster(planes, raster.getWidth(), raster.getHeight());
    }

    private static byte[] stored(Raster raster, int band, int pixels) {
        ComponentSampleModel model = (ComponentSampleModel) raster.getSampleModel();
        DataBufferByte buffer = (DataBufferByte) raster.getDataBuffer();
        byte[] data = buffer.getData(model.getBankIndices()[band]);
        int start = buffer.getOffsets()[model.getBankIndices()[band]]
                + model.getOffset(-raster.getSampleModelTranslateX(), -raster.getSampleModelTranslateY(), band)
                + raster.getMinX() * model.getPixelStride()
                + raster.getMinY() * model.getScanlineStride();
        int step = model.getPixelStride();
        int width = raster.getWidth();
        if (step == 1 && model.getScanlineStride() == width && start == 0 && data.length == pixels) return data;
        byte[] plane = new byte[pixels];
        for (int y = 0, to = 0; y < raster.getHeight(); y++) {
            int from = start + y * model.getScanlineStride();
            for (int x = 0; x < width; x++, from += step) plane[to++] = data[from];
        }
        return plane;
    }

    private static byte[] spread(Raster raster, int band, int pixels) {
        int most = (1 << raster.getSampleModel().getSampleSize(band)) - 1;
        int width = raster.getWidth();
        byte[] plane = new byte[pixels];
        int[] row = new int[width];
        for (int y = 0, to = 0; y < raster.getHeight(); y++) {
            raster.getSamples(raster.getMinX(), raster.getMinY() + y, width, 1, band, row);
            for (int x = 0; x < width; x++) plane[to++] = (byte) (row[x] * 255 / most);
        }
        return plane;
    }
}
