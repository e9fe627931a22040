package sc.fiji.imagetomask.clij;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import net.haesleinhuepf.clij.clearcl.ClearCLBuffer;
import net.haesleinhuepf.clij.clearcl.ClearCLContext;
import net.haesleinhuepf.clij.coremem.enums.NativeTypeEnum;
import org.jocl.cl_mem;
import sc.fiji.imagetomask.MaskValues;
import sc.fiji.imagetomask.engine.Samples;
import sc.fiji.imagetomask.engine.opencl.DeviceMasks;
import sc.fiji.imagetomask.engine.opencl.DevicePixels;

/**
 * A picture in CLIJ's buffers: its colours are the slices of one buffer, or each is a buffer of its own, of the same
 * size and type, which may be a volume. UnsignedByte is 0..255; of 16-bit and 32-bit images 0..65535 (UnsignedShort) or 0..1
 * (Float) are the least and the greatest value, values beyond them count as the nearer one, NaN as 0.
 */
public final class ColourBuffers {

    private static final int MOST_CHANNELS = 4;

    private final List<ClearCLBuffer> buffers;
    private final int channels;
    private final long[] size;

    private ColourBuffers(List<ClearCLBuffer> buffers, int channels, long[] size) {
        this.buffers = buffers;
        this.channels = channels;
        this.size = size;
        if (length() > Integer.MAX_VALUE)
            throw new IllegalArgumentException("The source has " + length()
                    + " pixels in each channel, but must have at most " + Integer.MAX_VALUE + ".");
    }

    /**
     * Colours that are slices: 1 (grey), 3 (r, g, b) or 4 (r, g, b, alpha).
     *
     * @throws IllegalArgumentException with one sentence, if the number of slices or the type is not allowed
     */
    public static ColourBuffers slices(ClearCLBuffer source) {
        format("source", source);
        long slices = source.getDepth();
        if (slices != 1 && slices != 3 && slices != MOST_CHANNELS)
            throw new IllegalArgumentException(
                    "The source has " + slices + " slices, but must have 1 (grey), 3 (r, g, b) or 4 (r, g, b, alpha).");
        return new ColourBuffers(List.of(source), (int) slices, new long[] {source.getWidth(), source.getHeight(), 1});
    }

    /**
     * Colours that are buffers of their own: 1 (grey), 3 (red, green, blue) or 4 (red, green, blue, alpha).
     *
     * @throws IllegalArgumentException with one sentence, if their number is not allowed, or they differ in size or
     *     type
     */
    public static ColourBuffers channels(ClearCLBuffer... channels) {
        if (channels.length != 1 && channels.length != 3 && channels.length != MOST_CHANNELS)
            throw new IllegalArgumentException("The source has " + channels.length
                    + " channels, but must have 1 (grey), 3 (r, g, b) or 4 (r, g, b, alpha).");
        String[] names = {"red channel", "green channel", "blue channel", "alpha channel"};
        for (int c = 0; c < channels.length; c++) {
            format(names[c], channels[c]);
            requireSize(names[c], channels[c], size(channels[0]));
            requireContext(names[c], channels[c], channels[0].getContext());
            if (channels[c].getNativeType() != channels[0].getNativeType())
                throw new IllegalArgumentException("The " + names[c] + " is of type " + channels[c].getNativeType()
                        + ", but must be " + channels[0].getNativeType() + " like the red channel.");
        }
        return new ColourBuffers(List.of(channels), channels.length, size(channels[0]));
    }

    /** Width, height and depth of the mask. */
    long[] size() {
        return size.clone();
    }

    private long length() {
        return size[0] * size[1] * size[2];
    }

    ClearCLContext context() {
        return buffers.get(0).getContext();
    }

    DevicePixels pixels() {
        DevicePixels.Format format = format("source", buffers.get(0));
        Samples.Range range = new Samples.Range(0, format.most());
        List<DevicePixels.Plane> planes = new ArrayList<>();
        for (int c = 0; c < channels; c++) planes.add(new DevicePixels.Plane(memory(c), offset(c), range));
        return new DevicePixels(format, planes, (int) length(), false);
    }

    /** The picture's alpha, which its mask is multiplied with; null if it has none. */
    DeviceMasks.Factor alpha() {
        int c = MOST_CHANNELS - 1;
        return channels < MOST_CHANNELS
                ? null
                : new DeviceMasks.Factor(memory(c), offset(c), format("source", buffers.get(0)));
    }

    /** A mask that replaces the alpha. */
    DeviceMasks.Factor factor(ClearCLBuffer mask, MaskValues values) {
        DevicePixels.Format format = format("mask", mask);
        requireSize("mask", mask, size);
        requireContext("mask", mask, context());
        return new DeviceMasks.Factor(memory(mask), 0, format, values == MaskValues.LABELS);
    }

    /** The buffer that takes the mask. */
    DeviceMasks.Result result(ClearCLBuffer destination) {
        NativeTypeEnum type = opened("destination", destination).getNativeType();
        if (type != NativeTypeEnum.UnsignedByte && type != NativeTypeEnum.Float)
            throw new IllegalArgumentException("The destination is of type " + type
                    + ", but must be UnsignedByte, which becomes 0..255, or Float, which becomes 0..1.");
        requireSize("destination", destination, size);
        requireContext("destination", destination, context());
        return new DeviceMasks.Result(memory(destination), type == NativeTypeEnum.Float);
    }

    private cl_mem memory(int channel) {
        return memory(buffers.get(Math.min(channel, buffers.size() - 1)));
    }

    private long offset(int channel) {
        return buffers.size() > 1 ? 0 : channel * length();
    }

    private static cl_mem memory(ClearCLBuffer buffer) {
        return (cl_mem) buffer.getPeerPointer().getPointer();
    }

    private static DevicePixels.Format format(String name, ClearCLBuffer buffer) {
        NativeTypeEnum type = opened(name, buffer).getNativeType();
        return switch (type) {
            case UnsignedByte -> DevicePixels.Format.BYTES;
            case UnsignedShort -> DevicePixels.Format.SHORTS;
            case Float -> DevicePixels.Format.FLOATS;
            default ->
                throw new IllegalArgumentException(
                        "The " + name + " is of type " + type + ", but must be UnsignedByte, UnsignedShort or Float.");
        };
    }

    private static ClearCLBuffer opened(String name, ClearCLBuffer buffer) {
        if (buffer == null)
            throw new IllegalArgumentException(
                    "The " + name + " is null, but must be an image in the memory of the GPU.");
        if (buffer.getPeerPointer() == null)
            throw new IllegalArgumentException(
                    "The " + name + " was released, but must be an image in the memory of the GPU.");
        return buffer;
    }

    private static void requireSize(String name, ClearCLBuffer buffer, long[] size) {
        if (!Arrays.equals(size(buffer), size))
            throw new IllegalArgumentException("The " + name + " is " + text(size(buffer)) + " pixels, but must be "
                    + text(size) + " like the picture.");
    }

    private static void requireContext(String name, ClearCLBuffer buffer, ClearCLContext context) {
        if (buffer.getContext() != context)
            throw new IllegalArgumentException("The " + name + " is on "
                    + buffer.getContext().getDevice().getName() + ", but must be in the same context of CLIJ as the"
                    + " picture, on " + context.getDevice().getName() + ".");
    }

    private static long[] size(ClearCLBuffer buffer) {
        return new long[] {buffer.getWidth(), buffer.getHeight(), buffer.getDepth()};
    }

    private static String text(long[] size) {
        return Arrays.stream(size).mapToObj(Long::toString).collect(Collectors.joining(" x "));
    }
}
