package sc.fiji.imagetomask.picturefile.tiff;

import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import javax.imageio.stream.ImageInputStream;

/**
 * The fields of one slice of a TIFF or BigTIFF. Values are read when they are needed, and never more than the file has.
 */
public final class TiffDirectory {

    /** The most values that are read at once. */
    private static final int MOST = 1 << 24;

    private static final int RATIONAL = 5;
    private static final int SIGNED_RATIONAL = 10;
    private static final int[] UNITS = {0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4, 0, 0, 8, 8, 8};

    /**
     * Where the values of a field are.
     *
     * @param type as TIFF counts them: 1: 8 bits, 3: 16 bits, 4: 32 bits, 16: 64 bits, and others
     * @param count of values
     * @param place in the file
     */
    record Field(int type, long count, long place) {

        int unit() {
            return UNITS[type];
        }
    }

    private final ImageInputStream stream;
    private final Map<Integer, Field> fields = new HashMap<>();

    /** Of a stream with the file's byte order. */
    public TiffDirectory(ImageInputStream stream, long place, boolean big) throws IOException {
        this.stream = stream;
        stream.seek(place);
        long count = big ? stream.readLong() : stream.readUnsignedShort();
        long first = stream.getStreamPosition();
        for (long i = 0; i < count; i++) {
            stream.seek(first + i * fieldBytes(big));
            int tag = stream.readUnsignedShort();
            int type = stream.readUnsignedShort();
            long values = big ? stream.readLong() : stream.readUnsignedInt();
            if (type >= UNITS.length || UNITS[type] == 0) continue;
            int room = big ? Long.BYTES : Integer.BYTES;
            boolean inside = values >= 0 && values <= room / UNITS[type];
            long at = stream.getStreamPosition();
            fields.putIfAbsent(
                    tag, new Field(type, values, inside ? at : big ? stream.readLong() : stream.readUnsignedInt()));
        }
    }

    static int fieldBytes(boolean big) {
        return big ? 20 : 12;
    }

    /** Of the file, in bytes. */
    long length() throws IOException {
        return stream.length();
    }

    /** Null if there is none of that tag. */
    Field field(int tag) {
        return fields.get(tag);
    }

    public boolean has(int tag) {
        return fields.containsKey(tag);
    }

    /** The first value of a field of whole numbers, or the other one if there is no such field. */
    public long number(int tag, long otherwise) throws IOException {
        return has(tag) ? numbers(tag, 0, 1)[0] : otherwise;
    }

    /** That many values of a field of whole numbers, from the given one on. */
    long[] numbers(int tag, long from, int n) throws IOException {
        Field field = require(tag, from, n);
        stream.seek(field.place + from * field.unit());
        long[] numbers = new long[n];
        for (int i = 0; i < n; i++) numbers[i] = number(field.type);
        return numbers;
    }

    private long number(int type) throws IOException {
        return switch (type) {
            case 1, 2, 7 -> stream.readUnsignedByte();
            case 3 -> stream.readUnsignedShort();
            case 4, 13 -> stream.readUnsignedInt();
            case 16, 18 -> stream.readLong();
            default -> throw new IOException("one of its fields has numbers of a kind that TIFF does not allow");
        };
    }

    /** That many values of a field of fractions; the default values if the field has fewer, or cannot be read. */
    double[] rationals(int tag, int n, double... otherwise) throws IOException {
        Field field = field(tag);
        boolean isThere = field != null
                && (field.type == RATIONAL || field.type == SIGNED_RATIONAL)
                && field.count >= n
                && isInFile(field, field.count);
        if (!isThere) return otherwise;
        stream.seek(field.place);
        double[] numbers = new double[n];
        for (int i = 0; i < n; i++) {
            boolean isSigned = field.type == SIGNED_RATIONAL;
            double above = isSigned ? stream.readInt() : stream.readUnsignedInt();
            double below = isSigned ? stream.readInt() : stream.readUnsignedInt();
            numbers[i] = below == 0 ? 0 : above / below;
        }
        return numbers;
    }

    private boolean isInFile(Field field, long values) throws IOException {
        return field.place >= 0 && field.place <= stream.length() - values * field.unit();
    }

    /** Whether there is such a field, and its values are in the file. */
    boolean isWhole(int tag) throws IOException {
        return has(tag) && isInFile(field(tag), field(tag).count);
    }

    /** The bytes of all values, as they are stored. */
    public byte[] bytes(int tag) throws IOException {
        Field field = require(tag, 0, field(tag).count);
        byte[] bytes = new byte[(int) field.count * field.unit()];
        stream.seek(field.place);
        stream.readFully(bytes);
        return bytes;
    }

    /**
     * The text of a field, of at most this number of bytes, up to its end; empty if there is none, or not in the file.
     */
    String text(int tag, int most) throws IOException {
        return text(tag, most, StandardCharsets.ISO_8859_1);
    }

    /** The same of text in that encoding. */
    String text(int tag, int most, Charset encoding) throws IOException {
        Field field = field(tag);
        if (field == null || field.unit() != 1) return "";
        byte[] bytes = new byte[(int) Math.max(0, Math.min(most, field.count))];
        if (field.place < 0 || field.place > stream.length() - bytes.length) return "";
        stream.seek(field.place);
        stream.readFully(bytes);
        return new String(bytes, encoding).split("\0", 2)[0];
    }

    private Field require(int tag, long from, long n) throws IOException {
        Field field = field(tag);
        if (field == null || n > MOST || from < 0 || from + n > field.count)
            throw new IOException("a field is missing in it");
        if (!isInFile(field, from + n)) throw new EOFException();
        return field;
    }
}
