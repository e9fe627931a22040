package sc.fiji.imagetomask.zarr.store;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of an object, as HTTP asks for it.
 *
 * @param from the first byte; negative for the last bytes of the object
 * @param length at most
 */
public record ByteRange(long from, int length) {

    private static final Pattern ANSWER = Pattern.compile("bytes (\\d{1,18})-(\\d{1,18})/(\\d{1,18})");

    /** The start or the end of an object. */
    static ByteRange edge(boolean fromEnd, int length) {
        return new ByteRange(fromEnd ? -1 : 0, length);
    }

    /** The value of the header {@code Range}. */
    public String header() {
        return from < 0 ? "bytes=-" + length : "bytes=" + from + "-" + (from + length - 1);
    }

    /**
     * How many bytes the whole object has.
     *
     * @param header {@code Content-Range} of an answer
     * @param bytes how many the answer has
     * @return -1 if the answer is about another part; one that reaches beyond the end is cut
     */
    long sizeOf(String header, int bytes) {
        Matcher found = ANSWER.matcher(header);
        if (!found.matches()) return -1;
        long first = Long.parseLong(found.group(1));
        long last = Long.parseLong(found.group(2));
        long size = Long.parseLong(found.group(3));
        long start = from < 0 ? Math.max(0, size - length) : from;
        boolean isSame = first == start && last == Math.min(size, start + length) - 1;
        return isSame && last - first + 1 == bytes ? size : -1;
    }
}
