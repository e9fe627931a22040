package sc.fiji.imagetomask.engine;

import java.util.Objects;

/**
 * Consecutive bytes on the heap, one per pixel (0..255): a mask that is read or a result that is written, without a
 * copy of the array that they are part of.
 *
 * @param array holds them
 * @param offset where they start
 * @param length how many there are
 */
public record ByteRun(byte[] array, int offset, int length) {

    /** Checks that the run lies within the array. */
    public ByteRun {
        Objects.checkFromIndexSize(offset, length, array.length);
    }

    /** The whole array. */
    public static ByteRun of(byte[] array) {
        return new ByteRun(array, 0, array.length);
    }

    /** A new array of that length. */
    public static ByteRun allocate(int length) {
        return of(new byte[length]);
    }

    /** The value, 0..255, of pixel i. */
    public int get(int i) {
        return array[offset + i] & 255;
    }
}
