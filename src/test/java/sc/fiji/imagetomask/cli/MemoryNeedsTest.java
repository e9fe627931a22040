package sc.fiji.imagetomask.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
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
        assertThat(needs.of(Place.of(png(SIDE, SIDE, false)))).isEqualTo(SPARE + 24L * (1 << 20));
    }

    @Test
    void anInterlacedOneNeedsThatOfAllPixels() throws IOException {
        assertThat(needs.of(Place.of(png(SIDE, SIDE, true)))).isEqualTo(SPARE + 24L * SIDE * SIDE);
    }

    @Test
    void aTileHasOneRowAtLeast() throws IOException {
        int width = 5_000_000;
        assertThat(needs.of(Place.of(png(width, 2, false)))).isEqualTo(SPARE + 24L * width);
    }

    private Path png(int width, int height, boolean interlaced) throws IOException {
        byte[] rows = new byte[height * (1 + width / 8 + 1)];
        new Random(3).nextBytes(rows);
        return new PngChunks(width, height, 1, 0, interlaced).pixels(rows).write(temp.resolve("a.png"));
    }
}
