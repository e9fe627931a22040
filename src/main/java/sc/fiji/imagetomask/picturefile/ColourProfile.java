package sc.fiji.imagetomask.picturefile;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.ColorConvertOp;
import java.awt.image.DataBuffer;
import java.awt.image.PixelInterleavedSampleModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** An ICC profile of a picture file, which defines the colours of its values. */
final class ColourProfile {

    private static final ICC_Profile SRGB = ICC_Profile.getInstance(ColorSpace.CS_sRGB);

    /**
     * The largest difference of a colour, of 255, for a profile that still counts as sRGB: there are many slightly
     * different sRGB profiles.
     */
    private static final int TOLERANCE = 2;

    /** The step between the values of the colours that are compared. */
    private static final int STEP = 15;

    /** Of one step of 8 bits, in steps of 16. */
    private static final int DEPTH = 257;

    /** The number of pixels that are converted at once. */
    private static final int AT_ONCE = 1 << 16;

    private final ICC_Profile profile;

    /** @throws IllegalArgumentException if it is no profile */
    ColourProfile(byte[] bytes) {
        profile = ICC_Profile.getInstance(bytes);
    }

    /** 1 for grey, 3 for RGB, 0 for others. */
    int channels() {
        return switch (profile.getColorSpaceType()) {
            case ColorSpace.TYPE_GRAY -> 1;
            case ColorSpace.TYPE_RGB -> 3;
            default -> 0;
        };
    }

    /** The name in the profile. */
    String name() {
        byte[] description = profile.getData(ICC_Profile.icSigProfileDescriptionTag);
        if (description == null || description.length < 16) return "";
        ByteBuffer tag = ByteBuffer.wrap(description);
        boolean isOld = new String(description, 0, 4, StandardCharsets.US_ASCII).equals("desc");
        int start = isOld ? 12 : description.length >= 28 ? tag.getInt(24) : 0;
        int end = start + (isOld ? tag.getInt(8) : description.length >= 28 ? tag.getInt(20) : 0);
        if (start < 0 || start > end || end > description.length) return "";
        byte[] text = Arrays.copyOfRange(description, start, end);
        return new String(text, isOld ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_16BE)
                .replaceAll("\\p{Cntrl}", "")
                .strip();
    }

    /** Whether it gives the same colours as sRGB, with any name. */
    boolean isSrgb() {
        int side = 255 / STEP + 1;
        int pixels = channels() == 1 ? side : side * side * side;
        byte[][] colours = new byte[channels()][pixels];
        for (int i = 0; i < pixels; i++)
            for (int c = 0, rest = i; c < colours.length; c++, rest /= side)
                colours[c][i] = (byte) (rest % side * STEP);
        byte[][] converted = toSrgb(new ByteRaster(colours, pixels, 1)).channels();
        for (int c = 0; c < colours.length; c++)
            for (int i = 0; i < pixels; i++)
                if (Math.abs((converted[c][i] & 255) - (colours[c][i] & 255)) > TOLERANCE) return false;
        return true;
    }

    /** The picture converted to sRGB, alpha without change. Grey stays one channel. */
    ByteRaster toSrgb(ByteRaster planes) {
        byte[][] channels = planes.channels().clone();
        int colours = channels.length < 3 ? 1 : 3;
        for (int c = 0; c < colours; c++) channels[c] = new byte[channels[c].length];
        convert(
                planes,
                colours,
                (c, i) -> (planes.channels()[c][i] & 255) * DEPTH,
                (c, i, value) -> channels[c][i] = (byte) ((value + DEPTH / 2) / DEPTH));
        return new ByteRaster(channels, planes.width(), planes.height());
    }

    /** The same of 16 bits. */
    HighBitDepthRaster toSrgb(HighBitDepthRaster planes) {
        float[][] channels = planes.channels().clone();
        int colours = channels.length < 3 ? 1 : 3;
        for (int c = 0; c < colours; c++) channels[c] = new float[channels[c].length];
        convert(planes, colours, (c, i) -> (int) planes.channels()[c][i], (c, i, value) -> channels[c][i] = value);
        return new HighBitDepthRaster(channels, planes.type(), planes.width(), planes.height());
    }

    private interface Stored {
        int value(int channel, int pixel);
    }

    private interface Converted {
        void set(int channel, int pixel, int value);
    }

    /** With 16 bits: Java loses more than a rounding with 8. Greys of a table of colours are three equal values. */
    private void convert(PictureRaster planes, int colours, Stored stored, Converted converted) {
        ColorConvertOp converter = new ColorConvertOp(new ICC_Profile[] {profile, SRGB}, null);
        int bands = channels();
        int pixels = planes.width() * planes.height();
        int[] values = new int[3 * AT_ONCE];
        for (int start = 0; start < pixels; start += AT_ONCE) {
            int n = Math.min(AT_ONCE, pixels - start);
            WritableRaster from = raster(n, bands);
            for (int i = 0; i < n; i++)
                for (int b = 0; b < bands; b++)
                    values[i * bands + b] = stored.value(Math.min(b, colours - 1), start + i);
            from.setPixels(0, 0, n, 1, values);
            converter.filter(from, raster(n, 3)).getPixels(0, 0, n, 1, values);
            for (int i = 0; i < n; i++)
                for (int c = 0; c < colours; c++) converted.set(c, start + i, values[3 * i + c]);
        }
    }

    private static WritableRaster raster(int pixels, int channels) {
        int[] offsets = channels == 1 ? new int[] {0} : new int[] {0, 1, 2};
        return Raster.createWritableRaster(
                new PixelInterleavedSampleModel(
                        DataBuffer.TYPE_USHORT, pixels, 1, channels, channels * pixels, offsets),
                null);
    }
}
