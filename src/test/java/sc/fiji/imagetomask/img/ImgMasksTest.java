package sc.fiji.imagetomask.img;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import net.imglib2.FinalInterval;
import net.imglib2.Interval;
import net.imglib2.Point;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImg;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.img.basictypeaccess.array.ByteArray;
import net.imglib2.img.basictypeaccess.array.IntArray;
import net.imglib2.img.planar.PlanarImg;
import net.imglib2.img.planar.PlanarImgFactory;
import net.imglib2.loops.LoopBuilder;
import net.imglib2.type.logic.BitType;
import net.imglib2.type.logic.NativeBoolType;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.util.Intervals;
import net.imglib2.view.Views;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import sc.fiji.imagetomask.MaskSettings;
import sc.fiji.imagetomask.Tile;
import sc.fiji.imagetomask.channel.Channel;
import sc.fiji.imagetomask.engine.Engine;
import sc.fiji.imagetomask.engine.Pixels;
import sc.fiji.imagetomask.engine.WatchedEngine;
import sc.fiji.imagetomask.engine.jvm.JavaEngine;
import sc.fiji.imagetomask.reading.ChannelOrder;
import sc.fiji.imagetomask.reading.NumberRange;
import sc.fiji.imagetomask.tone.ClipRange;
import sc.fiji.imagetomask.tone.Histogram;
import sc.fiji.imagetomask.tone.ToneTable;

class ImgMasksTest {

    private static final MaskSettings SETTINGS =
            MaskSettings.of("S (HSV)").withLevels(10, 220, 1.3).withInvert(true);
    private static final ImgMasks MASKS = new ImgMasks(new JavaEngine(), SETTINGS);

