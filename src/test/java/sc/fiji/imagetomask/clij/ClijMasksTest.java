package sc.fiji.imagetomask.clij;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.haesleinhuepf.clij.clearcl.ClearCLBuffer;
import net.haesleinhuepf.clij.clearcl.ClearCLContext;
import net.haesleinhuepf.clij.coremem.enums.NativeTypeEnum;
import org.jocl.cl_command_queue;
import org.jocl.cl_context;
import org.jocl.cl_device_id;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import sc.fiji.imagetomask.Golden;
import sc.fiji.imagetomask.ImageToMask;
import sc.fiji.imagetomask.MaskInput;
import sc.fiji.imagetomask.MaskSettings;
import sc.fiji.imagetomask.MemoryFloatMask;
import sc.fiji.imagetomask.MemoryMask;
import sc.fiji.imagetomask.MemoryPicture;
import sc.fiji.imagetomask.Output;
import sc.fiji.imagetomask.Picture;
import sc.fiji.imagetomask.RandomTerms;
import sc.fiji.imagetomask.SomeFormulas;
import sc.fiji.imagetomask.Statistics;
import sc.fiji.imagetomask.channel.Channel;
import sc.fiji.imagetomask.engine.ByteSpan;
import sc.fiji.imagetomask.engine.ChannelPlane;
import sc.fiji.imagetomask.engine.MaskSpan;
import sc.fiji.imagetomask.engine.Pixels;
import sc.fiji.imagetomask.engine.Samples;
import sc.fiji.imagetomask.engine.jvm.JavaEngine;
import sc.fiji.imagetomask.engine.opencl.CountedDevice;
import sc.fiji.imagetomask.oracle.KnownMask;
import sc.fiji.imagetomask.oracle.MaskCase;
import sc.fiji.imagetomask.oracle.PngFile;
import sc.fiji.imagetomask.tone.ClipRange;

/** Masks on CLIJ's buffers are those of the other engines, and cost nothing but their kernels. */
class ClijMasksTest {

    private static final int CALLS = 10_000;
    private static final int WIDTH = 37;
    private static final int HEIGHT = 23;
    private static final int N = WIDTH * HEIGHT;

    private static ClearCLContext context;

    private final Random random = new Random(7);

    @BeforeAll
    static void open() {
        context = Clij.require();
    }

    @Test
    void theProjectsOwnMasksAreMade() {
        Path own = Path.of("src", "test", "resources", "golden", "own");
        List<KnownMask> known = KnownMask.read(own.resolve("masks.tsv"), own).stream()
                .filter(k -> isOffered(k.mask()))
                .toList();
        assertThat(known).hasSizeGreaterThan(40);
        assertThat(known.stream().map(k -> k.mask().settings().channel()).distinct())
                .hasSize(13);
        assertThat(known)
                .allSatisfy(k -> assertThat(Golden.sha256(made(k.mask()))).isEqualTo(k.sha256()));
    }

    private static boolean isOffered(MaskCase mask) {
        MaskSettings settings = mask.settings();
        return !settings.inside()
                && settings.output() == Output.BYTE
                && (settings.statistics() == Statistics.SLICE || mask.pictures().size() == 1);
    }

