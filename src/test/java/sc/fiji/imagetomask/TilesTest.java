package sc.fiji.imagetomask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sc.fiji.imagetomask.channel.Channel;
import sc.fiji.imagetomask.engine.Engine;
import sc.fiji.imagetomask.engine.MaskSpan;
import sc.fiji.imagetomask.engine.Pixels;
import sc.fiji.imagetomask.engine.Samples;
import sc.fiji.imagetomask.engine.WatchedEngine;
import sc.fiji.imagetomask.engine.jvm.JavaEngine;
import sc.fiji.imagetomask.tone.Histograms;

/** Masks in tiles of any size and shape are those of whole pictures; what is lazily read is read one tile ahead. */
class TilesTest {

    private static final int WIDTH = 61;
    private static final int HEIGHT = 20;
    private static final int SLICES = 3;

    private final Random random = new Random(11);

    @AfterEach
    void noThreadIsLeft() throws InterruptedException {
        for (Thread thread : Thread.getAllStackTraces().keySet())
            if (thread.getName().equals("Image To Mask reads ahead")) {
                thread.join(1000);
                assertThat(thread.isAlive()).isFalse();
            }
    }

    @ParameterizedTest(name = "{0}, random settings {1}")
    @CsvSource({"java, 1", "java, 2", "java, 3", "opencl, 5", "opencl, 6"})
    void anyTilesGiveTheSameBytes(String engineName, long seed) {
        Engine engine = Needs.engine(engineName);
        random.setSeed(seed);
        for (Statistics statistics : Statistics.values())
            for (boolean inside : new boolean[] {false, true})
                for (boolean deep : new boolean[] {false, true}) {
                    MaskSettings settings =
                            settings().withStatistics(statistics).withInside(inside);
                    List<MaskInput> frames = new ArrayList<>();
                    for (int i = 0; i < SLICES; i++) frames.add(frame(deep));
                    List<ByteBuffer> whole = masks(new ImageToMask(engine, settings), frames);
                    for (int pixels : sizes(engineName)) {
                        if (pixels == 1 && (inside || statistics != Statistics.SLICE)) continue; // take long
                        ImageToMask job =
                                new ImageToMask(WatchedEngine.of(engine).ofTiles(pixels), settings);
                        assertThat(masks(job, frames))
                                .as("%s %d", settings, pixels)
                                .isEqualTo(whole);
                        List<MaskInput> lazy = frames.stream().map(this::blocks).toList();
                        assertThat(masks(job, lazy))
                                .as("%s %d", settings, pixels)
                                .isEqualTo(whole);
                    }
                }
    }

    /** The least ones take a device too long. */
    private static int[] sizes(String engine) {
        return engine.equals("java")
                ? new int[] {1, 7, 60, 61, 62, 200, 900, WIDTH * HEIGHT - 1, 100_000}
                : new int[] {61, 200, 901, WIDTH * HEIGHT - 1, 100_000};
    }

    @Test
    void floatsAreWrittenInTilesToo() {
        MaskInput frame = frame(true);
        MaskSettings settings = settings().withOutput(Output.FLOAT);
        MemoryFloatMask whole = new MemoryFloatMask(WIDTH, HEIGHT);
        new ImageToMask(new JavaEngine(), settings).mask(frame, whole);
        MemoryFloatMask tiles = new MemoryFloatMask(WIDTH, HEIGHT);
        new ImageToMask(WatchedEngine.of(new JavaEngine()).ofTiles(300), settings).mask(blocks(frame), tiles);
        assertThat(tiles.values()).isEqualTo(whole.values());
    }

