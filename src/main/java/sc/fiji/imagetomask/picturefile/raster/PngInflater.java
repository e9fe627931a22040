package sc.fiji.imagetomask.picturefile.raster;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import javax.imageio.stream.ImageInputStream;

/** The filtered rows of a PNG, as they come out of the zlib stream in its parts. */
final class PngInflater implements Closeable {

    private static final int BUFFER = 1 << 16;

    /**
     * Consecutive bytes of the file.
     *
     * @param place where they start
     * @param bytes how many there are
     */
    record Part(long place, long bytes) {}

    private final ImageInputStream file;
    private final Iterator<Part> parts;
    private final Inflater inflater = new Inflater();
    private final byte[] buffer;
    private long next;
    private long left;

    PngInflater(ImageInputStream file, List<Part> parts) {
        this.file = file;
        this.parts = parts.iterator();
        buffer = new byte
                [(int) Math.min(
                        BUFFER, parts.stream().mapToLong(Part::bytes).max().orElse(0))];
    }

    /**
     * Reads this number of bytes to the start of an array.
     *
     * @throws EOFException if there are fewer
     * @throws IllegalArgumentException if they are broken
     */
    void read(byte[] bytes, int n) throws IOException {
        for (int at = 0; at < n; ) {
            int more = inflate(bytes, at, n - at);
            if (more == 0 && !fill()) throw new EOFException();
            at += more;
        }
    }

    /** Checks the sum behind the last row, if it is there. */
    void finish() throws IOException {
        byte[] one = new byte[1];
        while (inflate(one, 0, 1) == 0) if (!fill()) return;
    }

    private int inflate(byte[] bytes, int at, int n) {
        try {
            return inflater.inflate(bytes, at, n);
        } catch (DataFormatException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Gives the inflater more bytes; false if it needs none, or there are none. */
    private boolean fill() throws IOException {
        if (!inflater.needsInput() || inflater.finished()) return false;
        while (left == 0) {
            if (!parts.hasNext()) return false;
            Part part = parts.next();
            next = part.place;
            left = part.bytes;
        }
        int n = (int) Math.min(buffer.length, left);
        file.seek(next);
        file.readFully(buffer, 0, n);
        inflater.setInput(buffer, 0, n);
        next += n;
        left -= n;
        return true;
    }

    @Override
    public void close() {
        inflater.end();
    }
}
