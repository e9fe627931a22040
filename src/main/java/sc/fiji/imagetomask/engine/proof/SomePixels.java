package sc.fiji.imagetomask.engine.proof;

import java.util.List;
import sc.fiji.imagetomask.channel.Channel;
import sc.fiji.imagetomask.engine.ByteSpan;
import sc.fiji.imagetomask.engine.Engine;
import sc.fiji.imagetomask.engine.Pixels;
import sc.fiji.imagetomask.tone.ClipRange;
import sc.fiji.imagetomask.tone.Levels;
import sc.fiji.imagetomask.tone.Tone;

/**
 * All channels of some 8-bit pixels, a tone and a mask, and two channels of a few 32-bit pixels. Nearly all of its time
 * is that of building the kernels.
 */
final class SomePixels implements Check {

    /** Some groups of work-items, and a rest. */
    private static final int PIXELS = 8195;

    private static final int DEEP_PIXELS = 1027;
    private static final List<Channel> DEEP_CHANNELS = List.of(Channel.LAB_B, Channel.HSV_H);
    private static final Tone TONE = new Tone(new ClipRange(10, 240), new Levels(20, 230, 1.3), true);

    @Override
    public String name() {
        return "some pixels of each channel";
    }

    @Override
    public String run(Subject subject, Clock clock) {
        Engine engine = subject.engine();
        Pixels.EightBit pixels = Layouts.packed(PIXELS, false);
        int parts = Channel.values().length + DEEP_CHANNELS.size();
        for (Channel channel : Channel.values()) {
            clock.step(channel.ordinal(), parts);
            Expected.check(engine, pixels, channel, Expected.IDENTITY, null);
        }
        Expected.check(engine, pixels, Channel.RGB_G, TONE, ByteSpan.of(Layouts.noise(1, PIXELS)));
        Pixels.HighBitDepth deep = Layouts.floats(DEEP_PIXELS);
        for (Channel channel : DEEP_CHANNELS) Expected.check(engine, deep, channel);
        clock.step(parts, parts);
        return "";
    }
}
