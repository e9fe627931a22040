package sc.fiji.imagetomask.img;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.img.ImgFactory;
import net.imglib2.img.array.ArrayImgFactory;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.img.cell.CellImgFactory;
import net.imglib2.img.planar.PlanarImgFactory;
import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.ByteType;
import net.imglib2.type.numeric.integer.IntType;
import net.imglib2.type.numeric.integer.ShortType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedIntType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.type.numeric.real.DoubleType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import sc.fiji.imagetomask.ImageToMask;
import sc.fiji.imagetomask.MaskInput;
import sc.fiji.imagetomask.MaskSettings;
import sc.fiji.imagetomask.MemoryFloatMask;
import sc.fiji.imagetomask.MemoryMask;
import sc.fiji.imagetomask.MemoryPicture;
import sc.fiji.imagetomask.Output;
import sc.fiji.imagetomask.engine.Pixels;
import sc.fiji.imagetomask.engine.Samples;
import sc.fiji.imagetomask.engine.jvm.JavaEngine;
import sc.fiji.imagetomask.reading.ChannelOrder;
import sc.fiji.imagetomask.reading.NumberRange;

/** Masks of ImgLib2 images of all types of numbers. */
class ImgRealMasksTest {

    private static final MaskSettings SETTINGS =
            MaskSettings.of("S (HSV)").withLevels(10, 240, 1.2).withOutput(Output.FLOAT);
    private static final int W = 13;
    private static final int H = 11;
    private static final int SLICES = 2;

    /** A type, and the values that it counts from and to where no range is given. */
    private record Type<T extends RealType<T> & NativeType<T>>(T type, double min, double max) {

        /** Of size x, y, channels, slices. */
        Img<T> image(ImgFactory<T> factory, int channels) {
            Img<T> image = factory.create(W, H, channels, SLICES);
            Random random = new Random(channels);
            boolean isFloating = max == 1;
            Views.flatIterable(image).forEach(pixel -> {
                double value = min + random.nextDouble() * (max - min);
                pixel.setReal(isFloating ? value * 1.4 - 0.2 : Math.rint(value));
            });
            return image;
        }

        @Override
        public String toString() {
            return type.getClass().getSimpleName();
        }
    }

    static List<Type<?>> types() {
        return List.of(
                new Type<>(new ByteType(), -128, 127),
                new Type<>(new ShortType(), -32768, 32767),
                new Type<>(new UnsignedShortType(), 0, 65535),
                new Type<>(new IntType(), Integer.MIN_VALUE, Integer.MAX_VALUE),
                new Type<>(new UnsignedIntType(), 0, 4294967295.0),
                new Type<>(new FloatType(), 0, 1),
                new Type<>(new DoubleType(), 0, 1));
    }

    @ParameterizedTest
    @MethodSource("types")
    <T extends RealType<T> & NativeType<T>> void everyTypeInEveryStorageAndView(Type<T> type) {
        List<ImgFactory<T>> factories = List.of(
                new ArrayImgFactory<>(type.type),
                new PlanarImgFactory<>(type.type),
                new CellImgFactory<>(type.type, 5, 7, 2, 1));
        List<Function<RandomAccessibleInterval<T>, RandomAccessibleInterval<T>>> views = List.of(
                image -> image,
                image -> Views.translate(image, -50, 7, 30, -2),
                image -> Views.permute(Views.permute(image, 0, 1), 0, 1),
                image -> Views.interval(Views.extendZero(image), image));
        for (ImgFactory<T> factory : factories)
            for (int channels = 1; channels <= 4; channels++) {
                Img<T> image = type.image(factory, channels);
                for (NumberRange range : ranges(type)) {
                    List<float[]> expected = expected(image, channels, range, type);
                    for (var view : views) {
                        ImgPictures pictures = ImgPictures.real(view.apply(image), 2, ChannelOrder.DEFAULT, range);
                        assertMask(pictures, expected);
                    }
                    ImgPictures moved = ImgPictures.real(Views.moveAxis(image, 2, 0), 0, ChannelOrder.DEFAULT, range);
                    assertMask(moved, expected);
                }
            }
    }

    private static List<NumberRange> ranges(Type<?> type) {
        double third = (type.max - type.min) / 3;
        return List.of(NumberRange.TYPE, NumberRange.of(type.min + third, type.max - third));
    }

    private static void assertMask(ImgPictures pictures, List<float[]> expected) {
        Img<FloatType> mask = new ImgMasks(new JavaEngine(), SETTINGS).floats(pictures, null, null);
        Img<UnsignedByteType> bytes = new ImgMasks(new JavaEngine(), SETTINGS.withOutput(Output.BYTE)).of(pictures);
        List<Float> values = new ArrayList<>();
        Views.flatIterable(mask).forEach(pixel -> values.add(pixel.get()));
        List<Integer> rounded = new ArrayList<>();
        Views.flatIterable(bytes).forEach(pixel -> rounded.add(pixel.get()));
        int i = 0;
        for (float[] slice : expected)
            for (float value : slice) {
                assertThat(values.get(i)).isCloseTo(value, within(1e-6f));
                assertThat(Math.abs(rounded.get(i) - 255 * value)).isLessThan(0.501f);
                i++;
            }
        assertThat(values).hasSize(i);
    }

