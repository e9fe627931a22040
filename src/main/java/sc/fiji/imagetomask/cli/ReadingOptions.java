package sc.fiji.imagetomask.cli;

import picocli.CommandLine.Option;
import sc.fiji.imagetomask.picturefile.SampleReading;
import sc.fiji.imagetomask.reading.ChannelOrder;
import sc.fiji.imagetomask.reading.NumberRange;

/** The options that say how the samples of a picture are taken: every command line has them. */
public final class ReadingOptions {

    @Option(
            names = "--range",
            paramLabel = "R",
            description = "MIN,MAX: these values of the pictures become 0 and 1, and what is between them keeps its"
                    + " precision; type: 0 to 65535 at 16 bits, 0 to 1 at 32, and 8 bits stay bytes; display: the display"
                    + " ranges of channels that are shown in colours, where the file says them, else as type; default:"
                    + " display.")
    private String range = "display";

    @Option(
            names = "--rgb",
            paramLabel = "R,G,B[,A]",
            description =
                    "Which channels of the pictures are red, green, blue and alpha, 1 being the first; or display:"
                            + " all channels in the colours in which the file shows them, where it says so; default: display.")
    private String rgb = "display";

    /**
     * What the user asked for.
     *
     * @throws IllegalArgumentException with one sentence naming the value and what is allowed
     */
    public SampleReading reading() {
        return new SampleReading(NumberRange.parse(range), ChannelOrder.parse(rgb));
    }
}
