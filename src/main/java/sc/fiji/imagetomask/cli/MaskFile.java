package sc.fiji.imagetomask.cli;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import sc.fiji.imagetomask.WeightMap;
import sc.fiji.imagetomask.picturefile.PictureFile;
import sc.fiji.imagetomask.picturefile.SampleReading;
import sc.fiji.imagetomask.reading.Pairing;

/** The file that masks are multiplied with; its slices are read one at a time, and repeats not again. */
final class MaskFile implements Closeable {

    private final Path path;
    private final PictureFile file;
    private final List<Integer> slices;
    private WeightMap latest;
    private int latestSlice = -1;

    /** @param pictures how the picture files that it goes with are taken */
    MaskFile(Path path, SampleReading pictures) throws IOException {
        this.path = path;
        file = PictureFiles.open(path, pictures.ofMask());
        slices = IntStream.range(0, file.slices()).boxed().toList();
    }

    /** The name of the file. */
    String name() {
        return path.getFileName().toString();
    }

    /** What a user should know of how it is read, one sentence for each. */
    List<String> notices() {
        return file.notices();
    }

    /** What goes with slice i of any picture file. */
    WeightMap of(int i) throws IOException {
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
