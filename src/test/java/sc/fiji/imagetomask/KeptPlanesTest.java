package sc.fiji.imagetomask;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sc.fiji.imagetomask.channel.Channel;
import sc.fiji.imagetomask.engine.Engine;
import sc.fiji.imagetomask.engine.Pixels;
import sc.fiji.imagetomask.engine.Samples;
import sc.fiji.imagetomask.engine.WatchedEngine;
import sc.fiji.imagetomask.engine.jvm.JavaEngine;
import sc.fiji.imagetomask.threads.Together;
import sc.fiji.imagetomask.tone.ClipRanges;

/** Planes that the heap has no room for are kept in a file. */
class KeptPlanesTest {

    private static final int WIDTH = 1001;
    private static final int HEIGHT = 840;
    private static final int TILES = 12;
    private static final int TERMS = 2;

    @TempDir
    private Path folder;

    private final AtomicInteger reads = new AtomicInteger();
    private int tiles = TILES;
    private Engine engine = new JavaEngine();
    private long mostOnHeap;

    /** One whose reading is counted. */
    private Picture picture(boolean isDeep) {
        Random random = new Random(5);
        int n = WIDTH * HEIGHT;
        byte[][] bytes = new byte[3][n];
        Samples[] floats = new Samples[3];
        for (int c = 0; c < 3; c++) {
            random.nextBytes(bytes[c]);
            float[] values = new float[n];
            for (int i = 0; i < n; i++) values[i] = random.nextFloat();
            floats[c] = new Samples.Floats(values, Samples.Range.UNIT);
        }
        Pixels pixels = isDeep ? new Pixels.HighBitDepth(floats, 0, n) : new Pixels.Planar(bytes, 0, n);
        Picture whole = new MemoryPicture(pixels, WIDTH, HEIGHT);
        return new Picture() {
            @Override
            public long width() {
                return WIDTH;
            }

            @Override
            public long height() {
                return HEIGHT;
            }

            @Override
            public Pixels read(Tile tile) {
                reads.incrementAndGet();
                return whole.read(tile);
            }

            @Override
            public List<Tile> tiles(int pixels) {
                return Tile.grid(WIDTH, HEIGHT, WIDTH * HEIGHT / tiles);
            }

            @Override
            public boolean isLazy() {
                return true;
            }

            @Override
            public boolean isConcurrent() {
                return true;
            }
        };
    }

    /** Of several terms; by several threads. */
    private byte[] mask(boolean isDeep, PlaneFile file, Runnable between) {
        return Together.with(3, () -> maskHere(isDeep, file, between));
    }

    private byte[] maskHere(boolean isDeep, PlaneFile file, Runnable between) {
        MaskSettings settings =
                MaskSettings.of("S (HSV)").withFurther(List.of(Term.of(Join.WITHOUT, Channel.of("Y (YUV)"))));
        ImageToMask job = new ImageToMask(engine, settings);
        MaskInput frame = MaskInput.of(picture(isDeep));
        MemoryMask mask = new MemoryMask(WIDTH, HEIGHT);
        reads.set(0);
        try (KeptPlanes kept = new KeptPlanes(file, mostOnHeap)) {
            ClipRanges ranges = settings.ranges(job.histograms(frame, kept));
            between.run();
            job.apply(frame, kept, ranges, mask);
        }
        return mask.bytes();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theFileTakesWhatTheHeapHasNoRoomFor(boolean isDeep) throws IOException {
        byte[] expected = mask(isDeep, null, () -> {});
        assertThat(reads).hasValue(2 * TILES);
        try (PlaneFile file = PlaneFile.in(folder, 0.5)) {
            assertThat(mask(isDeep, file, () -> {})).isEqualTo(expected);
            assertThat(file.size()).isEqualTo((long) TERMS * WIDTH * HEIGHT * (isDeep ? 4 : 1));
        }
        assertThat(reads).hasValue(TILES);
        assertThat(files()).isZero();
    }

    /** Of one tile at least the disk has room for one plane and not for the other. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aTileOfWhichOnlySomePlanesFitIsReadFromThePictureAgain(boolean isDeep) {
        byte[] expected = mask(isDeep, null, () -> {});
        try (PlaneFile file = PlaneFile.in(withRoomFor(7), 0.5)) {
            assertThat(mask(isDeep, file, () -> {})).isEqualTo(expected);
        }
        assertThat(reads.get()).isBetween(2 * TILES - 3, 2 * TILES - 1);
    }

    /** The folder, on a disk that is full after so many writes. */
    private Path withRoomFor(int writes) {
        AtomicInteger asked = new AtomicInteger(-1); // asked once before all writes
        File disk = new File(folder.toString()) {
            @Override
            public long getUsableSpace() {
                return asked.getAndIncrement() < writes ? 1L << 40 : 0;
            }
        };
        return (Path) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {Path.class},
                (proxy, method, values) -> method.getName().equals("toFile") ? disk : method.invoke(folder, values));
    }

