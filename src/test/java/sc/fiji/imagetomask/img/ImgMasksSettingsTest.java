package sc.fiji.imagetomask.img;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntPredicate;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.Type;
import net.imglib2.type.logic.BitType;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.util.Intervals;
import net.imglib2.view.Views;
import org.junit.jupiter.api.Test;
import sc.fiji.imagetomask.MaskSettings;
import sc.fiji.imagetomask.Output;
import sc.fiji.imagetomask.Statistics;
import sc.fiji.imagetomask.channel.Channel;
import sc.fiji.imagetomask.engine.jvm.JavaEngine;
import sc.fiji.imagetomask.tone.ClipRange;
import sc.fiji.imagetomask.tone.Histogram;
import sc.fiji.imagetomask.tone.ToneTable;

/** Statistics, inside, hue and the forms of output, of ImgLib2 images of every storage. */
class ImgMasksSettingsTest {

    private static final int PLANE = 13 * 11;
    private static final int PIXELS = 3 * PLANE;
    private static final MaskSettings SETTINGS =
            MaskSettings.of("S (HSV)").withLevels(10, 220, 1.3).withStatistics(Statistics.STACK);

    private final RandomAccessibleInterval<UnsignedByteType> mask =
            ImgSamples.bytes(13, 11, 3).get("cell");

    @Test
    void aStackHasOneRangeInEveryStorage() {
        ImgSamples.colours(13, 11, 3).forEach((kind, image) -> {
            ImgPictures picture = ImgPictures.opaque(image);
            assertThat(bytes(new ImgMasks(new JavaEngine(), SETTINGS).of(picture)))
                    .as(kind)
                    .isEqualTo(expected(SETTINGS, packed(image), null, i -> true));
        });
    }

    @Test
    void itIsAnotherRangeThanThatOfASlice() {
        int[] argb = new Random(4).ints(PIXELS).toArray();
        for (int i = 0; i < PIXELS; i++) argb[i] |= i / PLANE * 0x404040;
        ImgPictures picture = ImgPictures.opaque(ArrayImgs.argbs(argb, 13, 11, 3));
        assertThat(bytes(new ImgMasks(new JavaEngine(), SETTINGS).of(picture)))
                .isEqualTo(expected(SETTINGS, argb, null, i -> true))
                .isNotEqualTo(
                        bytes(new ImgMasks(new JavaEngine(), SETTINGS.withStatistics(Statistics.SLICE)).of(picture)));
    }

    @Test
    void onlyWhatMaskAndSelectionHoldCounts() {
        Img<ARGBType> image = ArrayImgs.argbs(new Random(4).ints(PIXELS).toArray(), 13, 11, 3);
        Img<BitType> selection = ArrayImgs.bits(13, 11);
        Random random = new Random(5);
        selection.forEach(bit -> bit.set(random.nextBoolean()));
        byte[] factors = bytes(mask);
        int[] inside = new int[PIXELS];
        for (int i = 0; i < PIXELS; i++)
            inside[i] = selection.getAt(i % 13, i / 13 % 11).get() ? factors[i] & 255 : 0;
        MaskSettings settings = SETTINGS.withInside(true);
        assertThat(bytes(new ImgMasks(new JavaEngine(), settings).of(ImgPictures.argb(image), mask, selection)))
                .isEqualTo(expected(settings, packed(image), inside, i -> inside[i] >= 128));
    }

    @Test
    void hueTurns() {
        Img<ARGBType> image = ArrayImgs.argbs(new Random(4).ints(PIXELS).toArray(), 13, 11, 3);
        MaskSettings settings = SETTINGS.withChannel(Channel.HSV_H).withHue(77);
        assertThat(bytes(new ImgMasks(new JavaEngine(), settings).of(ImgPictures.opaque(image))))
                .isEqualTo(expected(settings, packed(image), null, i -> true));
    }