    /** Of each slice, from values that are read one by one. */
    private static List<float[]> expected(
            RandomAccessibleInterval<? extends RealType<?>> image, int channels, NumberRange range, Type<?> type) {
        double min = range.isType() ? type.min : range.spans().get(0).min();
        double max = range.isType() ? type.max : range.spans().get(0).max();
        List<float[]> masks = new ArrayList<>();
        for (int slice = 0; slice < SLICES; slice++) {
            float[][] values = new float[4][W * H]; // the fourth is grey
            for (int c = 0; c < channels; c++)
                for (int i = 0; i < W * H; i++)
                    values[c][i] = (float) Math.max(
                            0, Math.min(1, (image.getAt(i % W, i / W, c, slice).getRealDouble() - min) / (max - min)));
            Samples[] samples = new Samples[channels == 1 ? 1 : 3];
            for (int c = 0; c < samples.length; c++) {
                for (int i = 0; i < W * H && channels > 1; i++) values[c][i] = Math.min(1, values[c][i] + values[3][i]);
                samples[c] = new Samples.Floats(values[c], Samples.Range.UNIT);
            }
            MemoryFloatMask mask = new MemoryFloatMask(W, H);
            MaskInput frame = MaskInput.of(new MemoryPicture(new Pixels.HighBitDepth(samples, 0, W * H), W, H));
            new ImageToMask(new JavaEngine(), SETTINGS).mask(frame, mask);
            masks.add(mask.values());
        }
        return masks;
    }

    @Test
    void bytesStayBytesUnlessThereIsARange() {
        byte[] bytes = new byte[W * H];
        new Random(1).nextBytes(bytes);
        Img<UnsignedByteType> image = ArrayImgs.unsignedBytes(bytes, W, H);
        Pixels.Planar planar = new Pixels.Planar(new byte[][] {bytes}, 0, W * H);
        MemoryMask expected = new MemoryMask(W, H);
        MaskSettings settings =
                SETTINGS.withChannel(sc.fiji.imagetomask.channel.Channel.LAB_L).withOutput(Output.BYTE);
        new ImageToMask(new JavaEngine(), settings).mask(MaskInput.of(new MemoryPicture(planar, W, H)), expected);
        ImgMasks masks = new ImgMasks(new JavaEngine(), settings);
        List<Integer> made = new ArrayList<>();
        masks.of(ImgPictures.real(image, NumberRange.TYPE)).forEach(pixel -> made.add(pixel.get()));
        for (int i = 0; i < bytes.length; i++) assertThat(made.get(i)).isEqualTo(expected.bytes()[i] & 255);
        assertThat(ImgPictures.real(image, NumberRange.of(0, 100))
                        .slices()
                        .get(0)
                        .read(new sc.fiji.imagetomask.Tile(0, 0, W, H)))
                .isInstanceOf(Pixels.HighBitDepth.class);
    }

    @Test
    void masksOfAnyTypeAreScaledByTheirType() {
        Img<UnsignedByteType> white = ArrayImgs.unsignedBytes(W, H);
        long i = 0;
        for (UnsignedByteType pixel : white) pixel.set((int) (i++ % 2) * 255);
        Img<ShortType> signed = ArrayImgs.shorts(W, H);
        Random random = new Random(3);
        signed.forEach(pixel -> pixel.set((short) random.nextInt(65536)));
        MaskSettings settings = MaskSettings.of("R (RGB)").withOutput(Output.FLOAT);
        ImgPictures picture = ImgPictures.real(white, NumberRange.of(0, 255));
        Img<FloatType> mask = new ImgMasks(new JavaEngine(), settings).floats(picture, signed, null);
        var values = mask.cursor();
        var factors = signed.cursor();
        for (UnsignedByteType pixel : white) {
            float factor = (float) ((factors.next().get() + 32768.0) / 65535);
            assertThat(values.next().get()).isEqualTo(pixel.get() == 0 ? 0 : factor);
        }
    }

    @Test
    void channelsAndRangesThatDoNotFitAreNamed() {
        Img<UnsignedShortType> five = ArrayImgs.unsignedShorts(4, 3, 5);
        Img<UnsignedShortType> many = ArrayImgs.unsignedShorts(4, 3, 33);
        assertThatThrownBy(() -> ImgPictures.real(many, 2, ChannelOrder.DEFAULT, NumberRange.TYPE))
                .hasMessage("The image has 33 channels, so rgb must say which three or four of them to use, such as"
                        + " rgb=1,2,3.");
        assertThatThrownBy(() -> ImgPictures.real(five, 2, ChannelOrder.parse("1,2,6"), NumberRange.TYPE))
                .hasMessage("rgb is 1,2,6, but must be numbers from 1 to 5: the image has 5 channels.");
        NumberRange two = NumberRange.parse("0,1,0,2");
        assertThatThrownBy(() -> ImgPictures.real(five, 2, ChannelOrder.parse("1,2,5"), two))
                .hasMessage(
                        "range is 0,1,0,2, but must be two numbers, or two for each of the 3 channels that are used.");
    }
}
