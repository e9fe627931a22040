package sc.fiji.imagetomask.clij;

import static org.assertj.core.api.Assertions.assertThat;

import ij.macro.ExtensionDescriptor;
import net.haesleinhuepf.clij.CLIJ;
import net.haesleinhuepf.clij.clearcl.ClearCLBuffer;
import net.haesleinhuepf.clij.macro.CLIJMacroPlugin;
import net.haesleinhuepf.clij.macro.CLIJMacroPluginService;
import net.haesleinhuepf.clij.macro.CLIJOpenCLProcessor;
import net.haesleinhuepf.clij.macro.documentation.OffersDocumentation;
import net.haesleinhuepf.clij2.utilities.HasAuthor;
import net.haesleinhuepf.clij2.utilities.IsCategorized;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.scijava.Context;
import sc.fiji.imagetomask.MaskSettings;
import sc.fiji.imagetomask.channel.Channel;
import sc.fiji.imagetomask.channel.ReferenceColours;
import sc.fiji.imagetomask.channel.Stains;
import sc.fiji.imagetomask.channel.White;
import sc.fiji.imagetomask.imagej.EngineNotices;
import sc.fiji.imagetomask.options.MaskOptions;

/** The macro extensions, as CLIJ2's own plugin service lists and makes them. */
class ExtensionsTest {

    private static Context context;
    private static CLIJMacroPluginService service;

    @BeforeAll
    static void open() {
        Clij.require();
        context = new Context(CLIJMacroPluginService.class, ClijExtensions.class);
        service = context.service(CLIJMacroPluginService.class);
    }

    @AfterAll
    static void close() {
        if (context != null) context.dispose();
    }

    static String[] names() {
        return ClijExtensions.CLASSES.stream().map(ClijExtensions::nameOf).toArray(String[]::new);
    }

    @ParameterizedTest
    @MethodSource("names")
    void areListedAndDocumented(String name) {
        assertThat(service.getCLIJMethodNames()).contains(name);
        CLIJMacroPlugin extension = service.getCLIJMacroPlugin(name);
        assertThat(extension.getName()).isEqualTo(name);
        assertThat(((OffersDocumentation) extension).getDescription()).isNotBlank();
        assertThat(((OffersDocumentation) extension).getAvailableForDimensions())
                .startsWith("2D");
        assertThat(((IsCategorized) extension).isInCategory("Segmentation")).isTrue();
        assertThat(((HasAuthor) extension).getAuthorName()).isNotBlank();
        ExtensionDescriptor descriptor = service.getPluginExtensionDescriptor(name);
        int parameters = extension.getParameterHelpText().split(",").length;
        assertThat(descriptor.argTypes).hasSize(parameters);
        assertThat(((Extension) extension).getDefaultValues()).hasSize(parameters);
    }

    @Test
    void theDescriptionNamesAllChannels() {
        assertThat(new ImageToMaskExtension().getDescription()).contains(Channel.labels());
    }

    @Test
    void masksAreMadeInADestinationThatIsCreated() {
        byte[][] planes = {{0, 50, 100, 127}, {9, 9, 9, 9}, {1, 2, 3, 4}};
        try (ClearCLBuffer source = Clij.bytes(2, 2, planes);
                ClearCLBuffer expected = ClijMasks.create(source);
                ClearCLBuffer red = Clij.bytes(2, 2, planes[0])) {
            ClijMasks.imageToMask(source, expected, "R (RGB)", 30, 220, 1, true);
            Object[] settings = {"R (RGB)", 30.0, 220.0, 1.0, 1.0};
            assertThat(run("CLIJ2_imageToMask", settings, source)).isEqualTo(Clij.bytes(expected));
            assertThat(run("CLIJ2_imageToMaskChannels", settings, red, red, red))
                    .isEqualTo(Clij.bytes(expected));
            ClijMasks.imageToMaskMasked(source, red, expected, "R (RGB)", 30, 220, 1, true);
            assertThat(run("CLIJ2_imageToMaskMasked", settings, source, red)).isEqualTo(Clij.bytes(expected));
            assertThat(run("CLIJ2_imageToMaskChannelsMasked", settings, red, red, red, red))
                    .isEqualTo(Clij.bytes(expected));
        }
    }