    @Test
    void everyFormOfOutputHoldsTheSameMask() {
        ImgSamples.colours(13, 11, 3).forEach((kind, image) -> {
            ImgPictures picture = ImgPictures.argb(image);
            ImgMasks masks = new ImgMasks(new JavaEngine(), SETTINGS);
            byte[] bytes = bytes(masks.of(picture, mask, null));
            Img<?> floats = output(Output.FLOAT, picture);
            Img<?> bits = output(Output.SELECTION, picture);
            Img<?> binary = output(Output.BINARY, picture);
            for (Img<?> form : List.of(floats, bits, binary))
                assertThat(Intervals.equals(form, image)).as(kind).isTrue();
            List<Object> expectedFloats = new ArrayList<>();
            List<Object> expectedBits = new ArrayList<>();
            List<Object> expectedBinary = new ArrayList<>();
            for (byte value : bytes) {
                expectedFloats.add(new FloatType((value & 255) / 255f));
                expectedBits.add(new BitType((value & 255) >= 128));
                expectedBinary.add(new UnsignedByteType((value & 255) >= 128 ? 255 : 0));
            }
            assertThat(pixels(floats)).as(kind).isEqualTo(expectedFloats);
            assertThat(pixels(bits)).as(kind).isEqualTo(expectedBits).contains(new BitType(true), new BitType(false));
            assertThat(pixels(binary)).as(kind).isEqualTo(expectedBinary);
            assertThat(pixels(output(Output.BYTE, picture))).as(kind).isEqualTo(pixels(masks.of(picture, mask, null)));
            assertThat(pixels(masks.floats(picture, mask, null))).isEqualTo(expectedFloats);
            assertThat(pixels(masks.bits(picture, mask, null))).isEqualTo(expectedBits);
        });
    }

    @Test
    void bitsAreASelection() {
        ImgPictures picture =
                ImgPictures.argb(ArrayImgs.argbs(new Random(4).ints(PLANE).toArray(), 13, 11));
        ImgMasks masks = new ImgMasks(new JavaEngine(), SETTINGS);
        Img<BitType> selection = masks.bits(picture, null, null);
        byte[] whole = bytes(masks.of(picture));
        byte[] cut = bytes(masks.of(picture, null, selection));
        for (int i = 0; i < PLANE; i++) assertThat(cut[i]).isEqualTo((whole[i] & 255) >= 128 ? whole[i] : 0);
    }

    private Img<?> output(Output output, ImgPictures picture) {
        return new ImgMasks(new JavaEngine(), SETTINGS.withOutput(output)).output(picture, mask, null);
    }

    private static List<Object> pixels(Img<?> image) {
        List<Object> pixels = new ArrayList<>();
        Views.flatIterable(image).forEach(pixel -> pixels.add(((Type<?>) pixel).copy()));
        return pixels;
    }

    private static int[] packed(RandomAccessibleInterval<ARGBType> image) {
        int[] argb = new int[(int) Intervals.numElements(image)];
        int[] i = {0};
        Views.flatIterable(image).forEach(pixel -> argb[i[0]++] = pixel.get());
        return argb;
    }

    private static byte[] bytes(RandomAccessibleInterval<UnsignedByteType> image) {
        byte[] bytes = new byte[(int) Intervals.numElements(image)];
        int[] i = {0};
        Views.flatIterable(image).forEach(pixel -> bytes[i[0]++] = (byte) pixel.get());
        return bytes;
    }

    /** The definition, pixel by pixel, with one histogram for all. */
    private static byte[] expected(MaskSettings settings, int[] argb, int[] factors, IntPredicate counted) {
        long[] counts = new long[256];
        int[] values = new int[argb.length];
        for (int i = 0; i < argb.length; i++) {
            values[i] = settings.channel().value(argb[i]);
            if (settings.channel() == Channel.HSV_H) values[i] = (values[i] + settings.hue()) % 255;
            if (counted.test(i)) counts[values[i]]++;
        }
        ToneTable table = ToneTable.of(ClipRange.of(Histogram.of(counts)), settings.levels(), false);
        byte[] mask = new byte[argb.length];
        for (int i = 0; i < argb.length; i++)
            mask[i] = (byte) ToneTable.masked(table.value(values[i]), factors == null ? 255 : factors[i]);
        return mask;
    }
}
