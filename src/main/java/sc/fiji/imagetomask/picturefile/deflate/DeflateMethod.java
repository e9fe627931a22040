package sc.fiji.imagetomask.picturefile.deflate;

import java.util.List;
import java.util.zip.Deflater;

/**
 * How bytes are deflated.
 *
 * @param level of zlib, 1 to 9
 * @param strategy of zlib, as in {@link Deflater}; {@link HuffmanBlocks} stands in for zlib's {@link Deflater#HUFFMAN_ONLY}
 */
public record DeflateMethod(int level, int strategy) {

    /** How far a byte can refer back. */
    public static final int WINDOW = 1 << 15;

    /** Each byte by itself, or runs of one value, without a search for other repeats: the fastest, and for noisy values the smallest. */
    public static final DeflateMethod HUFFMAN = new DeflateMethod(1, Deflater.HUFFMAN_ONLY);

    /** With a search for any repeated bytes. */
    public static DeflateMethod repeats(int level) {
        return new DeflateMethod(level, Deflater.DEFAULT_STRATEGY);
    }

    /** With a search for long repeats only, for small differences that look random. */
    public static DeflateMethod differences(int level) {
        return new DeflateMethod(level, Deflater.FILTERED);
    }

    /** Those that are tried where only the method is free, the fastest first. */
    static List<DeflateMethod> of(Effort effort) {
        return switch (effort) {
            case FAST -> List.of(HUFFMAN, repeats(1));
            case DEFAULT -> List.of(HUFFMAN, differences(6));
            case SMALL -> List.of(HUFFMAN, differences(7), repeats(7));
        };
    }

    /** Whether bytes can refer to equal ones before them. */
    public boolean usesRepeats() {
        return strategy != Deflater.HUFFMAN_ONLY;
    }
}