    static Stream<Arguments> colours() {
        return arguments(ImgSamples.colours(23, 17), ImgSamples.colours(13, 11, 3), ImgSamples.colours(7, 5, 2, 3));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("colours")
    void coloursOfAnyStorageBecomeTheSameMask(String kind, RandomAccessibleInterval<ARGBType> image) {
        for (int maxPixels : new int[] {1 << 20, 40, 6}) {
            ImgMasks masks = new ImgMasks(tiles(maxPixels), SETTINGS);
            assertMask(masks.of(ImgPictures.argb(image)), image, packed(image), alpha(packed(image)));
            assertMask(masks.of(ImgPictures.opaque(image)), image, packed(image), null);
        }
    }

    static Stream<Arguments> bytes() {
        return arguments(ImgSamples.bytes(23, 17), ImgSamples.bytes(13, 11, 3));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bytes")
    void bytesOfAnyStorageAreGrey(String kind, RandomAccessibleInterval<UnsignedByteType> image) {
        ImgMasks masks = new ImgMasks(tiles(40), MaskSettings.DEFAULT.withLevels(0, 255, 2));
        assertThat(bytes(masks.of(ImgPictures.grey(image))))
                .isEqualTo(expected(masks.settings(), grey(bytes(image)), null, planeSize(image)));
    }

    @ParameterizedTest
    @CsvSource({"1, 0", "1, 2", "2, 1", "2, 2", "3, 0", "3, 1", "3, 2", "3, 3", "4, 0", "4, 1", "4, 2", "4, 3"})
    void bytesHaveTheirChannelsAlongAnyAxis(int channels, int axis) {
        long[] size = {9, 8, 3};
        long[] withChannels = new long[4];
        for (int d = 0, from = 0; d < 4; d++) withChannels[d] = d == axis ? channels : size[from++];
        ImgSamples.bytes(withChannels).forEach((kind, image) -> {
            int[] argb = argbOf(image, axis);
            for (int maxPixels : new int[] {1 << 20, 20, 6}) {
                ImgMasks masks = new ImgMasks(tiles(maxPixels), SETTINGS.withChannel(Channel.LAB_L));
                Img<UnsignedByteType> mask = masks.of(ImgPictures.channels(image, axis));
                assertThat(bytes(mask)).as(kind).isEqualTo(expected(masks.settings(), argb, null, 72));
                assertThat(Intervals.equals(mask, without(image, axis)))
                        .as(kind)
                        .isTrue();
            }
        });
    }

    @Test
    void onlyAFourthNumberIsAlpha() {
        RandomAccessibleInterval<UnsignedByteType> image =
                ImgSamples.bytes(9, 8, 4).get("cell");
        ImgPictures numbered = ImgPictures.real(image, 2, ChannelOrder.parse("1,2,3,4"), NumberRange.TYPE);
        int[] argb = argbOf(Views.interval(image, new long[] {0, 0, 0}, new long[] {8, 7, 2}), 2);
        byte[] alpha = bytes(Views.hyperSlice(image, 2, 3));
        assertThat(bytes(MASKS.of(numbered))).isEqualTo(expected(SETTINGS, argb, alpha, 72));
        Views.hyperSlice(image, 2, 3).forEach(pixel -> pixel.set(0));
        assertThat(bytes(MASKS.of(ImgPictures.channels(image, 2)))).isEqualTo(expected(SETTINGS, argb, null, 72));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bytes")
    void masksOfAnyStorageReplaceTheAlphaAndTheLastRepeats(String kind, RandomAccessibleInterval<UnsignedByteType> m) {
        long slices = m.numDimensions() == 2 ? 1 : m.dimension(2);
        RandomAccessibleInterval<ARGBType> image =
                ImgSamples.colours(m.dimension(0), m.dimension(1), slices + 2).get("array");
        byte[] given = bytes(m);
        int plane = planeSize(m);
        byte[] factors = new byte[plane * (int) (slices + 2)];
        for (int i = 0; i < slices + 2; i++)
            System.arraycopy(given, (int) Math.min(i, slices - 1) * plane, factors, i * plane, plane);
        ImgMasks masks = new ImgMasks(tiles(31), SETTINGS);
        assertMask(masks.of(ImgPictures.argb(image), m, null), image, packed(image), factors);
    }

    @Test
    void aSelectionIsInThePicturesCoordinates() {
        RandomAccessibleInterval<ARGBType> image =
                ImgSamples.colours(13, 11, 2).get("cell, moved"); // x from -50, y from 50
        RandomAccessibleInterval<BitType> region = Views.translate(ArrayImgs.bits(6, 30), -53, 45);
        Random random = new Random(1);
        LoopBuilder.setImages(region).forEachPixel(pixel -> pixel.set(random.nextBoolean()));
        byte[] inside = new byte[13 * 11 * 2];
        for (int i = 0; i < inside.length; i++) {
            int x = i % 13 - 50;
            int y = i / 13 % 11 + 50;
            if (Intervals.contains(region, new Point(x, y))
                    && region.getAt(x, y).get()) inside[i] = -1;
        }
        int[] argb = packed(image);
        ImgMasks masks = new ImgMasks(tiles(30), SETTINGS);
        assertMask(masks.of(ImgPictures.opaque(image), null, region), image, argb, inside);
        assertMask(masks.of(ImgPictures.argb(image), null, region), image, argb, product(alpha(argb), inside));
        RandomAccessibleInterval<UnsignedByteType> mask =
                ImgSamples.bytes(13, 11).get("planar");
        byte[] twice = new byte[inside.length];
        for (int i = 0; i < twice.length; i++) twice[i] = bytes(mask)[i % 143];
        assertMask(masks.of(ImgPictures.argb(image), mask, region), image, argb, product(twice, inside));
    }

    @Test
    void aSelectionBesideThePictureLeavesNothing() {
        RandomAccessibleInterval<ARGBType> image = ImgSamples.colours(5, 4).get("array");
        RandomAccessibleInterval<NativeBoolType> region = Views.translate(ArrayImgs.booleans(3, 3), 100, -100);
        assertThat(bytes(MASKS.of(ImgPictures.argb(image), null, region))).containsOnly(0);
    }

    @Test
    void batchesGoTogetherOneByOneAndTheLastMaskRepeats() {
        List<RandomAccessibleInterval<ARGBType>> images =
                List.copyOf(ImgSamples.colours(6, 5).values().stream().limit(3).toList());
        List<RandomAccessibleInterval<UnsignedByteType>> masks = List.of(
                ImgSamples.bytes(6, 5).get("array"), ImgSamples.bytes(6, 5).get("cell, permuted"));
        List<ImgPictures> pictures = images.stream().map(ImgPictures::argb).toList();
        List<Img<UnsignedByteType>> results = MASKS.of(pictures, masks);
        assertThat(results).hasSize(3);
        for (int i = 0; i < 3; i++)
            assertMask(results.get(i), images.get(i), packed(images.get(i)), bytes(masks.get(Math.min(i, 1))));
        List<Img<UnsignedByteType>> alone = MASKS.of(pictures, List.<Img<UnsignedByteType>>of());
        assertMask(alone.get(2), images.get(2), packed(images.get(2)), alpha(packed(images.get(2))));
    }

    @Test
    void aMaskCanBeWrittenToAnyImage() {
        RandomAccessibleInterval<ARGBType> image = ImgSamples.colours(13, 11, 3).get("planar, moved");
        ImgSamples.bytes(13, 11, 3).forEach((kind, target) -> {
            if (kind.endsWith("converted")) return; // is read only
            new ImgMasks(tiles(30), SETTINGS).write(ImgPictures.argb(image), null, null, target);
            assertThat(bytes(target))
                    .as(kind)
                    .isEqualTo(expected(SETTINGS, packed(image), alpha(packed(image)), 13 * 11));
        });
    }

    @Test
    void wholePlanesOnTheHeapAreNotCopied() {
        ArrayImg<ARGBType, ?> array =
                (ArrayImg<ARGBType, ?>) ImgSamples.colours(6, 5, 2).get("array");
        Pixels.Packed second =
                (Pixels.Packed) ImgPictures.argb(array).slices().get(1).read(new Tile(0, 2, 6, 3));
        assertThat(second.data()).isSameAs(((IntArray) array.update(null)).getCurrentStorageArray());
        assertThat(second.offset()).isEqualTo(30 + 12);
        Img<UnsignedByteType> planar = new PlanarImgFactory<>(new UnsignedByteType()).create(6, 5, 3);
        Pixels.Planar rgb =
                (Pixels.Planar) ImgPictures.channels(planar, 2).slices().get(0).read(new Tile(0, 0, 6, 5));
        for (int c = 0; c < 3; c++)
            assertThat(rgb.channels()[c])
                    .isSameAs(((PlanarImg<?, ByteArray>) (Object) planar)
                            .getPlane(c)
                            .getCurrentStorageArray());
    }

    @Test
    void whatDoesNotFitIsSaidInOneSentence() {
        RandomAccessibleInterval<ARGBType> image = ArrayImgs.argbs(6, 5);
        ImgPictures picture = ImgPictures.argb(image);
        refuses(
                () -> MASKS.of(picture, ArrayImgs.unsignedBytes(6, 4), null),
                "The mask is 6 x 4 pixels, but must have the picture's size of 6 x 5.");
        refuses(
                () -> MASKS.of(picture, ArrayImgs.unsignedBytes(6), null),
                "The mask has 1 dimension, but must have at least 2.");
        refuses(
                () -> MASKS.of(picture, null, ArrayImgs.bits(6, 5, 2)),
                "The selection has 3 dimensions, but must have 2.");
        refuses(
                () -> MASKS.write(picture, null, null, ArrayImgs.unsignedBytes(6, 5, 2)),
                "The target is 6 x 5 x 2 pixels, but must have the picture's size of 6 x 5.");
        refuses(
                () -> ImgPictures.grey(
                        Views.interval(ArrayImgs.unsignedBytes(6, 5), Intervals.createMinSize(0, 0, 6, 0))),
                "The image has size 0 in dimension 1, but must have pixels.");
        refuses(() -> ImgPictures.argb(ArrayImgs.argbs(6)), "The image has 1 dimension, but must have at least 2.");
        refuses(
                () -> ImgPictures.channels(ArrayImgs.unsignedBytes(6, 5), 1),
                "The image has 2 dimensions, but must have at least 3 with a channel axis.");
        refuses(
                () -> ImgPictures.channels(ArrayImgs.unsignedBytes(6, 5, 3), 3),
                "axis is 3, but must be a dimension of the image, 0 to 2.");
        refuses(
                () -> ImgPictures.channels(ArrayImgs.unsignedBytes(6, 33, 3), 1),
                "The image has 33 channels, so rgb must say which three or four of them to use, such as rgb=1,2,3.");
    }

    private static void refuses(ThrowingCallable call, String sentence) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(sentence);
    }

    private static void assertMask(
            Img<UnsignedByteType> mask, RandomAccessibleInterval<ARGBType> image, int[] argb, byte[] factors) {
        assertThat(bytes(mask)).isEqualTo(expected(SETTINGS, argb, factors, planeSize(image)));
        assertThat(Intervals.equals(mask, image)).isTrue();
    }

    /** The definition, pixel by pixel; every plane with its own histogram. */
    private static byte[] expected(MaskSettings settings, int[] argb, byte[] factors, int plane) {
        byte[] mask = new byte[argb.length];
        for (int start = 0; start < argb.length; start += plane) {
            long[] counts = new long[256];
            for (int i = start; i < start + plane; i++)
                counts[settings.channel().value(argb[i])]++;
            ToneTable table = ToneTable.of(ClipRange.of(Histogram.of(counts)), settings.levels(), settings.invert());
            for (int i = start; i < start + plane; i++) {
                int value = table.value(settings.channel().value(argb[i]));
                mask[i] = (byte) (factors == null ? value : ToneTable.masked(value, factors[i] & 255));
            }
        }
        return mask;
    }

    private static int planeSize(Interval image) {
        return (int) (image.dimension(0) * image.dimension(1));
    }

    private static int[] packed(RandomAccessibleInterval<ARGBType> image) {
        List<Integer> pixels = new ArrayList<>();
        Views.flatIterable(image).forEach(pixel -> pixels.add(pixel.get()));
        return pixels.stream().mapToInt(i -> i).toArray();
    }

    private static byte[] bytes(RandomAccessibleInterval<UnsignedByteType> image) {
        byte[] bytes = new byte[(int) Intervals.numElements(image)];
        int[] i = {0};
        Views.flatIterable(image).forEach(pixel -> bytes[i[0]++] = (byte) pixel.get());
        return bytes;
    }

    private static int[] grey(byte[] bytes) {
        int[] argb = new int[bytes.length];
        for (int i = 0; i < argb.length; i++) argb[i] = 0xff000000 | (bytes[i] & 255) * 0x010101;
        return argb;
    }

    private static int[] argbOf(RandomAccessibleInterval<UnsignedByteType> image, int axis) {
        List<byte[]> channels = new ArrayList<>();
        for (long c = image.min(axis); c <= image.max(axis); c++) channels.add(bytes(Views.hyperSlice(image, axis, c)));
        byte[] none = new byte[channels.get(0).length];
        byte[] r = channels.get(0);
        byte[] g = channels.size() == 1 ? r : channels.get(1);
        byte[] b = channels.size() == 1 ? r : channels.size() == 2 ? none : channels.get(2);
        byte[] all = channels.size() == 4 ? channels.get(3) : none;
        int[] argb = new int[r.length];
        for (int i = 0; i < argb.length; i++)
            argb[i] = 255 << 24 | sum(r[i], all[i]) << 16 | sum(g[i], all[i]) << 8 | sum(b[i], all[i]);
        return argb;
    }

    private static int sum(byte a, byte b) {
        return Math.min(255, (a & 255) + (b & 255));
    }

    private static byte[] alpha(int[] argb) {
        byte[] alpha = new byte[argb.length];
        for (int i = 0; i < argb.length; i++) alpha[i] = (byte) (argb[i] >>> 24);
        return alpha;
    }

    private static byte[] product(byte[] a, byte[] b) {
        byte[] product = new byte[a.length];
        for (int i = 0; i < a.length; i++) product[i] = (byte) ToneTable.masked(a[i] & 255, b[i] & 255);
        return product;
    }

    private static Interval without(Interval image, int axis) {
        long[] min = new long[image.numDimensions() - 1];
        long[] max = new long[image.numDimensions() - 1];
        for (int d = 0; d < min.length; d++) {
            min[d] = image.min(d < axis ? d : d + 1);
            max[d] = image.max(d < axis ? d : d + 1);
        }
        return new FinalInterval(min, max);
    }

    @SafeVarargs
    private static <T> Stream<Arguments> arguments(Map<String, RandomAccessibleInterval<T>>... samples) {
        return Stream.of(samples)
                .flatMap(sample -> sample.entrySet().stream())
                .map(entry ->
                        Arguments.of(entry.getKey() + " " + entry.getValue().numDimensions() + "-D", entry.getValue()));
    }

    /** The Java engine, with planes of few pixels. */
    private static Engine tiles(int maxPixels) {
        return WatchedEngine.of(new JavaEngine()).ofPlanes(maxPixels);
    }
}
