package sc.fiji.imagetomask.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.imagetomask.picturefile.SampleReading;
import sc.fiji.imagetomask.picturefile.raster.PngChunks;

class MemoryNeedsTest {

    private static final int SIDE = 2100;
    private static final long SPARE = 1 << 22;

    @TempDir
    private Path temp;

    private final MemoryNeeds needs = new MemoryNeeds(SampleReading.DEFAULT, false, 1 << 20, Long.MAX_VALUE);

    @Test
    void aLargePngNeedsThatOfATile() throws IOException {
        Path file = png(false);
        assertThat(needs.of(Place.of(file))).isEqualTo(SPARE + 2 * Files.size(file) + 24L * (1 << 20));
    }

    @Test
    void anInterlacedOneNeedsThatOfAllPixels() throws IOException {
        Path file = png(true);
        assertThat(needs.of(Place.of(file))).isEqualTo(SPARE + 2 * Files.size(file) + 24L * SIDE * SIDE);
    }

    private Path png(boolean interlaced) throws IOException {
        return new PngChunks(SIDE, SIDE, 1, 0, interlaced)
                .pixels(new byte[SIDE * (1 + SIDE / 8 + 1)])
                .write(temp.resolve("a.png"));
    }
}
