package sc.fiji.imagetomask.cli;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import sc.fiji.imagetomask.Coverage;
import sc.fiji.imagetomask.image.Pairing;

/** The file that masks are multiplied with; its slices are read one at a time, and repeats not again. */
final class MaskFile implements Closeable {

    private final PictureFile file;
    private final List<Integer> slices;
    private Coverage latest;
    private int latestSlice = -1;

    MaskFile(Path path) throws IOException {
        file = PictureFile.open(path);
        slices = IntStream.range(0, file.slices()).boxed().toList();
    }

    /** What goes with slice i of any picture file. */
    Coverage of(int i) throws IOException {
        int slice = Pairing.of(slices, i);
        if (slice != latestSlice) latest = file.mask(slice);
        latestSlice = slice;
        return latest;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
