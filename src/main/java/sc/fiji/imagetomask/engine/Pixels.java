package sc.fiji.imagetomask.engine;

import java.util.Objects;

/**
 * Consecutive pixels of a picture on the heap, as an engine takes them: without a copy of the arrays that they are
 * part of. An engine knows no rows and columns; every step of the job is per pixel.
 */
public sealed interface Pixels {

    /** How many pixels there are. */
    int length();

    /** Whether the pixels have an alpha channel of their own. */
    boolean hasAlpha();

    /** The {@code n} pixels from {@code from} on, without a copy. */
    Pixels part(int from, int n);

    /** Writes pixels {@code from} to {@code from + n - 1} as {@code 0xAARRGGBB} to the start of {@code argb}. */
    void pack(int from, int n, int[] argb);

    /** The alpha of every pixel, 0..255. */
    ByteRun alpha();

    /**
     * Pixels packed as {@code 0xAARRGGBB}.
     *
     * @param data holds them
     * @param offset where they start
     * @param length how many there are
     * @param hasAlpha false: the top byte is ignored and alpha counts as 255
     */
    record Packed(int[] data, int offset, int length, boolean hasAlpha) implements Pixels {

        /** Checks that the pixels lie within the array. */
        public Packed {
            Objects.checkFromIndexSize(offset, length, data.length);
        }

        @Override
        public Packed part(int from, int n) {
            return new Packed(data, offset + from, n, hasAlpha);
        }

        @Override
        public void pack(int from, int n, int[] argb) {
            System.arraycopy(data, offset + from, argb, 0, n);
            if (!hasAlpha) for (int i = 0; i < n; i++) argb[i] |= 0xff000000;
        }

        @Override
        public ByteRun alpha() {
            ByteRun alpha = ByteRun.allocate(length);
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
    record Planar(byte[][] channels, int offset, int length) implements Pixels {

        /** Checks that the pixels lie within each array. */
        public Planar {
            if (channels.length < 1 || channels.length > 4)
                throw new IllegalArgumentException(channels.length + " channels, but must be 1 to 4.");
            for (byte[] channel : channels) Objects.checkFromIndexSize(offset, length, channel.length);
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

        @Override
        public void pack(int from, int n, int[] argb) {
            int start = offset + from;
            byte[] first = channels[0];
            if (isGrey()) for (int i = 0; i < n; i++) argb[i] = 0xff000000 | (first[start + i] & 255) * 0x010101;
            else {
                byte[] green = channels[1];
                byte[] blue = channels[2];
                for (int i = 0; i < n; i++) {
                    int at = start + i;
                    argb[i] = 0xff000000 | (first[at] & 255) << 16 | (green[at] & 255) << 8 | blue[at] & 255;
                }
            }
            if (hasAlpha()) {
                byte[] alpha = channels[channels.length - 1];
                for (int i = 0; i < n; i++) argb[i] = argb[i] & 0xffffff | alpha[start + i] << 24;
            }
        }

        @Override
        public ByteRun alpha() {
            if (hasAlpha()) return new ByteRun(channels[channels.length - 1], offset, length);
            ByteRun opaque = ByteRun.allocate(length);
            java.util.Arrays.fill(opaque.array(), (byte) 255);
            return opaque;
        }
    }
}
