package sc.fiji.imagetomask.picturefile.deflate;

import java.util.zip.Adler32;

/** The sum that ends a zlib stream, RFC 1950, put together from the sums of its parts. */
public final class Adler {

    /** Of no bytes. */
    public static final int START = 1;

    private static final int MODULUS = 65521;

    private Adler() {}

    public static int of(byte[] bytes, int start, int n) {
        Adler32 sum = new Adler32();
        sum.update(bytes, start, n);
        return (int) sum.getValue();
    }

    /**
     * The sum of two parts, one after the other. Its low half is 1 plus all bytes. Its high half adds up the low half
     * after each byte, so that each byte of the second part adds the bytes of the first part once more.
     *
     * @param n how many bytes the second part has
     */
    public static int of(int first, int second, long n) {
        long bytes = (first & 0xffff) - 1L;
        long low = bytes + (second & 0xffff);
        long high = (first >>> 16) + (second >>> 16) + n % MODULUS * bytes;
        return (int) (Math.floorMod(high, MODULUS) << 16 | Math.floorMod(low, MODULUS));
    }
}
