package sc.fiji.imagetomask.clij;

import ij.ImagePlus;
import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.ShortBuffer;
import java.util.ArrayList;
import java.util.List;
import net.haesleinhuepf.clij.clearcl.ClearCLBuffer;
import net.haesleinhuepf.clij.clearcl.ClearCLContext;
import net.haesleinhuepf.clij.coremem.enums.NativeTypeEnum;
import sc.fiji.imagetomask.Picture;
import sc.fiji.imagetomask.Tile;
import sc.fiji.imagetomask.engine.Pixels;
import sc.fiji.imagetomask.engine.Samples;
import sc.fiji.imagetomask.image.ChannelOrder;
import sc.fiji.imagetomask.image.ImagePlusPictures;
import sc.fiji.imagetomask.image.Reading;
import sc.fiji.imagetomask.image.Slices;
import sc.fiji.imagetomask.image.ValueRange;

/**
 * Brings the shown picture of an ImageJ image into a buffer of CLIJ, its colours being slices: 1 of a grey image, 3 of
 * an RGB image, of one with a colour table and of two channels (red and green), 3 or 4 of a composite of so many
 * channels. Values are as they are stored: UnsignedByte, UnsignedShort or Float.
 */
public final class ColourPush {

    private ColourPush() {}

    /**
     * The picture at the image's shown slice and frame, in that context, such as {@code
     * clij2.getCLIJ().getClearCLContext()}. The caller closes the buffer.
     *
     * @throws IllegalArgumentException if the image is empty or has more than four channels
     */
    public static ClearCLBuffer push(ClearCLContext context, ImagePlus image) {
        Reading stored = new Reading(ValueRange.TYPE, ChannelOrder.DEFAULT);
        ImagePlusPictures.requirePixels(image);
        Picture picture = ImagePlusPictures.of(image, stored, Slices.CURRENT, image.getCurrentSlice())
                .picture(0);
        List<Buffer> planes = planes(picture.read(new Tile(0, 0, image.getWidth(), image.getHeight())));
        ClearCLBuffer buffer = Buffers.create(
                context, new long[] {image.getWidth(), image.getHeight(), planes.size()}, type(planes.get(0)));
        try {
            long bytes = buffer.getSizeInBytes() / planes.size();
            long at = 0;
            for (Buffer plane : planes) {
                buffer.readFrom(plane, at, bytes, true);
                at += bytes;
            }
            return buffer;
        } catch (RuntimeException e) {
            buffer.close();
            throw e;
        }
    }

    private static NativeTypeEnum type(Buffer plane) {
        if (plane instanceof FloatBuffer) return NativeTypeEnum.Float;
        return plane instanceof ShortBuffer ? NativeTypeEnum.UnsignedShort : NativeTypeEnum.UnsignedByte;
    }

    private static List<Buffer> planes(Pixels pixels) {
        List<Buffer> planes = new ArrayList<>();
        if (pixels instanceof Pixels.Packed packed)
            for (int shift = 16; shift >= 0; shift -= 8) planes.add(ByteBuffer.wrap(bytes(packed, shift)));
        else if (pixels instanceof Pixels.Planar planar)
            for (byte[] channel : planar.channels()) planes.add(ByteBuffer.wrap(channel));
        else {
            Samples[] channels = ((Pixels.Deep) pixels).channels();
            boolean floats = channels[0] instanceof Samples.Floats;
            for (Samples channel : channels) planes.add(floats ? floats(channel) : shorts(channel));
        }
        return planes;
    }

    private static byte[] bytes(Pixels.Packed pixels, int shift) {
        byte[] channel = new byte[pixels.length()];
        for (int i = 0; i < channel.length; i++) channel[i] = (byte) (pixels.data()[pixels.offset() + i] >> shift);
        return channel;
    }

    private static Buffer shorts(Samples channel) {
        return ShortBuffer.wrap(((Samples.Shorts) channel).data());
    }

    /** The blue that a picture of two channels lacks is of shorts, all 0. */
    private static Buffer floats(Samples channel) {
        return FloatBuffer.wrap(channel instanceof Samples.Floats given ? given.data() : new float[channel.length()]);
    }
}
