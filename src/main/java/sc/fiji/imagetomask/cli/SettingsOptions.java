package sc.fiji.imagetomask.cli;

import picocli.CommandLine.Option;
import sc.fiji.imagetomask.Labelled;
import sc.fiji.imagetomask.MaskSettings;
import sc.fiji.imagetomask.MaskValues;
import sc.fiji.imagetomask.Output;
import sc.fiji.imagetomask.Statistics;
import sc.fiji.imagetomask.channel.Channel;

/** The options that say how a picture becomes a mask, but for what its values are: every command line has them. */
public final class SettingsOptions {

    /** What a file can hold; a selection needs an open image. */
    private static final Output[] OUTPUTS = {Output.BYTE, Output.FLOAT, Output.BINARY};

    @Option(names = "--channel", paramLabel = "C", description = "The channel, such as 'S (HSV)'; default: L (LAB).")
    private String channel = MaskSettings.DEFAULT.channel().label();

    @Option(
            names = "--hue",
            paramLabel = "N",
            converter = NumberConverters.Hue.class,
            description = "Shifts the hues of H (HSV) before the histogram, 0 to 254; default: 0.")
    private int hue = MaskSettings.DEFAULT.hue();

    @Option(
            names = "--black",
            paramLabel = "N",
            converter = NumberConverters.Point.class,
            description = "Black point, 0 to 255; default: 0.")
    private int black = MaskSettings.DEFAULT.levels().black();

    @Option(
            names = "--white",
            paramLabel = "N",
            converter = NumberConverters.Point.class,
            description = "White point, 0 to 255; default: 255.")
    private int white = MaskSettings.DEFAULT.levels().white();

    @Option(
            names = "--gray",
            paramLabel = "X",
            converter = NumberConverters.Gray.class,
            description = "Gray point (gamma), 0.01 to 9.99; default: 1.")
    private double gray = MaskSettings.DEFAULT.levels().gray();

    @Option(names = "--invert", description = "Makes bright dark, before masking.")
    private boolean invert;

    @Option(
            names = "--statistics",
            paramLabel = "S",
            description = "slice: each slice has a clip range of its own; stack: all slices of a file have one;"
                    + " default: slice.")
    private String statistics = MaskSettings.DEFAULT.statistics().label();

    @Option(
            names = "--inside",
            description = "Counts for the clip range only pixels where the mask or alpha is at least 128.")
    private boolean inside;

    @Option(
            names = "--mask-values",
            paramLabel = "V",
            description = "values: the mask image counts by its values, as parts of the largest of their type; labels:"
                    + " all above 0 is inside, as in label images and images of 0 and 1; default: values.")
    private String maskValues = MaskSettings.DEFAULT.maskValues().label();

    /**
     * What the user asked for.
     *
     * @param output {@code 8-bit}, {@code 32-bit} or {@code binary}
     * @throws IllegalArgumentException with one sentence naming the value and what is allowed
     */
    public MaskSettings settings(String output) {
        return MaskSettings.DEFAULT
                .withChannel(Channel.of(channel))
                .withHue(hue)
                .withLevels(black, white, gray)
                .withInvert(invert)
                .withStatistics(Statistics.of(statistics))
                .withInside(inside)
                .withMaskValues(MaskValues.of(maskValues))
                .withOutput(Labelled.of("output", output, OUTPUTS));
    }
}
