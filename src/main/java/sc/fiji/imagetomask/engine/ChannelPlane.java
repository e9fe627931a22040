package sc.fiji.imagetomask.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import sc.fiji.imagetomask.channel.ChannelFormula;
import sc.fiji.imagetomask.tone.Histogram;
import sc.fiji.imagetomask.tone.Tone;

/**
 * One channel of some pixels, held where its engine works: on the heap or on the device. It computes its histogram, and
 * the mask's values for a tone and a mask, any number of times. Safe for use from several threads.
 */
public interface ChannelPlane extends AutoCloseable {

    /** How many pixels there are. */
    int length();

    /** The histogram of all pixels; 16-bit and 32-bit data counts rounded down, NaN not at all. */
    Histogram histogram();

    /**
     * The histogram of the pixels whose value in {@code inside} is at least 128 of 255.
     *
     * @param inside one value per pixel
     */
    Histogram histogram(MaskSpan inside);

    /**
     * Writes the value of the tone for every pixel, multiplied with the mask if there is one.
     *
     * @param mask one value per pixel, or null; for 8-bit pixels floats count rounded to bytes
     * @param out one place per pixel; for 8-bit pixels floats take a byte's value / 255
     */
    void apply(Tone tone, MaskSpan mask, MaskSpan out);

    /** What is stored of its values, which must not be changed, if it is on the heap; else null. */
    default MaskSpan stored() {
        return null;
    }

    /**
     * The same plane with what is stored at another place on the heap, where it has been copied to. It needs neither this
     * plane nor the pixels. Only if something is stored on the heap.
     */
    default ChannelPlane movedTo(MaskSpan place) {
        throw new UnsupportedOperationException();
    }

    /** Frees the memory; a second call does nothing. */
    @Override
    void close();

    /** One for each of these formulas; if one cannot be made, those before are closed. */
    static List<ChannelPlane> forEach(List<ChannelFormula> formulas, Function<ChannelFormula, ChannelPlane> make) {
        List<ChannelPlane> planes = new ArrayList<>();
        try {
            for (ChannelFormula formula : formulas) planes.add(make.apply(formula));
            return planes;
        } catch (RuntimeException | Error e) {
            planes.forEach(ChannelPlane::close);
            throw e;
        }
    }
}