    @Test
    void stainsAndDistancesHaveTheirOwnCalls() {
        byte[][] planes = {{0, 50, 100, 127, -1, 90}, {9, 120, 9, 60, -1, 40}, {1, 2, 3, 90, -1, -90}};
        MaskSettings stain = MaskSettings.of("Stain 2")
                .withStains(Stains.parse("H DAB").with(new White(240, 236, 228)))
                .withLevels(30, 220, 1)
                .withInvert(true);
        MaskSettings distance = MaskSettings.of("Distance (CIEDE2000)")
                .withColours(ReferenceColours.parse("#b5651d,#404080"))
                .withLevels(30, 220, 1)
                .withInvert(true);
        Object[] asked = {"Stain 2", "H DAB", "240,236,228", 30.0, 220.0, 1.0, 1.0};
        Object[] far = {"Distance (CIEDE2000)", "#b5651d,404080", 30.0, 220.0, 1.0, 1.0};
        try (ClearCLBuffer source = Clij.bytes(3, 2, planes);
                ClearCLBuffer red = Clij.bytes(3, 2, planes[0]);
                ClearCLBuffer green = Clij.bytes(3, 2, planes[1]);
                ClearCLBuffer blue = Clij.bytes(3, 2, planes[2]);
                ClearCLBuffer expected = ClijMasks.create(source)) {
            ClijMasks.mask(ColourBuffers.slices(source), null, expected, stain);
            assertThat(Clij.bytes(expected)).contains(0, -1);
            assertThat(run("CLIJ2_imageToMaskStains", asked, source)).isEqualTo(Clij.bytes(expected));
            assertThat(run("CLIJ2_imageToMaskChannelsStains", asked, red, green, blue))
                    .isEqualTo(Clij.bytes(expected));
            ClijMasks.mask(ColourBuffers.slices(source), null, expected, distance);
            assertThat(Clij.bytes(expected)).contains(0, -1);
            assertThat(run("CLIJ2_imageToMaskDistance", far, source)).isEqualTo(Clij.bytes(expected));
            assertThat(run("CLIJ2_imageToMaskChannelsDistance", far, red, green, blue))
                    .isEqualTo(Clij.bytes(expected));
        }
    }

    @Test
    void masksOfSeveralTermsHaveTheirOwnCalls() {
        byte[][] planes = {{0, 50, 100, 127, -1, 90}, {9, 120, 9, 60, -1, 40}, {1, 2, 3, 90, -1, -90}};
        Object[] asked = {
            "R (RGB)", 10.0, 220.0, 1.0, 0.0, "or Stain 2 stains=H DAB clip=0,200 without B (RGB) white2=180 black2=200"
        };
        MaskSettings settings = MaskOptions.DEFAULT
                .with("channel", "R (RGB)")
                .with("black", "10")
                .with("white", "220")
                .with("terms", asked[5].toString())
                .settings();
        assertThat(settings.terms()).hasSize(3);
        try (ClearCLBuffer source = Clij.bytes(3, 2, planes);
                ClearCLBuffer red = Clij.bytes(3, 2, planes[0]);
                ClearCLBuffer green = Clij.bytes(3, 2, planes[1]);
                ClearCLBuffer blue = Clij.bytes(3, 2, planes[2]);
                ClearCLBuffer expected = ClijMasks.create(source)) {
            ClijMasks.mask(ColourBuffers.slices(source), null, expected, settings);
            assertThat(run("CLIJ2_imageToMaskTerms", asked, source)).isEqualTo(Clij.bytes(expected));
            assertThat(run("CLIJ2_imageToMaskChannelsTerms", asked, red, green, blue))
                    .isEqualTo(Clij.bytes(expected));
            asked[5] = "";
            ClijMasks.imageToMask(source, expected, "R (RGB)", 10, 220, 1, false);
            assertThat(run("CLIJ2_imageToMaskTerms", asked, source)).isEqualTo(Clij.bytes(expected));
        }
    }