    /** Several threads read, compute and write; between the passes the planes stay in memory. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void tilesAreWorkedOnAtOnceAndReadOnce(boolean deep) {
        for (int i = 0; i < 20; i++) {
            MaskInput frame = new MaskInput(frame(deep).picture(), null, null);
            AtomicInteger reads = new AtomicInteger();
            List<Pixels> released = Collections.synchronizedList(new ArrayList<>());
            Lazy picture = new Lazy(frame.picture()) {
                @Override
                public Pixels read(Tile tile) {
                    reads.incrementAndGet();
                    return super.read(tile);
                }

                @Override
                public boolean isConcurrent() {
                    return true;
                }

                @Override
                public List<Tile> tiles(int pixels) {
                    return super.tiles(1);
                }

                @Override
                public void release(Pixels pixels) {
                    released.add(pixels);
                }
            };
            ImageToMask job = new ImageToMask(new JavaEngine(), settings());
            assertThat(masks(job, List.of(MaskInput.of(picture)))).isEqualTo(masks(job, List.of(frame)));
            int tiles = picture.tiles(1).size();
            assertThat(reads).hasValue(tiles);
            if (!frame.picture().read(new Tile(0, 0, WIDTH, HEIGHT)).hasAlpha())
                assertThat(released).hasSize(tiles).doesNotHaveDuplicates();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 64, 65, 1000, Integer.MAX_VALUE})
    void blocksAreNeverCut(int pixels) {
        List<Tile> tiles = Tile.blocks(50, 33, 8, 8, pixels);
        assertThat(tiles.stream().mapToLong(Tile::pixels).sum()).isEqualTo(50 * 33);
        assertThat(tiles).allMatch(tile -> tile.x() % 8 == 0 && tile.y() % 8 == 0);
        assertThat(tiles).allMatch(tile -> tile.pixels() <= Math.max(64, pixels));
    }

    @Test
    void sizesBeyondTheReachOfIntsAreCut() {
        List<Tile> tiles = Tile.blocks(1L << 33, 1L << 20, 1 << 15, 1 << 15, Integer.MAX_VALUE - 8);
        assertThat(tiles.stream().mapToLong(Tile::pixels).sum()).isEqualTo(1L << 53);
        assertThat(tiles.get(tiles.size() - 1).x() + tiles.get(tiles.size() - 1).width())
                .isEqualTo(1L << 33);
    }

    @Test
    void theNextTileIsReadMeanwhileAndNoFurther() throws Exception {
        CountDownLatch second = new CountDownLatch(1);
        List<Tile> read = new ArrayList<>();
        Lazy picture = new Lazy(frame(false).picture()) {
            @Override
            public Pixels read(Tile tile) {
                synchronized (read) {
                    read.add(tile);
                    if (read.size() == 2) second.countDown();
                }
                return super.read(tile);
            }
        };
        int[] written = new int[1];
        MemoryMask mask = new MemoryMask(WIDTH, HEIGHT);
        MaskTarget target = new MaskTarget() {
            @Override
            public MaskSpan open(Tile tile) {
                try {
                    second.await();
                } catch (InterruptedException e) {
                    throw new AssertionError(e);
                }
                return mask.open(tile);
            }

            @Override
            public void written(Tile tile, MaskSpan values) {
                mask.written(tile, values);
                written[0]++;
                synchronized (read) {
                    assertThat(read.size() - written[0]).isBetween(0, 1);
                }
            }
        };
        MaskSettings settings = settings();
        new ImageToMask(WatchedEngine.of(new JavaEngine()).ofTiles(400), settings)
                .apply(
                        MaskInput.of(picture),
                        settings.ranges(Histograms.empty(settings.terms().size())),
                        target);
        assertThat(written[0]).isGreaterThan(3);
    }

    @Test
    void whatFailsInReadingPassesAsItIs() {
        IllegalStateException problem = new IllegalStateException("The disk is gone.");
        Lazy picture = new Lazy(frame(false).picture()) {
            @Override
            public Pixels read(Tile tile) {
                if (tile.y() >= 16) throw problem;
                return super.read(tile);
            }
        };
        assertThatThrownBy(() -> masks(
                        new ImageToMask(WatchedEngine.of(new JavaEngine()).ofTiles(400), settings()),
                        List.of(MaskInput.of(picture))))
                .isSameAs(problem);
    }

    @Test
    void anInterruptedCallerStops() throws InterruptedException {
        CountDownLatch reading = new CountDownLatch(1);
        Lazy picture = new Lazy(frame(false).picture()) {
            @Override
            public Pixels read(Tile tile) {
                if (tile.y() > 0) {
                    reading.countDown();
                    try {
                        new CountDownLatch(1).await();
                    } catch (InterruptedException e) {
                        throw new IllegalStateException("interrupted", e);
                    }
                }
                return super.read(tile);
            }
        };
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        boolean[] stayed = new boolean[1];
        Thread caller = new Thread(() -> {
            try {
                new ImageToMask(WatchedEngine.of(new JavaEngine()).ofTiles(600), settings())
                        .histograms(MaskInput.of(picture));
            } catch (RuntimeException e) {
                thrown.set(e);
                stayed[0] = Thread.currentThread().isInterrupted();
            }
        });
        caller.start();
        reading.await();
        caller.interrupt();
        caller.join(5000);
        assertThat(thrown.get()).isInstanceOf(CancellationException.class);
        assertThat(stayed[0]).isTrue();
    }

    private MaskSettings settings() {
        Channel[] channels = Channel.values();
        return SomeFormulas.settings(channels[random.nextInt(channels.length)])
                .withLevels(random.nextInt(100), 120 + random.nextInt(136), 0.3 + 2 * random.nextDouble())
                .withInvert(random.nextBoolean())
                .withFurther(RandomTerms.further(random.nextInt(3), random));
    }

    private MaskInput frame(boolean deep) {
        int n = WIDTH * HEIGHT;
        MemoryMask mask = random.nextBoolean() ? noise() : null;
        MemoryMask roi = random.nextBoolean() ? noise() : null;
        if (!deep)
            return new MaskInput(
                    new MemoryPicture(
                            new Pixels.Packed(random.ints(n).toArray(), 0, n, random.nextBoolean()), WIDTH, HEIGHT),
                    mask,
                    roi);
        Samples[] samples = new Samples[1 + random.nextInt(4)];
        Arrays.setAll(samples, c -> {
            short[] values = new short[n];
            for (int i = 0; i < n; i++) values[i] = (short) random.nextInt();
            return new Samples.Shorts(values, new Samples.Range(100, 60_000));
        });
        return new MaskInput(new MemoryPicture(new Pixels.HighBitDepth(samples, 0, n), WIDTH, HEIGHT), mask, roi);
    }

    private MemoryMask noise() {
        byte[] bytes = new byte[WIDTH * HEIGHT];
        random.nextBytes(bytes);
        return new MemoryMask(bytes, WIDTH, HEIGHT);
    }

    private MaskInput blocks(MaskInput frame) {
        return new MaskInput(new Lazy(frame.picture()), frame.mask(), frame.roi());
    }

    private static List<ByteBuffer> masks(ImageToMask job, List<MaskInput> frames) {
        List<MemoryMask> masks = new ArrayList<>();
        for (int i = 0; i < frames.size(); i++) masks.add(new MemoryMask(WIDTH, HEIGHT));
        job.masks(frames.size(), frames::get, masks::get, Progress.NONE);
        return masks.stream().map(MemoryMask::bytes).map(ByteBuffer::wrap).toList();
    }

    /** Lies in blocks of 16 x 16. */
    private static class Lazy implements Picture {

