package sc.fiji.imagetomask.engine;

import java.util.List;
import sc.fiji.imagetomask.channel.Channel;
import sc.fiji.imagetomask.channel.ChannelFormula;
import sc.fiji.imagetomask.tone.Histograms;

/**
 * Turns pixels into a {@link ChannelPlane}. All engines give the same bytes
 * for 8-bit pixels, and values within 0.002 of each other, on a scale of 255, for 16-bit and 32-bit ones. Safe for use from several threads.
 *
 * <pre>{@code
 * Engine engine = new JavaEngine();
 * try (ChannelPlane plane = engine.plane(new Pixels.Packed(argb, 0, argb.length, false), Channel.HSV_S)) {
 *     Tone tone = new Tone(ClipRange.of(plane.histogram()), new Levels(20, 230, 1.3), false);
 *     plane.apply(tone, null, ByteSpan.of(mask));
 * }
 * }</pre>
 */
public interface Engine {

    /** What users call it: {@code java} or {@code opencl}. */
    String name();

    /** What it computes on, for people to read. */
    String device();

    /** The most pixels that one plane can hold. */
    int maxPixels();

    /**
     * How many pixels a tile of a larger picture should have, at most {@link #maxPixels}: as many as fit into the
     * memory for tiles.
     */
    default int tilePixels() {
        return Math.min(maxPixels(), TileMemory.standard().pixels());
    }

    /**
     * The channel of these pixels. The pixels may be read until the plane is closed.
     *
     * @throws EngineException if the engine fails, such as a device out of memory
     */
    ChannelPlane plane(Pixels pixels, ChannelFormula formula);

    /** The same for a channel with the default stains. */
    default ChannelPlane plane(Pixels pixels, Channel channel) {
        return plane(pixels, ChannelFormula.of(channel));
    }

    /**
     * The planes of several channels of the same pixels, which go to the device once.
     *
     * @throws EngineException if the engine fails; no plane is left open
     */
    default List<ChannelPlane> planes(Pixels pixels, List<ChannelFormula> formulas) {
        return ChannelPlane.forEach(formulas, formula -> plane(pixels, formula));
    }

    /**
     * The histograms of several channels of several sets of pixels, such as those inside and outside of a selection; one for
     * each set. Engines that can read each pixel once for all channels do so.
     *
     * @throws EngineException if the engine fails
     */
    default List<Histograms> histograms(List<Pixels> sets, List<ChannelFormula> formulas) {
        return sets.stream()
                .map(set -> new Histograms(formulas.stream()
                        .map(formula -> {
                            try (ChannelPlane plane = plane(set, formula)) {
                                return plane.histogram();
                            }
                        })
                        .toList()))
                .toList();
    }

    /**
     * The same, and the values of channels that are chosen after that. For so few pixels that all values may be kept until then.
     *
     * @throws EngineException if the engine fails, also when values are asked for
     */
    default List<CountedChannels> counted(List<Pixels> sets, List<ChannelFormula> formulas) {
        return CountedChannels.of(this, sets, histograms(sets, formulas));
    }
}