    private static byte[] made(MaskCase mask) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int i = 0; i < mask.pictures().size(); i++) {
            PngFile file = mask.pictures().get(i).file();
            ColourBuffers picture = colours(file);
            int last = mask.masks().size() - 1;
            try (ClearCLBuffer factor = last < 0
                            ? null
                            : Clij.bytes(
                                    file.width(),
                                    file.height(),
                                    mask.masks()
                                            .get(Math.min(i, last))
                                            .file()
                                            .pixels()
                                            .channels()[0]);
                    ClearCLBuffer out = ClijMasks.create(picture)) {
                ClijMasks.mask(picture, factor, out, mask.settings());
                all.writeBytes(Clij.bytes(out));
            }
        }
        return all.toByteArray();
    }

    /** A grey picture with alpha has no form of its own among CLIJ's buffers. */
    private static ColourBuffers colours(PngFile file) {
        byte[][] c = file.pixels().channels();
        if (c.length != 2) return ColourBuffers.slices(Clij.bytes(file.width(), file.height(), c));
        ClearCLBuffer grey = Clij.bytes(file.width(), file.height(), c[0]);
        return ColourBuffers.channels(grey, grey, grey, Clij.bytes(file.width(), file.height(), c[1]));
    }

    @ParameterizedTest
    @EnumSource
    void aMillionColoursBecomeTheJavaEnginesBytes(Channel channel) {
        byte[][] planes = new byte[3][1 << 20];
        for (byte[] plane : planes) random.nextBytes(plane);
        try (ClearCLBuffer source = Clij.bytes(1024, 1024, planes);
                ClearCLBuffer out = ClijMasks.create(source)) {
            MaskSettings settings =
                    SomeFormulas.settings(channel).withLevels(20, 230, 1.3).withInvert(true);
            ClijMasks.mask(ColourBuffers.slices(source), null, out, settings);
            byte[] expected = new byte[1 << 20];
            java(new Pixels.Planar(planes, 0, 1 << 20), settings, null, ByteSpan.of(expected));
            assertThat(Clij.bytes(out)).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @EnumSource
    void deeperDataBecomesTheJavaEnginesMasks(Channel channel) {
        short[][] shorts = new short[4][N];
        float[][] floats = new float[4][N];
        Samples[] ofShorts = new Samples[4];
        Samples[] ofFloats = new Samples[4];
        for (int c = 0; c < 4; c++) {
            for (int i = 0; i < N; i++) {
                shorts[c][i] = (short) random.nextInt(65536);
                floats[c][i] = random.nextInt(99) == 0 ? Float.NaN : random.nextFloat() * 1.2f - 0.1f;
            }
            ofShorts[c] = new Samples.Shorts(shorts[c], new Samples.Range(0, 65535));
            ofFloats[c] = new Samples.Floats(floats[c], Samples.Range.UNIT);
        }
        assertNear(Clij.shorts(WIDTH, HEIGHT, shorts), new Pixels.HighBitDepth(ofShorts, 0, N), channel);
        assertNear(Clij.floats(WIDTH, HEIGHT, floats), new Pixels.HighBitDepth(ofFloats, 0, N), channel);
    }

    /** Alpha multiplies. */
    private static void assertNear(ClearCLBuffer source, Pixels.HighBitDepth pixels, Channel channel) {
        float[] expected = new float[N];
        MaskSettings settings = SomeFormulas.settings(channel).withLevels(20, 230, 1.3);
        java(pixels, settings, pixels.alpha(), new MaskSpan.Floats(expected, 0, N));
        try (source;
                ClearCLBuffer floats = Clij.empty(NativeTypeEnum.Float, WIDTH, HEIGHT, 1);
                ClearCLBuffer bytes = ClijMasks.create(source)) {
            ClijMasks.mask(ColourBuffers.slices(source), null, floats, settings);
            ClijMasks.mask(ColourBuffers.slices(source), null, bytes, settings);
            float[] made = Clij.floats(floats);
            byte[] rounded = Clij.bytes(bytes);
            for (int i = 0; i < N; i++) {
                assertThat(made[i]).isBetween(expected[i] - 2e-5f, expected[i] + 2e-5f);
                assertThat((rounded[i] & 255) - 255 * expected[i]).isBetween(-0.51f, 0.51f);
            }
        }
    }

    private static void java(Pixels pixels, MaskSettings settings, MaskSpan factor, MaskSpan out) {
        try (ChannelPlane plane = new JavaEngine().plane(pixels, settings.formula())) {
            plane.apply(settings.first().tone(ClipRange.of(plane.histogram())), factor, out);
        }
    }

    /** Of 8-bit buffers byte for byte those of the Java engine; alpha, or a mask, multiplies all terms together. */
    @Test
    void masksOfSeveralTermsAreThoseOfTheJavaEngine() {
        for (int i = 0; i < 40; i++) {
            byte[][] planes = new byte[new int[] {1, 3, 4}[i % 3]][N];
            for (byte[] plane : planes) random.nextBytes(plane);
            byte[] factor = new byte[N];
            random.nextBytes(factor);
            MaskSettings settings = terms();
            boolean isMasked = random.nextBoolean();
            MaskInput input = new MaskInput(
                    new MemoryPicture(new Pixels.Planar(planes, 0, N), WIDTH, HEIGHT),
                    isMasked ? new MemoryMask(factor, WIDTH, HEIGHT) : null,
                    null);
            MemoryMask expected = new MemoryMask(WIDTH, HEIGHT);
            new ImageToMask(new JavaEngine(), settings).mask(input, expected);
            try (ClearCLBuffer source = Clij.bytes(WIDTH, HEIGHT, planes);
                    ClearCLBuffer mask = Clij.bytes(WIDTH, HEIGHT, factor);
                    ClearCLBuffer floats = Clij.empty(NativeTypeEnum.Float, WIDTH, HEIGHT, 1);
                    ClearCLBuffer out = ClijMasks.create(source)) {
                ClijMasks.mask(ColourBuffers.slices(source), isMasked ? mask : null, out, settings);
                assertThat(Clij.bytes(out)).as("%s", settings).isEqualTo(expected.bytes());
                ClijMasks.mask(ColourBuffers.slices(source), isMasked ? mask : null, floats, settings);
                float[] made = Clij.floats(floats);
                for (int p = 0; p < N; p++) assertThat(made[p]).isEqualTo((expected.bytes()[p] & 255) / 255f);
            }
        }
    }

    @Test
    void masksOfSeveralTermsOfHighBitDepthAreNearThoseOfTheJavaEngine() {
        for (int i = 0; i < 20; i++) {
            float[][] floats = new float[new int[] {1, 3, 4}[i % 3]][N];
            Samples[] samples = new Samples[floats.length];
            for (int c = 0; c < floats.length; c++) {
                for (int p = 0; p < N; p++)
                    floats[c][p] = random.nextInt(99) == 0 ? Float.NaN : random.nextFloat() * 1.2f - 0.1f;
                samples[c] = new Samples.Floats(floats[c], Samples.Range.UNIT);
            }
            MaskSettings settings = terms();
            MemoryFloatMask expected = new MemoryFloatMask(WIDTH, HEIGHT);
            Picture picture = new MemoryPicture(new Pixels.HighBitDepth(samples, 0, N), WIDTH, HEIGHT);
            new ImageToMask(new JavaEngine(), settings.withOutput(Output.FLOAT)).mask(MaskInput.of(picture), expected);
            try (ClearCLBuffer source = Clij.floats(WIDTH, HEIGHT, floats);
                    ClearCLBuffer out = Clij.empty(NativeTypeEnum.Float, WIDTH, HEIGHT, 1)) {
                ClijMasks.mask(ColourBuffers.slices(source), null, out, settings);
                float[] made = Clij.floats(out);
                for (int p = 0; p < N; p++)
                    assertThat(made[p])
                            .as("%s", settings)
                            .isBetween(expected.values()[p] - 2e-4f, expected.values()[p] + 2e-4f);
            }
        }
    }

    private MaskSettings terms() {
        return MaskSettings.DEFAULT
                .withTerms(List.of(RandomTerms.one(random)))
                .withFurther(RandomTerms.further(1 + random.nextInt(3), random));
    }

    @Test
    void masksOfAllTypesMultiplyAndVolumesAreOnePicture() {
        byte[] values = new byte[3 * N];
        random.nextBytes(values);
        byte[] mask = new byte[3 * N];
        random.nextBytes(mask);
        short[] shorts = new short[3 * N];
        float[] floats = new float[3 * N];
        for (int i = 0; i < mask.length; i++) {
            shorts[i] = (short) ((mask[i] & 255) * 257);
            floats[i] = (mask[i] & 255) / 255f;
        }
        byte[] expected = new byte[3 * N];
        java(
                new Pixels.Planar(new byte[][] {values}, 0, 3 * N),
                MaskSettings.of("V (HSV)"),
                ByteSpan.of(mask),
                ByteSpan.of(expected));
        ClearCLBuffer volume = volume(NativeTypeEnum.UnsignedByte);
        volume.readFrom(java.nio.ByteBuffer.wrap(values), true);
        ClearCLBuffer byShorts = volume(NativeTypeEnum.UnsignedShort);
        byShorts.readFrom(java.nio.ShortBuffer.wrap(shorts), true);
        ClearCLBuffer byFloats = volume(NativeTypeEnum.Float);
        byFloats.readFrom(java.nio.FloatBuffer.wrap(floats), true);
        ClearCLBuffer byBytes = volume(NativeTypeEnum.UnsignedByte);
        byBytes.readFrom(java.nio.ByteBuffer.wrap(mask), true);
        ClearCLBuffer out = volume(NativeTypeEnum.UnsignedByte);
        for (ClearCLBuffer factor : List.of(byBytes, byShorts, byFloats)) {
            ClijMasks.imageToMaskChannelsMasked(volume, volume, volume, factor, out, "V (HSV)", 0, 255, 1, false);
            assertThat(Clij.bytes(out)).as("%s", factor.getNativeType()).isEqualTo(expected);
        }
        for (ClearCLBuffer buffer : List.of(volume, byBytes, byShorts, byFloats, out)) buffer.close();
    }

    private static ClearCLBuffer volume(NativeTypeEnum type) {
        return Clij.empty(type, WIDTH, HEIGHT, 3);
    }

    @Test
    void nothingIsTransferredAndTenThousandCallsHoldNoMore() {
        byte[][] planes = new byte[4][N];
        for (byte[] plane : planes) random.nextBytes(plane);
        try (ClearCLBuffer source = Clij.bytes(WIDTH, HEIGHT, planes);
                ClearCLBuffer out = ClijMasks.create(source);
                CountedDevice device = device()) {
            MaskSettings settings = MaskSettings.of("S (HSV)").withLevels(10, 250, 1.2);
            ColourBuffers picture = ColourBuffers.slices(source);
            ClijMasks.mask(device.masks(), picture, null, out, settings);
            byte[] first = Clij.bytes(out);
            Map<String, Integer> held = device.held();
            assertThat(held).doesNotContainKeys("cl_context", "cl_command_queue");
            device.reset();
            long before = 0;
            for (int i = 0; i < CALLS; i++) {
                if (i == CALLS / 10) before = usedHeap();
                ClijMasks.mask(device.masks(), picture, null, out, settings);
            }
            assertThat(usedHeap()).isLessThan(before + (1 << 20));
            assertThat(device.calls())
                    .containsOnlyKeys("clear", "run", "setArgument", "createMarker", "isDone", "release");
            assertThat(device.calls()).containsEntry("run", 3 * CALLS);
            assertThat(device.held()).isEqualTo(held);
            assertThat(Clij.bytes(out)).isEqualTo(first);
            device.close();
            assertThat(device.held()).isEmpty();
            assertThat(device.calls()).doesNotContainKeys("createContext", "createQueue");
            assertThat(Clij.bytes(source)).startsWith(planes[0]); // CLIJ's context and queue still work
        }
    }

    private static CountedDevice device() {
        return new CountedDevice(
                (cl_context) context.getPeerPointer().getPointer(),
                (cl_device_id) context.getDevice().getPeerPointer().getPointer(),
                (cl_command_queue) context.getDefaultQueue().getPeerPointer().getPointer());
    }

    private static long usedHeap() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    @Test
    void mistakesAreSaidInOneSentence() {
        ClearCLBuffer source = Clij.bytes(4, 2, new byte[8], new byte[8], new byte[8]);
        ClearCLBuffer out = ClijMasks.create(source);
        ClearCLBuffer two = Clij.bytes(4, 2, new byte[8], new byte[8]);
        ClearCLBuffer shorts = Clij.shorts(4, 2, new short[8]);
        ClearCLBuffer signed = Clij.empty(NativeTypeEnum.Short, 4, 2, 1);
        ClearCLBuffer small = Clij.bytes(3, 2, new byte[6]);
        refused(
                source,
                null,
                out,
                "X",
                "channel is 'X', but must be one of " + String.join(", ", Channel.labels()) + ".");
        refused(
                two,
                null,
                out,
                "S (HSV)",
                "The source has 2 slices, but must have 1 (grey), 3 (r, g, b) or 4 (r, g, b, alpha).");
        refused(
                signed,
                null,
                out,
                "S (HSV)",
                "The source is of type Short, but must be UnsignedByte, UnsignedShort or Float.");
        refused(
                source,
                null,
                shorts,
                "S (HSV)",
                "The destination is of type UnsignedShort, but must be UnsignedByte, which becomes 0..255, or Float, which becomes 0..1.");
        refused(source, small, out, "S (HSV)", "The mask is 3 x 2 x 1 pixels, but must be 4 x 2 x 1 like the picture.");
        refused(
                source,
                null,
                small,
                "S (HSV)",
                "The destination is 3 x 2 x 1 pixels, but must be 4 x 2 x 1 like the picture.");
        refused(null, null, out, "S (HSV)", "The source is null, but must be an image in the memory of the GPU.");
        small.close();
        refused(source, small, out, "S (HSV)", "The mask was released, but must be an image in the memory of the GPU.");
        assertThatThrownBy(() -> ClijMasks.imageToMaskChannels(shorts, shorts, out, out, "S (HSV)", 0, 255, 1, false))
                .hasMessage(
                        "The blue channel is of type UnsignedByte, but must be UnsignedShort like the red channel.");
        assertThatThrownBy(() -> ClijMasks.imageToMask(source, out, "S (HSV)", 0, 256, 1, false))
                .hasMessage("white is 256, but must be a whole number from 0 to 255.");
        for (ClearCLBuffer buffer : Arrays.asList(source, out, two, shorts, signed)) buffer.close();
    }

    private static void refused(
            ClearCLBuffer source, ClearCLBuffer mask, ClearCLBuffer out, String channel, String said) {
        assertThatThrownBy(() -> {
                    if (mask == null) ClijMasks.imageToMask(source, out, channel, 0, 255, 1, false);
                    else ClijMasks.imageToMaskMasked(source, mask, out, channel, 0, 255, 1, false);
                })
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(said);
    }
}