        private final Picture whole;

        Lazy(Picture whole) {
            this.whole = whole;
        }

        @Override
        public long width() {
            return whole.width();
        }

        @Override
        public long height() {
            return whole.height();
        }

        @Override
        public boolean isLazy() {
            return true;
        }

        @Override
        public List<Tile> tiles(int pixels) {
            return Tile.blocks(width(), height(), 16, 16, pixels);
        }

        @Override
        public Pixels read(Tile tile) {
            int n = tile.pixels();
            Pixels all = whole.read(new Tile(0, 0, WIDTH, HEIGHT));
            if (all instanceof Pixels.Packed packed) {
                int[] argb = new int[n];
                for (int y = 0; y < tile.height(); y++)
                    System.arraycopy(packed.data(), start(tile, y), argb, y * tile.width(), tile.width());
                return new Pixels.Packed(argb, 0, n, packed.hasAlpha());
            }
            Samples[] channels = ((Pixels.HighBitDepth) all).channels();
            Samples[] parts = new Samples[channels.length];
            Arrays.setAll(parts, c -> {
                Samples.Shorts samples = (Samples.Shorts) channels[c];
                short[] values = new short[n];
                for (int y = 0; y < tile.height(); y++)
                    System.arraycopy(samples.data(), start(tile, y), values, y * tile.width(), tile.width());
                return new Samples.Shorts(values, samples.range());
            });
            return new Pixels.HighBitDepth(parts, 0, n);
        }

        private static int start(Tile tile, int row) {
            return (int) ((tile.y() + row) * WIDTH + tile.x());
        }
    }
}
