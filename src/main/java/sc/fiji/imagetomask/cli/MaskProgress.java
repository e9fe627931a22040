package sc.fiji.imagetomask.cli;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.function.Supplier;
import sc.fiji.imagetomask.ome.OmeZarrFile;
import sc.fiji.imagetomask.picturefile.PictureFile;
import sc.fiji.imagetomask.zarr.ReadingLine;

/** One line about the mask of an OME-Zarr image, or about a batch that has some, while it is made. */
final class MaskProgress implements AutoCloseable {

    private final int steps;
    private final AtomicInteger told = new AtomicInteger();
    private final AtomicInteger read = new AtomicInteger();
    private final LongAdder bytes = new LongAdder();
    private final Set<Part> running = ConcurrentHashMap.newKeySet();
    private final ReadingLine line;

    /**
     * @param steps how often a picture is counted or made
     * @param name what the line is about
     * @param shown takes the line; null if nobody does
     */
    MaskProgress(int steps, Supplier<String> name, Consumer<String> shown) {
        this.steps = steps;
        line = shown == null ? null : new ReadingLine(name, this::bytesRead, this::share, shown);
    }

    /** Shows nothing. */
    static MaskProgress none() {
        return new MaskProgress(1, () -> "", null);
    }

    /** A picture is counted or made from now on, until that part is closed. */
    Part begin(PictureFile file, int passes) {
        Part part = new Part(file instanceof OmeZarrFile image ? image : null, passes);
        if (line != null && part.image != null) running.add(part);
        return part;
    }

    /** One of the steps was told; pictures that were read wait for those before them. */
    void step() {
        told.incrementAndGet();
    }

    private long bytesRead() {
        return bytes.sum()
                + running.stream().mapToLong(part -> part.image.bytesRead()).sum();
    }

    private double share() {
        double share = Math.max(told.get(), read.get())
                + running.stream().mapToDouble(Part::share).sum();
        return Math.min(1, share / steps);
    }

    @Override
    public void close() {
        if (line != null) line.close();
    }

    /** A picture that is being read. */
    final class Part implements AutoCloseable {

        private final OmeZarrFile image;
        private final int passes;
        private final LongAdder done = new LongAdder();

        private Part(OmeZarrFile image, int passes) {
            this.image = image;
            this.passes = passes;
        }

        /** That many pixels are done, in one of the passes. */
        void add(int pixels) {
            done.add(pixels);
        }

        private double share() {
            return Math.min(1, done.sum() / ((double) passes * image.width() * image.height() * image.slices()));
        }

        @Override
        public void close() {
            if (running.remove(this)) bytes.add(image.bytesRead());
            read.incrementAndGet();
        }
    }
}
