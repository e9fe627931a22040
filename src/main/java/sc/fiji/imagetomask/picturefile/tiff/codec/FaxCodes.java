package sc.fiji.imagetomask.picturefile.tiff.codec;

import java.util.ArrayList;
import java.util.List;

/**
 * The codes of fax pictures for the lengths of white and black runs, of ITU-T T.4, tables 2 and 3: as a tree whose nodes
 * have two children each, for a bit that is 0 and for one that is 1.
 */
final class FaxCodes {

    private static final String WHITE = "00110101 000111 0111 1000 1011 1100 1110 1111 10011 10100 00111 01000 001000"
            + " 000011 110100 110101 101010 101011 0100111 0001100 0001000 0010111 0000011 0000100 0101000 0101011"
            + " 0010011 0100100 0011000 00000010 00000011 00011010 00011011 00010010 00010011 00010100 00010101"
            + " 00010110 00010111 00101000 00101001 00101010 00101011 00101100 00101101 00000100 00000101 00001010"
            + " 00001011 01010010 01010011 01010100 01010101 00100100 00100101 01011000 01011001 01011010 01011011"
            + " 01001010 01001011 00110010 00110011 00110100";
    private static final String WHITE_LONG = "11011 10010 010111 0110111 00110110 00110111 01100100 01100101 01101000"
            + " 01100111 011001100 011001101 011010010 011010011 011010100 011010101 011010110 011010111 011011000"
            + " 011011001 011011010 011011011 010011000 010011001 010011010 011000 010011011";
    private static final String BLACK = "0000110111 010 11 10 011 0011 0010 00011 000101 000100 0000100 0000101 0000111"
            + " 00000100 00000111 000011000 0000010111 0000011000 0000001000 00001100111 00001101000 00001101100"
            + " 00000110111 00000101000 00000010111 00000011000 000011001010 000011001011 000011001100 000011001101"
            + " 000001101000 000001101001 000001101010 000001101011 000011010010 000011010011 000011010100"
            + " 000011010101 000011010110 000011010111 000001101100 000001101101 000011011010 000011011011"
            + " 000001010100 000001010101 000001010110 000001010111 000001100100 000001100101 000001010010"
            + " 000001010011 000000100100 000000110111 000000111000 000000100111 000000101000 000001011000"
            + " 000001011001 000000101011 000000101100 000001011010 000001100110 000001100111";
    private static final String BLACK_LONG = "0000001111 000011001000 000011001001 000001011011 000000110011"
            + " 000000110100 000000110101 0000001101100 0000001101101 0000001001010 0000001001011 0000001001100"
            + " 0000001001101 0000001110010 0000001110011 0000001110100 0000001110101 0000001110110 0000001110111"
            + " 0000001010010 0000001010011 0000001010100 0000001010101 0000001011010 0000001011011 0000001100100"
            + " 0000001100101";
    private static final String LONGEST = "00000001000 00000001100 00000001101 000000010010 000000010011 000000010100"
            + " 000000010101 000000010110 000000010111 000000011100 000000011101 000000011110 000000011111";

    /** Codes of less end a run; others are multiples of it, and more of the run follows. */
    static final int STEP = 64;

    private static final int FIRST_LONGEST = 1792;

    /** Eleven bits 0 and one 1 end a row. */
    static final int END_OF_ROW = -1;

    /** Where reading a code starts. */
    static final int ROOT = 0;

    static final FaxCodes OF_WHITE = new FaxCodes(WHITE, WHITE_LONG);
    static final FaxCodes OF_BLACK = new FaxCodes(BLACK, BLACK_LONG);

    /** For each node: where its children are, 0 for none; or, where a code ends, its value alone. */
    private final List<int[]> nodes = new ArrayList<>();

    private FaxCodes(String ends, String steps) {
        nodes.add(new int[2]);
        String[] all = ends.split(" ");
        for (int i = 0; i < all.length; i++) add(all[i], i);
        all = steps.split(" ");
        for (int i = 0; i < all.length; i++) add(all[i], (i + 1) * STEP);
        all = LONGEST.split(" ");
        for (int i = 0; i < all.length; i++) add(all[i], FIRST_LONGEST + i * STEP);
        add("000000000001", END_OF_ROW);
    }

    private void add(String code, int value) {
        int at = 0;
        for (int i = 0; i < code.length(); i++) {
            int[] node = nodes.get(at);
            int bit = code.charAt(i) - '0';
            if (node[bit] == 0) {
                node[bit] = nodes.size();
                nodes.add(new int[2]);
            }
            at = node[bit];
        }
        nodes.set(at, new int[] {value});
    }

    /** The node after one more bit; 0 if there is no such code. */
    int after(int node, int bit) {
        return nodes.get(node)[bit];
    }

    /** Whether a code ends at that node. */
    boolean isValue(int node) {
        return nodes.get(node).length == 1;
    }

    /** The length of the run, or {@link #END_OF_ROW}. */
    int value(int node) {
        return nodes.get(node)[0];
    }
}
