package sc.fiji.imagetomask.ome;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sc.fiji.imagetomask.Tile;
import sc.fiji.imagetomask.zarr.Compression;
import sc.fiji.imagetomask.zarr.DataType;
import sc.fiji.imagetomask.zarr.Threads;

/** Smaller resolutions that are made in memory equal those that are made of the files. */
class LevelChunksTest {

    private static final int SLICES = 2;

    private final Random random = new Random(5);

    @TempDir
    private Path folder;

    @ParameterizedTest(name = "{0} {1}, {2} x {3} in chunks of {4} x {5}, room for {6} bytes")
    @CsvSource({
        "UINT8, zyx, 203, 157, 16, 16, 1000000",
        "UINT8, zyx, 203, 157, 16, 32, 0",
        "UINT8, zyx, 203, 157, 16, 32, 2000",
        "UINT8, zxy, 200, 157, 32, 16, 1000000",
        "UINT8, zyx, 203, 157, 17, 16, 1000000",
        "UINT8, zyx, 203, 17, 16, 17, 1000000",
        "FLOAT32, tyx, 203, 157, 16, 16, 1000000",
        "FLOAT32, txy, 203, 157, 16, 16, 1000000",
        "UINT8, xyz, 129, 255, 64, 16, 3000"
    })
    void theBytesAreTheSame(DataType type, String axes, int width, int height, int chunkX, int chunkY, long room)
            throws IOException {
        OmeZarrSpec spec = spec(type, axes, width, height, chunkX, chunkY);
        OmeZarrOutput inMemory = OmeZarrOutput.create(folder.resolve("memory"), spec, false);
        OmeZarrOutput ofFiles = OmeZarrOutput.create(folder.resolve("files"), spec, false);
        for (int slice = 0; slice < SLICES; slice++) {
            Object values = values(type, width * height);
            LevelChunks chunks = new LevelChunks(inMemory, spec, slice, room);
            Threads.forEach(tiles(width, height), tile -> chunks.put(tile, part(type, values, width, tile)));
            chunks.finish();
            MaskChunks.of(spec, ofFiles).write(slice, new Tile(0, 0, width, height), values);
        }
        ofFiles.writeResolutions();
        inMemory.finish();
        ofFiles.finish();
        assertThat(files(folder.resolve("memory"))).isEqualTo(files(folder.resolve("files")));
    }

    @Test
    void aChunkThatComesAsAWholeIsWrittenAtOnce() throws IOException {
        OmeZarrSpec spec = spec(DataType.UINT8, "yx", 64, 64, 32, 32);
        OmeZarrOutput output = OmeZarrOutput.create(folder.resolve("one"), spec, false);
        LevelChunks chunks = new LevelChunks(output, spec, 0, 1 << 20);
        chunks.put(new Tile(32, 0, 32, 32), new byte[1024]);
        assertThat(folder.resolve("one/0/0/1")).exists();
        for (int[] at : new int[][] {{0, 0}, {0, 32}, {32, 32}}) {
            assertThat(folder.resolve("one/1/0/0")).doesNotExist();
            chunks.put(new Tile(at[0], at[1], 32, 32), new byte[1024]);
        }
        assertThat(folder.resolve("one/1/0/0")).exists();
    }

    private static OmeZarrSpec spec(DataType type, String axes, int width, int height, int chunkX, int chunkY) {
        List<Long> shape = new ArrayList<>();
        List<Integer> chunk = new ArrayList<>();
        for (char axis : axes.toCharArray()) {
            shape.add((long) (axis == 'x' ? width : axis == 'y' ? height : SLICES));
            chunk.add(axis == 'x' ? chunkX : axis == 'y' ? chunkY : 1);
        }
        return OmeZarrSpec.of(type, Axis.all(axes), shape).withChunk(chunk).withCompression(Compression.none());
    }

    private Object values(DataType type, int n) {
        if (type == DataType.UINT8) {
            byte[] bytes = new byte[n];
            random.nextBytes(bytes);
            return bytes;
        }
        float[] floats = new float[n];
        for (int i = 0; i < n; i++) floats[i] = (float) Math.exp(40 * random.nextDouble() - 20);
        return floats;
    }

    /** Rectangles that cross chunks, and whole chunks, in any order. */
    private List<Tile> tiles(int width, int height) {
        List<Tile> tiles = new ArrayList<>(Tile.blocks(width, height, 32, 16, 1000));
        Tile first = tiles.remove(0);
        for (int y = 0; y < first.height(); y += 3)
            tiles.add(new Tile(first.x(), first.y() + y, first.width(), Math.min(3, first.height() - y)));
        Collections.shuffle(tiles, random);
        return tiles;
    }

    private static Object part(DataType type, Object values, int width, Tile tile) {
        Object part = type.newArray(tile.pixels());
        for (int y = 0; y < tile.height(); y++)
            System.arraycopy(values, (int) ((tile.y() + y) * width + tile.x()), part, y * tile.width(), tile.width());
        return part;
    }

    private static Map<String, List<Byte>> files(Path root) throws IOException {
        Map<String, List<Byte>> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(root)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                List<Byte> bytes = new ArrayList<>();
                for (byte b : Files.readAllBytes(file)) bytes.add(b);
                files.put(root.relativize(file).toString(), bytes);
            }
        }
        return files;
    }
}