    @Test
    void whatCannotBeReadBackIsReadFromThePictureAgain() {
        byte[] expected = mask(false, null, () -> {});
        int all = reads.get();
        try (PlaneFile file = PlaneFile.in(folder, 0.5)) {
            assertThat(mask(false, file, file::close)).isEqualTo(expected);
            assertThat(reads).hasValue(all);
            assertThat(mask(false, file, () -> {})).as("it cannot be written").isEqualTo(expected);
            assertThat(reads).hasValue(all);
        }
    }

    /** As Spark does with a task that it needs no longer. */
    @Test
    void anInterruptDoesNotTakeTheFileFromOthers() {
        tiles = 1; // between tiles the interrupt would end the work
        byte[] expected = maskHere(false, null, () -> {});
        try (PlaneFile file = PlaneFile.in(folder, 0.5)) {
            Thread.currentThread().interrupt();
            assertThat(maskHere(false, file, () -> {})).isEqualTo(expected);
            assertThat(Thread.interrupted()).isTrue();
            assertThat(reads).hasValue(tiles);
            assertThat(maskHere(false, file, () -> {})).isEqualTo(expected);
            assertThat(reads).hasValue(tiles);
        }
    }

    /** As on a GPU. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void thePixelsAreKeptOfPlanesThatAreNotOnTheHeap(boolean isDeep) {
        byte[] expected = mask(isDeep, null, () -> {});
        engine = WatchedEngine.java("gpu", "a device");
        long all = 3L * WIDTH * HEIGHT * (isDeep ? Float.BYTES : 1);
        for (int kept : new int[] {0, TILES / 2, TILES}) {
            mostOnHeap = all * kept / TILES + WIDTH;
            assertThat(mask(isDeep, null, () -> {})).isEqualTo(expected);
            assertThat(reads).as("%s tiles kept", kept).hasValue(2 * TILES - kept);
        }
    }

    /** With alpha, which the mask is multiplied with, and without. */
    @ParameterizedTest
    @ValueSource(ints = {3, 4})
    void arraysThatAreUsedForOthersAreNotNeededAnyMore(int channels) {
        Random random = new Random(7);
        byte[][] bytes = new byte[channels][WIDTH * HEIGHT];
        for (byte[] channel : bytes) random.nextBytes(channel);
        Picture whole = new MemoryPicture(new Pixels.Planar(bytes, 0, WIDTH * HEIGHT), WIDTH, HEIGHT);
        MaskSettings settings = MaskSettings.of("R (RGB)")
                .withFurther(List.of(Term.of(Join.OR, Channel.of("S (HSV)"))))
                .withInside(channels == 4);
        MemoryMask expected = new MemoryMask(WIDTH, HEIGHT);
        new ImageToMask(new JavaEngine(), settings).mask(MaskInput.of(whole), expected);
        for (Engine other : List.of(new JavaEngine(), WatchedEngine.java("gpu", "a device")))
            for (long room : new long[] {0, 3L * WIDTH * HEIGHT, 1 << 30}) {
                ImageToMask job = new ImageToMask(other, settings);
                MaskInput frame = MaskInput.of(new Overwritten(whole));
                MemoryMask mask = new MemoryMask(WIDTH, HEIGHT);
                try (KeptPlanes kept = new KeptPlanes(null, room)) {
                    job.apply(frame, kept, settings.ranges(job.histograms(frame, kept)), mask);
                }
                assertThat(mask.bytes())
                        .as("%s, %s bytes of room", other.name(), room)
                        .isEqualTo(expected.bytes());
            }
    }

    /** Gives copies, and writes into them what nobody wants to see when they are released. */
    private record Overwritten(Picture whole) implements Picture {

        @Override
        public long width() {
            return whole.width();
        }

        @Override
        public long height() {
            return whole.height();
        }

        @Override
        public List<Tile> tiles(int pixels) {
            return Tile.grid(WIDTH, HEIGHT, WIDTH * HEIGHT / TILES);
        }

        @Override
        public boolean isLazy() {
            return true;
        }

        @Override
        public Pixels read(Tile tile) {
            Pixels.Planar part = (Pixels.Planar) whole.read(tile);
            int end = part.offset() + part.length();
            byte[][] copies = Arrays.stream(part.channels())
                    .map(channel -> Arrays.copyOfRange(channel, part.offset(), end))
                    .toArray(byte[][]::new);
            return new Pixels.Planar(copies, 0, part.length());
        }

        @Override
        public void release(Pixels pixels) {
            for (byte[] channel : ((Pixels.Planar) pixels).channels()) Arrays.fill(channel, (byte) 0x55);
        }
    }

    @Test
    void withoutAShareOrAFolderThereIsNoFile() {
        assertThat(PlaneFile.in(folder, 0)).isNull();
        assertThat(PlaneFile.in(folder.resolve("none"), 0.5)).isNull();
    }

    private long files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.count();
        }
    }
}
