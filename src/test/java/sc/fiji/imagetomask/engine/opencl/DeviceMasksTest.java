package sc.fiji.imagetomask.engine.opencl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import sc.fiji.imagetomask.SomeFormulas;
import sc.fiji.imagetomask.channel.Channel;
import sc.fiji.imagetomask.engine.ByteSpan;
import sc.fiji.imagetomask.engine.ChannelPlane;
import sc.fiji.imagetomask.engine.MaskSpan;
import sc.fiji.imagetomask.engine.Pixels;
import sc.fiji.imagetomask.engine.Samples;
import sc.fiji.imagetomask.engine.jvm.JavaEngine;
import sc.fiji.imagetomask.tone.Clip;
import sc.fiji.imagetomask.tone.ClipRange;
import sc.fiji.imagetomask.tone.Levels;
import sc.fiji.imagetomask.tone.Tone;

class DeviceMasksTest {

    private static final int N = 20_011;
    private static final Levels LEVELS = new Levels(30, 210, 1.4);

    private final Random random = new Random(3);
    private final FaultyApi api = new FaultyApi();
    private long largestGroup = Long.MAX_VALUE;
    private boolean hasRead;
    private ClContext context;
    private DeviceMasks masks;

    @BeforeEach
    void open() {
        ClApi real = OpenCl.require();
        ClApi limited = ChangedApi.over(
                real,
                (call, arguments, meant) ->
                        call.equals("workGroupSize") ? Math.min((long) meant.make(), largestGroup) : meant.make());
        OpenClEngines engines = new OpenClEngines(() -> api.over(limited));
        context = ((OpenClEngine) engines.engine(null)).context();
    }

    @AfterEach
    void close() {
        if (masks != null) masks.close();
    }

    @ParameterizedTest
    @EnumSource
    void bytesBecomeTheJavaEnginesBytesAndNothingComesBack(Channel channel) {
        for (int channels = 1; channels <= 4; channels++) assertBytes(channels, channel);
        assertThat(hasRead).isFalse();
    }

    /** As Apple's processors have, of one. */
    @ParameterizedTest
    @ValueSource(longs = {1, 128})
    void whereGroupsAreSmallTheHostMakesTheTable(long largest) {
        largestGroup = largest;
        assertBytes(3, Channel.HSV_S);
        assertThat(hasRead).isTrue();
    }

    private void assertBytes(int channels, Channel channel) {
        assertBytes(channels, channel, Clip.AUTO);
        assertBytes(channels, channel, Clip.of(40, 190));
    }

    private void assertBytes(int channels, Channel channel, Clip clip) {
        byte[][] planes = new byte[channels][N];
        for (byte[] plane : planes) random.nextBytes(plane);
        byte[] mask = new byte[N];
        random.nextBytes(mask);
        int hueShift = channel == Channel.HSV_H ? 77 : 0;
        byte[] result = new byte[N];
        context.inLane(lane -> {
            try (ClBuffer source = context.allocate(4L * N);
                    ClBuffer factors = context.allocate(N);
                    ClBuffer out = context.allocate(N)) {
                for (int c = 0; c < channels; c++) lane.write(source, (long) c * N, ByteSpan.of(planes[c]));
                lane.write(factors, 0, ByteSpan.of(mask));
                DevicePixels pixels = new DevicePixels(
                        DevicePixels.Format.BYTES,
                        DevicePixels.planes(source.memory(), channels, N, Samples.Range.UNIT),
                        N,
                        false);
                api.rule((call, n) -> 0);
                masks().mask(
                                pixels,
                                SomeFormulas.of(channel),
                                hueShift,
                                clip,
                                LEVELS,
                                true,
                                new DeviceMasks.Factor(factors.memory(), 0, DevicePixels.Format.BYTES),
                                new DeviceMasks.Result(out.memory(), false));
                masks().finish();
                hasRead |= clip.fixed() == null && api.calls().containsKey("read");
                lane.read(out, ByteSpan.of(result));
            }
            return 0;
        });
        assertThat(result)
                .as("%d channels", channels)
                .isEqualTo(expected(new Pixels.Planar(planes, 0, N), channel, hueShift, clip, ByteSpan.of(mask)));
    }

    @ParameterizedTest
    @EnumSource
    void shortsBecomeFloatsAsOfTheJavaEngine(Channel channel) {
        short[][] planes = new short[3][N];
        Samples.Range range = new Samples.Range(50, 3000);
        Samples[] samples = new Samples[3];
        for (int c = 0; c < 3; c++) {
            for (int i = 0; i < N; i++) planes[c][i] = (short) random.nextInt(3200);
            samples[c] = new Samples.Shorts(planes[c], range);
        }
        Pixels.HighBitDepth deep = new Pixels.HighBitDepth(samples, 0, N);
        float[] expected = new float[N];
        try (ChannelPlane plane = new JavaEngine().plane(deep, SomeFormulas.of(channel))) {
            plane.apply(
                    new Tone(ClipRange.of(plane.histogram()), LEVELS, false),
                    null,
                    new MaskSpan.Floats(expected, 0, N));
        }
        float[] result = new float[N];
        context.inLane(lane -> {
            try (ClBuffer source = context.allocate(6L * N);
                    ClBuffer out = context.allocate(4L * N)) {
                for (int c = 0; c < 3; c++) lane.write(source, 2L * c * N, samples[c], 0, N, true);
                masks().mask(
                                new DevicePixels(
                                        DevicePixels.Format.SHORTS,
                                        DevicePixels.planes(source.memory(), 3, N, range),
                                        N,
                                        false),
                                SomeFormulas.of(channel),
                                0,
                                Clip.AUTO,
                                LEVELS,
                                false,
                                null,
                                new DeviceMasks.Result(out.memory(), true));
                masks().finish();
                lane.read(out, new MaskSpan.Floats(result, 0, N));
            }
            return 0;
        });
        for (int i = 0; i < N; i++)
            assertThat(result[i]).isCloseTo(expected[i], org.assertj.core.data.Offset.offset(2e-5f));
    }

    /** In the same context as a foreign one, with a queue of its own; its kernels are built once for a test. */
    private DeviceMasks masks() {
        if (masks == null)
            masks = new DeviceMasks(new ClContext(
                    context.api(),
                    context.device(),
                    context.handle(),
                    context.api().createQueue(context.handle(), context.device().id())));
        return masks;
    }

    private static byte[] expected(Pixels pixels, Channel channel, int hueShift, Clip clip, MaskSpan mask) {
        byte[] expected = new byte[N];
        try (ChannelPlane plane = new JavaEngine().plane(pixels, SomeFormulas.of(channel))) {
            ClipRange range = clip.range(plane.histogram().hueShifted(hueShift));
            plane.apply(new Tone(range, LEVELS, true, hueShift), mask, ByteSpan.of(expected));
        }
        return expected;
    }
}
