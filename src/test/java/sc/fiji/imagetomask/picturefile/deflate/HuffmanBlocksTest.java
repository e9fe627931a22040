package sc.fiji.imagetomask.picturefile.deflate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class HuffmanBlocksTest {

    private static final int MANY = 200_000;
    private static final byte[] NOTHING = {};

    static Stream<Arguments> contents() {
        Random random = new Random(5);
        byte[] noise = new byte[MANY];
        random.nextBytes(noise);
        byte[] bell = new byte[MANY];
        for (int i = 0; i < MANY; i++) bell[i] = (byte) (random.nextGaussian() * 9);
        byte[] skewed = new byte[MANY];
        for (int i = 0; i < MANY; i++) skewed[i] = (byte) Integer.numberOfTrailingZeros(random.nextInt() | 1 << 30);
        byte[] changing = new byte[MANY];
        for (int i = 0; i < MANY; i++) changing[i] = (byte) (random.nextGaussian() * i / 4000);
        byte[] ramp = new byte[256];
        for (int i = 0; i < ramp.length; i++) ramp[i] = (byte) i;
        return Stream.of(
                Arguments.of("none", NOTHING),
                Arguments.of("one", new byte[] {-3}),
                Arguments.of("two", new byte[] {7, 7}),
                Arguments.of("one value", new byte[MANY]),
                Arguments.of("noise", noise),
                Arguments.of("a bell", bell),
                Arguments.of("more and more values", changing),
                Arguments.of("half as many of each value", skewed),
                Arguments.of("short runs", runs(random, 8)),
                Arguments.of("runs of any length", runs(random, 700)),
                Arguments.of("long runs, in more than a block", runs(random, 40_000)),
                Arguments.of("noise, then one value", halves(noise, new byte[MANY])),
                Arguments.of("one value, then noise", halves(new byte[MANY], noise)),
                Arguments.of("codes that would be too long", fibonacci()),
                Arguments.of("all values", ramp));
    }

    private static byte[] runs(Random random, int longest) {
        byte[] bytes = new byte[10 * MANY];
        for (int i = 0; i < bytes.length; ) {
            int end = Math.min(bytes.length, i + 1 + random.nextInt(longest));
            Arrays.fill(bytes, i, end, (byte) random.nextInt(5));
            i = end;
        }
        return bytes;
    }

    private static byte[] halves(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, MANY);
        System.arraycopy(second, 0, both, MANY / 2, MANY / 2);
        return both;
    }

    /** Each value as often as the two before it together, which makes the longest codes. */
    private static byte[] fibonacci() {
        byte[] bytes = new byte[60_000];
        int at = 0;
        int before = 1;
        int count = 1;
        for (int value = 0; at < bytes.length; value++) {
            int end = Math.min(bytes.length, at + count);
            Arrays.fill(bytes, at, end, (byte) value);
            at = end;
            int next = before + count;
            before = count;
            count = next;
        }
        Random random = new Random(3);
        for (int i = bytes.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            byte value = bytes[i];
            bytes[i] = bytes[other];
            bytes[other] = value;
        }
        return bytes;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("contents")
    void zlibInflatesThem(String name, byte[] content) throws DataFormatException {
        DeflatedBytes deflated = new DeflatedBytes();
        deflated.deflate(content, 0, content.length, NOTHING, DeflateMethod.HUFFMAN, true);
        assertThat(inflated(deflated, content.length)).isEqualTo(content);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("contents")
    void theyAreHardlyLargerThanThoseOfZlib(String name, byte[] content) {
        DeflatedBytes deflated = new DeflatedBytes();
        deflated.deflate(content, 0, content.length, NOTHING, DeflateMethod.HUFFMAN, true);
        assertThat(deflated.length()).isLessThan(byZlib(content) * 102 / 100 + 80);
    }

    @Test
    void theyAreTheSmallestForValuesThatOccurHalfAsOftenEach() {
        int[] counts = {32, 16, 8, 4, 2, 1, 1};
        assertThat(HuffmanCode.lengths(counts, 14)).containsExactly(1, 2, 3, 4, 5, 6, 6);
    }

    @Test
    void codesThatWouldBeTooLongStillTellAllValuesApart() {
        int[] counts = {1, 1, 2, 3, 5, 8, 13, 21, 34, 55, 0, 89};
        int[] lengths = HuffmanCode.lengths(counts, 5);
        assertThat(Arrays.stream(lengths).max()).hasValue(5);
        assertThat(lengths[10]).isZero();
        assertThat(Arrays.stream(lengths)
                        .filter(length -> length > 0)
                        .map(length -> 1 << 5 - length)
                        .sum())
                .isEqualTo(1 << 5);
    }

    @Test
    void partsOfAStreamFollowEachOther() throws DataFormatException {
        byte[] content = new byte[3 * MANY];
        Random random = new Random(8);
        for (int i = 0; i < content.length; i++) content[i] = (byte) (random.nextGaussian() * 20);
        int[] ends = {0, 1, 1, 2, 70_000, MANY, MANY + 65_535, 2 * MANY, content.length};
        DeflatedBytes deflated = new DeflatedBytes();
        for (int i = 1; i < ends.length; i++) {
            DeflateMethod method = i == 4 ? DeflateMethod.repeats(1) : DeflateMethod.HUFFMAN;
            byte[] before = Arrays.copyOfRange(content, 0, ends[i - 1]);
            deflated.deflate(content, ends[i - 1], ends[i] - ends[i - 1], before, method, i == ends.length - 1);
        }
        assertThat(inflated(deflated, content.length)).isEqualTo(content);
    }

    @Test
    void anyNumberOfBytesIsKept() throws DataFormatException {
        Random random = new Random(11);
        for (int n : IntStream.rangeClosed(1, 300).toArray()) {
            byte[] content = new byte[n];
            int values = 1 + random.nextInt(255);
            for (int i = 0; i < n; i++) content[i] = (byte) random.nextInt(values);
            DeflatedBytes deflated = new DeflatedBytes();
            deflated.deflate(content, 0, n, NOTHING, DeflateMethod.HUFFMAN, true);
            assertThat(inflated(deflated, n)).isEqualTo(content);
        }
    }

    @Test
    void runsOfEveryLengthAreCoded() throws DataFormatException {
        byte[] content = new byte[300 * 301];
        int at = 0;
        for (int length = 1; length <= 300; length++) {
            Arrays.fill(content, at, at + length, (byte) (length * 7));
            at += length;
        }
        content = Arrays.copyOf(content, at);
        DeflatedBytes deflated = new DeflatedBytes();
        deflated.deflate(content, 0, at, NOTHING, DeflateMethod.HUFFMAN, true);
        assertThat(inflated(deflated, at)).isEqualTo(content);
        assertThat(deflated.length()).isLessThan(at / 30);
    }

    /** Fails if there are bytes behind the end of the stream, or more of content. */
    private static byte[] inflated(DeflatedBytes deflated, int n) throws DataFormatException {
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(deflated.array(), 0, deflated.length());
            byte[] content = new byte[n + 1];
            int length = inflater.inflate(content);
            assertThat(inflater.finished()).isTrue();
            assertThat(inflater.getRemaining()).isZero();
            return Arrays.copyOf(content, length);
        } finally {
            inflater.end();
        }
    }

    private static int byZlib(byte[] content) {
        Deflater deflater = new Deflater(1, true);
        try {
            byte[] deflated = new byte[2 * content.length + 100];
            deflater.setStrategy(Deflater.HUFFMAN_ONLY);
            deflater.deflate(deflated);
            deflater.setInput(content);
            deflater.finish();
            return deflater.deflate(deflated);
        } finally {
            deflater.end();
        }
    }
}