    /** Binary images of CLIJ2 hold 0 and 1. */
    @Test
    void masksAreMadeInsideOfLabels() {
        byte[] picture = {0, 50, 100, 127};
        Object[] settings = {"R (RGB)", 0.0, 255.0, 1.0, 0.0};
        try (ClearCLBuffer source = Clij.bytes(2, 2, picture);
                ClearCLBuffer whole = Clij.bytes(2, 2, new byte[] {0, -1, -1, -1});
                ClearCLBuffer bytes = Clij.bytes(2, 2, new byte[] {0, 1, 2, 3});
                ClearCLBuffer shorts = Clij.shorts(2, 2, new short[] {0, 1, 300, 4})) {
            byte[] expected = run("CLIJ2_imageToMaskMasked", settings, source, whole);
            assertThat(expected).contains(255);
            EngineNotices.tell("");
            run("CLIJ2_imageToMaskMasked", settings, source, bytes);
            assertThat(EngineNotices.last())
                    .contains("nearly black: the largest value of the mask image is only 1.2 %", "imageToMaskLabels");
            EngineNotices.tell("");
            run("CLIJ2_imageToMaskMasked", settings, source, whole);
            assertThat(EngineNotices.last()).isEmpty();
            assertThat(run("CLIJ2_imageToMaskLabels", settings, source, bytes)).isEqualTo(expected);
            assertThat(run("CLIJ2_imageToMaskLabels", settings, source, shorts)).isEqualTo(expected);
        }
    }

    @Test
    void masksThatAreTheSameEverywhereAreTold() {
        byte[] varied = {0, 50, 100, 127};
        byte[] zero = new byte[4];
        try (ClearCLBuffer grey = Clij.bytes(2, 2, varied);
                ClearCLBuffer transparent = Clij.bytes(2, 2, varied, varied, varied, zero);
                ClearCLBuffer nothing = Clij.bytes(2, 2, zero)) {
            assertThat(told("CLIJ2_imageToMask", "S (HSV)", 255, grey))
                    .isEqualTo("The mask is 0 everywhere: S (HSV) is 0 in all pixels, as in pictures without colours.");
            assertThat(told("CLIJ2_imageToMaskChannels", "R (RGB)", 255, nothing, grey, grey))
                    .isEqualTo("The mask is 0 everywhere: R (RGB) is 0 in all pixels.");
            assertThat(told("CLIJ2_imageToMask", "R (RGB)", 0, grey))
                    .endsWith("everywhere: the black point and the white point are both 0.");
            for (String name : new String[] {"CLIJ2_imageToMaskMasked", "CLIJ2_imageToMaskLabels"})
                assertThat(told(name, "R (RGB)", 255, grey, nothing))
                        .isEqualTo("The mask is 0 everywhere: the mask image is 0 everywhere.");
            assertThat(told("CLIJ2_imageToMask", "R (RGB)", 255, transparent))
                    .isEqualTo("The mask is 0 everywhere: the picture's alpha is 0 everywhere.");
            assertThat(told("CLIJ2_imageToMask", "R (RGB)", 255, grey)).isEmpty();
        }
    }

    private static String told(String name, String channel, double white, ClearCLBuffer... sources) {
        EngineNotices.tell("");
        run(name, new Object[] {channel, 0.0, white, 1.0, 0.0}, sources);
        return EngineNotices.last();
    }

    /** As CLIJ2's handler does it. */
    private static byte[] run(String name, Object[] settings, ClearCLBuffer... sources) {
        CLIJMacroPlugin extension = service.getCLIJMacroPlugin(name);
        extension.setClij(CLIJ.getInstance());
        Object[] args = new Object[sources.length + 1 + settings.length];
        System.arraycopy(sources, 0, args, 0, sources.length);
        System.arraycopy(settings, 0, args, sources.length + 1, settings.length);
        extension.setArgs(args);
        try (ClearCLBuffer out = extension.createOutputBufferFromSource(sources[0])) {
            args[sources.length] = out;
            assertThat(((CLIJOpenCLProcessor) extension).executeCL()).isTrue();
            return Clij.bytes(out);
        }
    }
}
