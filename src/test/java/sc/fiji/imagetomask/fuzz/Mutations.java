package sc.fiji.imagetomask.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;

/** Changes of bytes and of texts that break what reads them: one to four at a time. */
final class Mutations {

    private static final long[] NUMBERS = {
        0,
        1,
        2,
        3,
        7,
        8,
        15,
        16,
        31,
        32,
        127,
        128,
        255,
        256,
        4095,
        32767,
        32768,
        65535,
        65536,
        1 << 20,
        1 << 24,
        1 << 30,
        Integer.MAX_VALUE - 8,
        Integer.MAX_VALUE,
        1L << 31,
        (1L << 32) - 8,
        (1L << 32) - 1,
        1L << 40,
        1L << 60,
        Long.MAX_VALUE,
        -1,
        -2,
        Long.MIN_VALUE,
        1_000_000_000,
        30_000
    };

    private static final String[] WORDS = {
        "0",
        "-1",
        "1",
        "255",
        "256",
        "1e9",
        "1e400",
        "NaN",
        "Infinity",
        "-0",
        "0x10",
        "2147483647",
        "2147483648",
        "9223372036854775807",
        "9223372036854775808",
        "99999999999999999999999999",
        "1e-400",
        "1e999999999",
        "null",
        "true",
        "[]",
        "{}",
        "[[[[",
        "\"\"",
        "\u0000",
        "\ud800",
        "\u00e9\u4e2d",
        "..",
        "../..",
        "\\",
        "%s%n",
        "${x}",
        "@x",
        "--",
        "-",
        "=",
        "[",
        "]",
        "'",
        "\"",
        ",",
        ",,",
        "&x",
        "\t",
        "\n",
        "",
        " "
    };

    private Mutations() {}

    static byte[] bytes(byte[] seed, Random random) {
        byte[] bytes = seed.clone();
        for (int n = 1 + random.nextInt(4); n > 0 && bytes.length > 0; n--) bytes = oneOfBytes(bytes, random);
        return bytes;
    }

    private static byte[] oneOfBytes(byte[] bytes, Random random) {
        int at = place(bytes.length, random);
        return switch (random.nextInt(8)) {
            case 0 -> with(bytes, at, new byte[] {(byte) (bytes[at] ^ 1 << random.nextInt(8))});
            case 1 -> with(bytes, at, new byte[] {(byte) random.nextInt(256)});
            case 2 -> Arrays.copyOf(bytes, at);
            case 3 -> without(bytes, at, 1 + random.nextInt(16));
            case 4 ->
                inserted(bytes, at, Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + 1 + random.nextInt(64))));
            case 5 -> with(bytes, at, number(2, random));
            case 6 -> with(bytes, at, number(4, random));
            default -> with(bytes, at, number(8, random));
        };
    }

    /** Mostly near the start, where headers are. */
    private static int place(int length, Random random) {
        return random.nextInt(random.nextBoolean() ? length : Math.min(length, 64));
    }

    static byte[] with(byte[] bytes, int at, byte[] others) {
        byte[] changed = bytes.clone();
        System.arraycopy(others, 0, changed, at, Math.min(others.length, bytes.length - at));
        return changed;
    }

    private static byte[] without(byte[] bytes, int at, int length) {
        int end = Math.min(bytes.length, at + length);
        byte[] changed = Arrays.copyOf(bytes, bytes.length - (end - at));
        System.arraycopy(bytes, end, changed, at, bytes.length - end);
        return changed;
    }

    private static byte[] inserted(byte[] bytes, int at, byte[] others) {
        byte[] changed = Arrays.copyOf(bytes, bytes.length + others.length);
        System.arraycopy(others, 0, changed, at, others.length);
        System.arraycopy(bytes, at, changed, at + others.length, bytes.length - at);
        return changed;
    }

    /** A number at the edge of what types hold. */
    static long edge(Random random) {
        return NUMBERS[random.nextInt(NUMBERS.length)];
    }

    /** Such a number in that many bytes, the lowest or the highest first. */
    static byte[] number(int length, Random random) {
        return number(edge(random), length, random.nextBoolean());
    }

    static byte[] number(long number, int length, boolean little) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) bytes[little ? i : length - 1 - i] = (byte) (number >> 8 * i);
        return bytes;
    }

    static byte[] text(byte[] seed, Random random) {
        String text = new String(seed, StandardCharsets.UTF_8);
        for (int n = 1 + random.nextInt(4); n > 0; n--) text = oneOfText(text, random);
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String oneOfText(String text, Random random) {
        int at = random.nextInt(text.length() + 1);
        int end = Math.min(text.length(), at + random.nextInt(12));
        String word = WORDS[random.nextInt(WORDS.length)];
        return switch (random.nextInt(6)) {
            case 0 -> text.substring(0, at) + word + text.substring(at);
            case 1 -> text.substring(0, at) + text.substring(end);
            case 2 -> text.substring(0, end) + text.substring(at);
            case 3 -> text.substring(0, at) + word.repeat(1 + random.nextInt(300)) + text.substring(end);
            default -> valueReplaced(text, at, word);
        };
    }

    /** The number or word at that place becomes another one. */
    private static String valueReplaced(String text, int at, String word) {
        int start = at;
        while (start > 0 && isOfWord(text.charAt(start - 1))) start--;
        int end = at;
        while (end < text.length() && isOfWord(text.charAt(end))) end++;
        return text.substring(0, start) + word + text.substring(end);
    }

    private static boolean isOfWord(char letter) {
        return Character.isLetterOrDigit(letter) || letter == '.' || letter == '_' || letter == '-';
    }
}
