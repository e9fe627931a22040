package sc.fiji.imagetomask.picturefile.raster;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageInputStreamImpl;

/** Parts of files, one after the other, as one stream. */
final class JoinedStream extends ImageInputStreamImpl {

    /**
     * A part.
     *
     * @param file where it is
     * @param at where it is in it
     * @param start where it is here
     * @param end here
     */
    private record Part(ImageInputStream file, long at, long start, long end) {}

    private final List<Part> parts = new ArrayList<>();
    private long length;
    private int latest;

    /** One more part, at the end; its file is closed with this. */
    void add(ImageInputStream file, long at, long bytes) {
        parts.add(new Part(file, at, length, length + bytes));
        length += bytes;
    }

    @Override
    public long length() {
        return length;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 255;
    }

    /** As many as there are, across parts: what reads numbers does not ask twice. */
    @Override
    public int read(byte[] bytes, int offset, int wanted) throws IOException {
        bitOffset = 0;
        if (streamPos >= length) return -1;
        int done = 0;
        for (int n = 0; done < wanted && streamPos < length && n >= 0; done += Math.max(0, n)) {
            Part part = part();
            part.file.seek(part.at + streamPos - part.start);
            n = part.file.read(bytes, offset + done, (int) Math.min(wanted - done, part.end - streamPos));
            if (n > 0) streamPos += n;
        }
        return done;
    }

    private Part part() {
        if (streamPos < parts.get(latest).start) latest = 0;
        while (streamPos >= parts.get(latest).end) latest++;
        return parts.get(latest);
    }

    @Override
    public void close() throws IOException {
        super.close();
        Set<ImageInputStream> files = new HashSet<>();
        for (Part part : parts) if (files.add(part.file)) part.file.close();
    }
}
