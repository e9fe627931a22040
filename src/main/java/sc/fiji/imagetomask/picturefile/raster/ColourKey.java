package sc.fiji.imagetomask.picturefile.raster;

import java.util.Arrays;
import sc.fiji.imagetomask.picturefile.ByteRaster;
import sc.fiji.imagetomask.picturefile.HighBitDepthRaster;
import sc.fiji.imagetomask.picturefile.PictureRaster;

/**
 * The one colour of a picture that is transparent.
 *
 * @param values of the channels, as they are stored
 * @param most what a stored value can be
 */
record ColourKey(int[] values, int most) {

    /** The same picture with an alpha channel, which is 0 where all channels have the key's value. */
    PictureRaster cutOut(PictureRaster slice) {
        return slice instanceof ByteRaster planes ? cutOut(planes) : cutOut(HighBitDepthRaster.of(slice));
    }

    private ByteRaster cutOut(ByteRaster planes) {
        byte[][] channels = planes.channels();
        byte[] alpha = new byte[channels[0].length];
        for (int i = 0; i < alpha.length; i++) {
            boolean isKey = true;
            for (int c = 0; c < values.length && isKey; c++) isKey = channels[c][i] == (byte) (values[c] * 255 / most);
            if (!isKey) alpha[i] = (byte) 255;
        }
        return (ByteRaster) planes.and(new ByteRaster(new byte[][] {alpha}, planes.width(), planes.height()));
    }

    private HighBitDepthRaster cutOut(HighBitDepthRaster planes) {
        float[][] channels = planes.channels();
        float[] alpha = new float[channels[0].length];
        Arrays.fill(alpha, (float) planes.type().max());
        for (int i = 0; i < alpha.length; i++) {
            boolean isKey = true;
            for (int c = 0; c < values.length && isKey; c++) isKey = channels[c][i] == values[c];
            if (isKey) alpha[i] = 0;
        }
        return (HighBitDepthRaster) planes.and(
                new HighBitDepthRaster(new float[][] {alpha}, planes.type(), planes.width(), planes.height()));
    }
}
