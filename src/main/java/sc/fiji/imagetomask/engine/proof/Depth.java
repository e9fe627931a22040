package sc.fiji.imagetomask.engine.proof;

import java.util.List;
import sc.fiji.imagetomask.channel.Channel;

/** How thorough a test is. */
public enum Depth {
    /** Some pixels of all channels: what the choice of an engine relies on. Some drivers build kernels for many seconds. */
    QUICK(115, List.of(new SomePixels())),
    /** All colours and a selection of all else, and the speed. */
    STANDARD(27, everything()),
    /** Also every table of levels, every layout of pixels in every channel, and larger pictures for the speed. */
    FULL(80, everything());

    private final int seconds;
    private final List<Check> checks;

    Depth(int seconds, List<Check> checks) {
        this.seconds = seconds;
        this.checks = checks;
    }

    private static List<Check> everything() {
        return List.of(
                new AllColours(),
                new ToneTables(),
                new MaskProduct(),
                new HighBitDepth(),
                new OddSizes(),
                new StayingMasks(),
                new TwoThreads(),
                new Speed(Channel.RGB_R),
                new Speed(Channel.LAB_L),
                new MemoryGivenBack());
    }

    /** The most seconds that the test may take on a device. */
    public int seconds() {
        return seconds;
    }

    List<Check> checks() {
        return checks;
    }

    /** The number of parts. */
    public int parts() {
        return checks.size();
    }
}
