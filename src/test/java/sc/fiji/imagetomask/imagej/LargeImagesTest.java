package sc.fiji.imagetomask.imagej;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ij.ImagePlus;
import ij.ImageStack;
import ij.VirtualStack;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.BiConsumer;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.img.cell.CellImgFactory;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.view.Views;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.imagetomask.MaskSettings;
import sc.fiji.imagetomask.MaskTarget;
import sc.fiji.imagetomask.Progress;
import sc.fiji.imagetomask.Statistics;
import sc.fiji.imagetomask.Tile;
import sc.fiji.imagetomask.engine.ByteSpan;
import sc.fiji.imagetomask.engine.Engine;
import sc.fiji.imagetomask.engine.EngineChoice;
import sc.fiji.imagetomask.engine.MaskSpan;
import sc.fiji.imagetomask.engine.TileMemory;
import sc.fiji.imagetomask.engine.jvm.JavaEngine;
import sc.fiji.imagetomask.img.ImgMasks;
import sc.fiji.imagetomask.img.ImgPictures;
import sc.fiji.imagetomask.ome.Axis;
import sc.fiji.imagetomask.ome.OmeZarrImage;
import sc.fiji.imagetomask.ome.OmeZarrOutput;
import sc.fiji.imagetomask.ome.OmeZarrSpec;
import sc.fiji.imagetomask.reading.ChannelOrder;
import sc.fiji.imagetomask.reading.NumberRange;
import sc.fiji.imagetomask.zarr.DataType;
import sc.fiji.imagetomask.zarr.ZarrImgs;

/** Images that are read lazily, and masks that are handed on as they are made. */
class LargeImagesTest {

    private static final int WIDTH = 400;
    private static final int HEIGHT = 300;
    private static final int CHUNK = 64;
    private static final MaskSettings SETTINGS = MaskSettings.of("S (HSV)").withLevels(10, 240, 1.3);

    /** Tiles of 32768 pixels. */
    private final Engine small = EngineChoice.of("java", null, TileMemory.ofMegabytes(1), notice -> {})
            .engine();

    private final Random random = new Random(6);

    @TempDir
    private Path temp;

    @Test
    void lazilyReadImagesGiveTheBytesOfThoseInMemory() throws IOException {
        Path folder = zarr();
        byte[] whole = mask(new JavaEngine(), inMemory(folder));
        assertThat(mask(small, ZarrImgs.lazy(OmeZarrImage.open(folder).level(0).array(), 1 << 20)))
                .isEqualTo(whole);
    }

    @Test
    void everyCellIsReadOnceInEachPassThoughNoneIsKept() throws IOException {
        int[] loads = new int[1];
        Img<? extends RealType<?>> lazy =
                ZarrImgs.lazy(OmeZarrImage.open(zarr()).level(0).array(), 0);
        ImgPictures picture = ImgPictures.real(lazy, 2, ChannelOrder.DEFAULT, NumberRange.TYPE);
        for (Tile tile : picture.slices().get(0).tiles(small.tilePixels())) {
            assertThat(tile.x() % CHUNK).isZero();
            assertThat(tile.y() % CHUNK).isZero();
            loads[0] += tile.pixels();
        }
        assertThat(loads[0]).isEqualTo(WIDTH * HEIGHT);
        assertThat(picture.slices().get(0).isLazy()).isTrue();
    }

