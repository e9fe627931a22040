package sc.fiji.imagetomask.clij;

import ij.ImagePlus;
import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.ShortBuffer;
import net.haesleinhuepf.clij.clearcl.ClearCLBuffer;
import net.haesleinhuepf.clij.clearcl.ClearCLContext;
import net.haesleinhuepf.clij.coremem.enums.NativeTypeEnum;
import sc.fiji.imagetomask.Picture;
import sc.fiji.imagetomask.Tile;
import sc.fiji.imagetomask.engine.Pixels;
import sc.fiji.imagetomask.engine.Samples;
import sc.fiji.imagetomask.imagej.ImageChannels;
import sc.fiji.imagetomask.imagej.ImagePlusPictures;
import sc.fiji.imagetomask.options.Slices;
import sc.fiji.imagetomask.reading.ChannelOrder;
import sc.fiji.imagetomask.reading.NumberRange;
import sc.fiji.imagetomask.reading.Reading;

/**
 * Copies the shown picture of an ImageJ image into a buffer of CLIJ, with one slice for each colour: 1 for a grey
 * image; 3 for an RGB image, an image with a colour table, or two or three channels. The stored values are not changed:
 * UnsignedByte, UnsignedShort or Float.
 *
 * <p>Design decision: the fourth channel of a composite is a dye, and not alpha. So more than three channels are pushed as
 * the sum of the colours in which they are shown: UnsignedByte for 8 bits, else Float 0..1.
 */
public final class ColourPush {

    private static final int COLOURS = 3;
    private static final Reading STORED = new Reading(NumberRange.TYPE, ChannelOrder.STORED);

    private ColourPush() {}

    /**
     * The picture at the image's shown slice and frame, in that context, such as {@code
     * clij2.getCLIJ().getClearCLContext()}. The caller closes the buffer.
     *
     * @throws IllegalArgumentException if the image is empty
     */
    public static ClearCLBuffer push(ClearCLContext context, ImagePlus image) {
        ImagePlusPictures.requirePixels(image);
        boolean isShown = ImageChannels.count(image) > COLOURS;
        Picture picture = ImagePlusPictures.of(
                        image, isShown ? Reading.DEFAULT : STORED, Slices.CURRENT, image.getCurrentSlice())
                .picture(0);
        Pixels pixels = picture.read(new Tile(0, 0, image.getWidth(), image.getHeight()));
        Values values =
                isShown && pixels instanceof Pixels.HighBitDepth shown ? Values.scaled(shown) : Values.of(pixels);
        ClearCLBuffer buffer =
                Buffers.create(context, new long[] {image.getWidth(), image.getHeight(), values.channels}, values.type);
        try {
            buffer.readFrom(values.planes, true);
            return buffer;
        } catch (RuntimeException e) {
            buffer.close();
            throw e;
        }
    }

    /** All channels, one after the other, as CLIJ takes them: in one array. */
    private record Values(NativeTypeEnum type, int channels, Buffer planes) {

        static Values of(Pixels pixels) {
            if (pixels instanceof Pixels.Packed packed) return of(packed);
            if (pixels instanceof Pixels.Planar planar) return of(planar);
            return of((Pixels.HighBitDepth) pixels);
        }

        private static Values of(Pixels.Packed pixels) {
            int n = pixels.length();
            byte[] all = new byte[size(3, n)];
            for (int i = 0; i < n; i++) {
                int argb = pixels.data()[pixels.offset() + i];
                for (int c = 0; c < 3; c++) all[c * n + i] = (byte) (argb >> 16 - 8 * c);
            }
            return new Values(NativeTypeEnum.UnsignedByte, 3, ByteBuffer.wrap(all));
        }

        private static Values of(Pixels.Planar pixels) {
            int channels = pixels.channels().length;
            ByteBuffer all = ByteBuffer.allocate(size(channels, pixels.length()));
            for (byte[] channel : pixels.channels()) all.put(channel);
            return new Values(NativeTypeEnum.UnsignedByte, channels, all.flip());
        }

        /**
         * The missing blue of a picture with two channels is an array of 16-bit zeros, even if the others are floats.
         */
        private static Values of(Pixels.HighBitDepth pixels) {
            Samples[] channels = pixels.channels();
            int size = size(channels.length, pixels.length());
            if (channels[0] instanceof Samples.Shorts) {
                ShortBuffer all = ShortBuffer.allocate(size);
                for (Samples channel : channels) all.put(((Samples.Shorts) channel).data());
                return new Values(NativeTypeEnum.UnsignedShort, channels.length, all.flip());
            }
            FloatBuffer all = FloatBuffer.allocate(size);
            for (Samples channel : channels)
                all.put(channel instanceof Samples.Floats floats ? floats.data() : new float[channel.length()]);
            return new Values(NativeTypeEnum.Float, channels.length, all.flip());
        }

        /** Red, green and blue as 0..1. */
        static Values scaled(Pixels.HighBitDepth pixels) {
            int n = pixels.length();
            float[] all = new float[size(COLOURS, n)];
            for (int i = 0; i < n; i++) {
                all[i] = pixels.red(i);
                all[n + i] = pixels.green(i);
                all[2 * n + i] = pixels.blue(i);
            }
            return new Values(NativeTypeEnum.Float, COLOURS, FloatBuffer.wrap(all));
        }

        private static int size(int channels, int length) {
            long size = (long) channels * length;
            if (size > Integer.MAX_VALUE - 8)
                throw new IllegalArgumentException("image has " + length + " pixels in " + channels
                        + " channels, but CLIJ takes at most 2147483639 values in one push.");
            return (int) size;
        }
    }
}
