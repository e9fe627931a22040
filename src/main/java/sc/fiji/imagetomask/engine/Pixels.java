package sc.fiji.imagetomask.engine;

import java.util.Arrays;
import java.util.Objects;

/**
 * Consecutive pixels of a picture on the heap, as an engine takes them: without a copy of the arrays that they are
 * part of. An engine knows no rows and columns; every step of the job is per pixel.
 */
public sealed interface Pixels {

    /** How many pixels there are. */
    int length();

    /** How many bytes of memory they take. */
    long bytes();

    /** Whether the pixels have an alpha channel of their own. */
    boolean hasAlpha();

    /** The {@code n} pixels from {@code from} on, without a copy. */
    Pixels part(int from, int n);

    /** The alpha of every pixel. */
    MaskSpan alpha();

    /** Pixels with this alpha that hold no more than they need for it. */
    Pixels alphaAlone();

    /** Pixels with 8 bits per channel, whose masks are those of the reference, byte for byte. */
    sealed interface EightBit extends Pixels {

        @Override
        EightBit part(int from, int n);

        /** Pixel i as {@code 0xAARRGGBB}. */
        int argb(int i);

        /** Writes pixels {@code from} to {@code from + n - 1} as {@code 0xAARRGGBB} to the start of {@code argb}. */
        default void pack(int from, int n, int[] argb) {
            for (int i = 0; i < n; i++) argb[i] = argb(from + i);
        }

        @Override
        ByteSpan alpha();

        @Override
        default Pixels alphaAlone() {
            ByteSpan alpha = alpha();
            return new Planar(new byte[][] {alpha.array(), alpha.array()}, alpha.offset(), alpha.length());
        }
    }

    /**
     * Pixels of 16-bit and 32-bit images, 16 bits or floating point per channel: grey; grey, alpha; r, g, b; or r, g, b, a.
     *
     * @param channels 1 to 4 arrays, each with its range
     * @param offset where the pixels start in each
     * @param length how many there are
     */
    record HighBitDepth(Samples[] channels, int offset, int length) implements Pixels {

        /** Checks that the pixels lie within each array. */
        public HighBitDepth {
            if (channels.length < 1 || channels.length > 4)
                throw new IllegalArgumentException(channels.length + " channels, but must be 1 to 4.");
            for (Samples channel : channels) Objects.checkFromIndexSize(offset, length, channel.length());
        }

        @Override
        public long bytes() {
            return Arrays.stream(channels).distinct().mapToLong(Samples::bytes).sum() * length;
        }

        @Override
        public HighBitDepth part(int from, int n) {
            return new HighBitDepth(channels, offset + from, n);
        }

        @Override
        public boolean hasAlpha() {
            return channels.length % 2 == 0;
        }

        @Override
        public MaskSpan.Floats alpha() {
            float[] alpha = new float[length];
            for (int i = 0; i < length; i++) alpha[i] = alpha(i);
            return new MaskSpan.Floats(alpha, 0, length);
        }

        @Override
        public Pixels alphaAlone() {
            if (!hasAlpha()) return this;
            Samples alpha = channels[channels.length - 1];
            return new HighBitDepth(new Samples[] {alpha, alpha}, offset, length);
        }

        /** Red of pixel i, scaled. */
        public float red(int i) {
            return channels[0].scaled(offset + i);
        }

        /** Green of pixel i, scaled. */
        public float green(int i) {
            return channels[channels.length < 3 ? 0 : 1].scaled(offset + i);
        }

        /** Blue of pixel i, scaled. */
        public float blue(int i) {
            return channels[channels.length < 3 ? 0 : 2].scaled(offset + i);
        }

        /** Alpha of pixel i, scaled; 1 if there is none. */
        public float alpha(int i) {
            return hasAlpha() ? channels[channels.length - 1].scaled(offset + i) : 1;
        }
    }

    /**
     * Pixels packed as {@code 0xAARRGGBB}.
     *
     * @param data holds them
     * @param offset where they start
     * @param length how many there are
     * @param hasAlpha false: the top byte is ignored and alpha counts as 255
     */
    record Packed(int[] data, int offset, int length, boolean hasAlpha) implements EightBit {

        private static final int OPAQUE = 255 << 24;

        /** Checks that the pixels lie within the array. */
        public Packed {
            Objects.checkFromIndexSize(offset, length, data.length);
        }

        @Override
        public long bytes() {
            return (long) Integer.BYTES * length;
        }

        @Override
        public Packed part(int from, int n) {
            return new Packed(data, offset + from, n, hasAlpha);
        }

        @Override
        public void pack(int from, int n, int[] argb) {
            System.arraycopy(data, offset + from, argb, 0, n);
            if (!hasAlpha) for (int i = 0; i < n; i++) argb[i] |= OPAQUE;
        }

        @Override
        public int argb(int i) {
            return hasAlpha ? data[offset + i] : data[offset + i] | OPAQUE;
        }

        @Override
        public ByteSpan alpha() {
            ByteSpan alpha = ByteSpan.allocate(length);
            for (int i = 0; i < length; i++) alpha.array()[i] = hasAlpha ? (byte) (data[offset + i] >>> 24) : -1;
            return alpha;
        }
    }

    /**
     * One array per channel: grey; grey, alpha; r, g, b; or r, g, b, a.
     *
     * @param channels 1 to 4 arrays of unsigned bytes; one array may stand in for several channels
     * @param offset where the pixels start in each
     * @param length how many there are
     */
    record Planar(byte[][] channels, int offset, int length) implements EightBit {

        /** Checks that the pixels lie within each array. */
        public Planar {
            if (channels.length < 1 || channels.length > 4)
                throw new IllegalArgumentException(channels.length + " channels, but must be 1 to 4.");
            for (byte[] channel : channels) Objects.checkFromIndexSize(offset, length, channel.length);
        }

        @Override
        public long bytes() {
            return Arrays.stream(channels).distinct().count() * length;
        }

        @Override
        public Planar part(int from, int n) {
            return new Planar(channels, offset + from, n);
        }

        @Override
        public boolean hasAlpha() {
            return channels.length % 2 == 0;
        }

        /** Whether the pixels are grey: r, g and b are the same array. */
        public boolean isGrey() {
            return channels.length < 3;
        }

        /** The pixels' part of that channel's array. */
        public ByteSpan plane(int channel) {
            return new ByteSpan(channels[channel], offset, length);
        }

        @Override
        public int argb(int i) {
            int at = offset + i;
            int red = channels[0][at] & 255;
            int green = isGrey() ? red : channels[1][at] & 255;
            int blue = isGrey() ? red : channels[2][at] & 255;
            int alpha = hasAlpha() ? channels[channels.length - 1][at] & 255 : 255;
            return alpha << 24 | red << 16 | green << 8 | blue;
        }

        @Override
        public ByteSpan alpha() {
            if (hasAlpha()) return plane(channels.length - 1);
            ByteSpan opaque = ByteSpan.allocate(length);
            Arrays.fill(opaque.array(), (byte) 255);
            return opaque;
        }
    }
}
