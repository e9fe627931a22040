package sc.fiji.imagetomask.engine.opencl;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jocl.cl_mem;
import sc.fiji.imagetomask.channel.Channel;
import sc.fiji.imagetomask.engine.Samples;

/**
 * Pixels in the memory of a device, as the kernels read them.
 *
 * @param format what one element of the memory is
 * @param channels one for {@link Format#PACKED}; else 1 to 4: grey; grey, alpha; r, g, b; or r, g, b, a
 * @param length how many pixels there are, at most 2^31 - 1
 * @param opaque whether packed pixels have no alpha
 */
public record DevicePixels(Format format, List<Plane> channels, int length, boolean opaque) {

    /** What one element is. */
    public enum Format {
        /** 0xAARRGGBB. */
        PACKED("uint", 4, 255),
        /** Unsigned bytes. */
        BYTES("uchar", 1, 255),
        /** Unsigned 16-bit numbers. */
        SHORTS("ushort", 2, 65535),
        /** 32-bit floating-point numbers. */
        FLOATS("float", 4, 1);

        private final String type;
        private final int size;
        private final int most;

        Format(String type, int size, int most) {
            this.type = type;
            this.size = size;
            this.most = most;
        }

        /** Its type in kernels. */
        String type() {
            return type;
        }

        /** In bytes. */
        int size() {
            return size;
        }

        /** The default for the value that is scaled to 1. */
        public int most() {
            return most;
        }

        /** Whether masks of it are made by the formulas of 16-bit and 32-bit images. */
        boolean isHighBitDepth() {
            return this == SHORTS || this == FLOATS;
        }
    }

    /**
     * One channel.
     *
     * @param memory where it lies; may be the same for several channels
     * @param offset where its first pixel is, in elements
     * @param range what is scaled to 0..1; of no meaning for packed pixels and bytes
     */
    public record Plane(cl_mem memory, long offset, Samples.Range range) {}

    /** Checks that the number of channels fits the format. */
    public DevicePixels {
        int most = format == Format.PACKED ? 1 : 4;
        if (channels.isEmpty() || channels.size() > most)
            throw new IllegalArgumentException(
                    "The source has " + channels.size() + " channels, but must have 1 to " + most + ".");
        channels = List.copyOf(channels);
    }

    /** Planes of a buffer that lie one after the other. */
    static List<Plane> planes(cl_mem memory, int count, long length, Samples.Range range) {
        Plane[] planes = new Plane[count];
        Arrays.setAll(planes, c -> new Plane(memory, c * length, range));
        return List.of(planes);
    }

    /** Whether there is an alpha that differs from pixel to pixel. */
    boolean hasAlpha() {
        return format == Format.PACKED ? !opaque : channels.size() % 2 == 0;
    }

    /** What the kernel of that channel reads as red, green and blue; see {@link KernelSpec#sharing}. */
    List<Plane> read(Channel channel) {
        return switch (channel) {
            case RGB_G -> Collections.nCopies(3, colour(1));
            case RGB_B -> Collections.nCopies(3, colour(2));
            case ALPHA -> Collections.nCopies(3, channels.get(channels.size() - 1));
            case YUV_V ->
                format.isHighBitDepth()
                        ? List.of(colour(1), colour(2), colour(0))
                        : List.of(colour(0), colour(1), colour(2));
            default -> List.of(colour(0), colour(1), colour(2));
        };
    }

    /** Red, green, blue, and alpha, if there is one of its own. */
    List<Plane> colours() {
        return List.of(colour(0), colour(1), colour(2), channels.get(channels.size() - 1));
    }

    private Plane colour(int c) {
        return channels.get(channels.size() < 3 ? 0 : c);
    }

    /** Where the planes start; and of packed pixels, how far up the bits of a channel lie that reads one colour. */
    long[] offsets(Channel channel) {
        List<Plane> planes = read(channel);
        long second = format == Format.PACKED ? shift(channel) : planes.get(1).offset;
        return new long[] {planes.get(0).offset, second, planes.get(2).offset, 0};
    }

    private static int shift(Channel channel) {
        return switch (channel) {
            case ALPHA -> 24;
            case RGB_G -> 8;
            case RGB_B -> 0;
            default -> 16;
        };
    }

    /** The ranges of the planes: low, high, low, high and so on. */
    float[] ranges(Channel channel) {
        float[] ranges = new float[8];
        List<Plane> planes = read(channel);
        for (int c = 0; c < planes.size(); c++) {
            ranges[2 * c] = planes.get(c).range.min();
            ranges[2 * c + 1] = planes.get(c).range.max();
        }
        return ranges;
    }
}