    @Test
    void anyWritableImageTakesTheMask() throws IOException {
        Img<? extends RealType<?>> image = inMemory(zarr());
        byte[] whole = mask(new JavaEngine(), image);
        ImgPictures picture = ImgPictures.real(image, 2, ChannelOrder.DEFAULT, NumberRange.TYPE);
        List<RandomAccessibleInterval<? extends RealType<?>>> targets = List.of(
                ArrayImgs.unsignedBytes(WIDTH, HEIGHT),
                ArrayImgs.unsignedShorts(WIDTH, HEIGHT),
                ArrayImgs.ints(WIDTH, HEIGHT),
                ArrayImgs.floats(WIDTH, HEIGHT),
                ArrayImgs.doubles(WIDTH, HEIGHT),
                new CellImgFactory<>(new UnsignedByteType(), 37).create(WIDTH, HEIGHT),
                Views.translate(ArrayImgs.unsignedBytes(WIDTH, HEIGHT), 5, -3));
        for (RandomAccessibleInterval<? extends RealType<?>> target : targets) {
            write(picture, target);
            boolean isFloat = target.getType().getMaxValue() > 1e30;
            int i = 0;
            for (RealType<?> pixel : Views.flatIterable(target)) {
                int value = whole[i++] & 255;
                assertThat(pixel.getRealFloat()).isEqualTo(isFloat ? value / 255f : value);
            }
        }
        assertThatThrownBy(() -> write(picture, ArrayImgs.bytes(WIDTH, HEIGHT)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The target is of ByteType, but must be of a type that holds 0 to 255.");
    }

    @SuppressWarnings("unchecked")
    private <T extends RealType<T>> void write(ImgPictures picture, RandomAccessibleInterval<?> target) {
        new ImgMasks(small, SETTINGS).write(picture, null, null, (RandomAccessibleInterval<T>) target);
    }

    @Test
    void aConsumerTakesTilesAsTheyAreMade() throws IOException {
        Path folder = zarr();
        byte[] whole = mask(new JavaEngine(), inMemory(folder));
        byte[] sent = new byte[WIDTH * HEIGHT];
        BiConsumer<Tile, byte[]> consumer = (tile, bytes) -> {
            for (int y = 0; y < tile.height(); y++)
                System.arraycopy(
                        bytes, y * tile.width(), sent, (int) ((tile.y() + y) * WIDTH + tile.x()), tile.width());
        };
        Engine engine = small;
        MaskSettings settings = SETTINGS;
        // snippet: tiles
        OmeZarrImage source = OmeZarrImage.open(folder);
        Img<? extends RealType<?>> lazy = ZarrImgs.lazy(source.level(0).array(), 256 << 20);
        ImgPictures picture = ImgPictures.real(lazy, 2, ChannelOrder.DEFAULT, NumberRange.TYPE);
        new ImgMasks(engine, settings).write(picture, null, null, slice -> new MaskTarget() {
            @Override
            public MaskSpan open(Tile tile) {
                return ByteSpan.allocate(tile.pixels());
            }

            @Override
            public void written(Tile tile, MaskSpan values) {
                consumer.accept(tile, ((ByteSpan) values).array());
            }
        });
        // end
        assertThat(sent).isEqualTo(whole);
    }

    @Test
    void virtualStacksAreReadAndTheirMasksHandedOnSliceBySlice() {
        int[][] slices = new int[5][];
        Arrays.setAll(slices, i -> random.ints(30 * 20, 0, 1 << 24).toArray());
        List<Integer> read = new ArrayList<>();
        ImageStack stack = new VirtualStack(30, 20, null, null) {
            @Override
            public int getSize() {
                return slices.length;
            }

            @Override
            public ImageProcessor getProcessor(int n) {
                read.add(n - 1);
                return new ColorProcessor(30, 20, slices[n - 1].clone());
            }

            @Override
            public String getSliceLabel(int n) {
                return null;
            }
        };
        ImagePlus virtual = new ImagePlus("virtual", stack);
        for (Statistics statistics : Statistics.values()) {
            ImagePlusMasks masks = new ImagePlusMasks(new JavaEngine(), SETTINGS.withStatistics(statistics));
            ImagePlus whole = masks.of(virtual);
            read.clear();
            List<Integer> taken = new ArrayList<>();
            masks.each(virtual, null, Progress.NONE, (slice, i) -> {
                taken.add(i);
                assertThat(read.get(read.size() - 1)).isEqualTo(i);
                assertThat(slice.getPixels())
                        .isEqualTo(whole.getStack().getProcessor(i + 1).getPixels());
            });
            assertThat(taken).containsExactly(0, 1, 2, 3, 4);
        }
    }

    private static byte[] mask(Engine engine, Img<? extends RealType<?>> image) {
        Img<UnsignedByteType> mask = ArrayImgs.unsignedBytes(WIDTH, HEIGHT);
        new ImgMasks(engine, SETTINGS)
                .write(ImgPictures.real(image, 2, ChannelOrder.DEFAULT, NumberRange.TYPE), null, null, mask);
        byte[] bytes = new byte[WIDTH * HEIGHT];
        int i = 0;
        for (UnsignedByteType pixel : mask) bytes[i++] = (byte) pixel.get();
        return bytes;
    }

    private static Img<? extends RealType<?>> inMemory(Path folder) throws IOException {
        byte[] values = (byte[])
                OmeZarrImage.open(folder).level(0).array().readBlock(new long[3], new int[] {3, HEIGHT, WIDTH});
        return ArrayImgs.unsignedBytes(values, WIDTH, HEIGHT, 3);
    }

    private Path zarr() throws IOException {
        Path folder = temp.resolve("picture.ome.zarr");
        OmeZarrSpec spec = OmeZarrSpec.of(DataType.UINT8, Axis.all("cyx"), List.of(3L, (long) HEIGHT, (long) WIDTH))
                .withChunk(List.of(1, CHUNK, CHUNK))
                .withLevels(1);
        OmeZarrOutput output = OmeZarrOutput.create(folder, spec, false);
        long[] grid = output.levels().get(0).gridShape();
        for (long c = 0; c < 3; c++)
            for (long y = 0; y < grid[1]; y++)
                for (long x = 0; x < grid[2]; x++) {
                    int[] size = output.levels().get(0).chunkSize(new long[] {c, y, x});
                    byte[] noise = new byte[size[1] * size[2]];
                    random.nextBytes(noise);
                    output.writeChunk(0, new long[] {c, y, x}, noise);
                }
        output.finish();
        return folder;
    }
}
