package sc.fiji.imagetomask;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousFileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import sc.fiji.imagetomask.engine.ByteSpan;
import sc.fiji.imagetomask.engine.MaskSpan;

/**
 * A file for channel planes that the heap has no room for. It is gone when it is closed, and when this Java ends. Where it
 * cannot be written or read, nothing is kept, and there is no error: the picture can be read again. Safe for use from several threads.
 *
 * <p>Design decision: the channel is one that other threads work on. An interrupt of a thread that works on a channel itself
 * closes it, so one interrupted task would take the file from all others.
 */
public final class PlaneFile implements AutoCloseable {

    private static final int PIECE = 1 << 16;

    private final Path folder;
    private final AsynchronousFileChannel channel;
    private final long mustBeFree;
    private final AtomicLong end = new AtomicLong();
    private volatile boolean isFull;

    private PlaneFile(Path folder, AsynchronousFileChannel channel, long mustBeFree) {
        this.folder = folder;
        this.channel = channel;
        this.mustBeFree = mustBeFree;
    }

    /**
     * A new file; null if there can be none.
     *
     * @param share of the disk's free space that may be taken, 0 to 1, by this and all other programs
     */
    public static PlaneFile in(Path folder, double share) {
        if (share <= 0) return null;
        long mustBeFree = (long) ((1 - share) * folder.toFile().getUsableSpace());
        try {
            Path file = folder.resolve("planes-" + UUID.randomUUID());
            AsynchronousFileChannel channel = AsynchronousFileChannel.open(
                    file,
                    StandardOpenOption.CREATE_NEW,
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.DELETE_ON_CLOSE);
            return new PlaneFile(folder, channel, mustBeFree);
        } catch (IOException e) {
            return null;
        }
    }

    /** A place in the file. */
    record Stretch(long start, int length) {}

    /** Writes values, and tells where they are; null if there is no room. */
    Stretch write(MaskSpan values) {
        if (isFull) return null;
        int size = values instanceof ByteSpan ? 1 : Float.BYTES;
        long bytes = (long) size * values.length();
        if (folder.toFile().getUsableSpace() - bytes < mustBeFree) return null;
        long start = end.getAndAdd(bytes);
        try {
            ByteBuffer piece = ByteBuffer.allocate(PIECE);
            for (int from = 0; from < values.length(); from += PIECE / size) {
                int n = Math.min(PIECE / size, values.length() - from);
                piece.clear();
                if (values instanceof ByteSpan) piece.put((byte[]) values.array(), values.offset() + from, n);
                else piece.asFloatBuffer().put((float[]) values.array(), values.offset() + from, n);
                piece.position(0).limit(n * size);
                long place = start + (long) from * size;
                while (piece.hasRemaining()) done(channel.write(piece, place + piece.position()));
            }
            return new Stretch(start, values.length());
        } catch (IOException e) {
            isFull = true;
            return null;
        }
    }

    /** Reads values into a place of their length. */
    void read(Stretch stretch, MaskSpan values) throws IOException {
        int size = values instanceof ByteSpan ? 1 : Float.BYTES;
        ByteBuffer piece = ByteBuffer.allocate(PIECE);
        for (int from = 0; from < values.length(); from += PIECE / size) {
            int n = Math.min(PIECE / size, values.length() - from);
            piece.clear().limit(n * size);
            long place = stretch.start + (long) from * size;
            while (piece.hasRemaining())
                if (done(channel.read(piece, place + piece.position())) < 0)
                    throw new IOException("The file is too short.");
            piece.flip();
            if (values instanceof ByteSpan) piece.get((byte[]) values.array(), values.offset() + from, n);
            else piece.asFloatBuffer().get((float[]) values.array(), values.offset() + from, n);
        }
    }

    /** Waits, whatever interrupts it. */
    private static int done(Future<Integer> bytes) throws IOException {
        boolean isInterrupted = false;
        try {
            while (true) {
                try {
                    return bytes.get();
                } catch (InterruptedException e) {
                    isInterrupted = true;
                }
            }
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        } finally {
            if (isInterrupted) Thread.currentThread().interrupt();
        }
    }

    /** How many bytes it has. */
    public long size() {
        return end.get();
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            isFull = true; // nothing in it is needed any more
        }
    }
}
