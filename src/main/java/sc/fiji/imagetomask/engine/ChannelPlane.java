package sc.fiji.imagetomask.engine;

import sc.fiji.imagetomask.tone.Histogram;
import sc.fiji.imagetomask.tone.ToneTable;

/**
 * One channel of some pixels, held where its engine works: on the heap or on the device. It gives its histogram and,
 * given a table and a mask, the mask's bytes, as often as asked. Safe for use from several threads.
 */
public interface ChannelPlane extends AutoCloseable {

    /** How many pixels there are. */
    int length();

    /** The histogram of all pixels. */
    Histogram histogram();

    /**
     * The histogram of the pixels whose value in {@code inside} is at least 128.
     *
     * @param inside one value per pixel
     */
    Histogram histogram(ByteRun inside);

    /**
     * Writes {@code table[value]}, multiplied with the mask if there is one, for every pixel.
     *
     * @param mask one value per pixel, or null
     * @param out one place per pixel
     */
    void apply(ToneTable table, ByteRun mask, ByteRun out);

    /** Gives the memory back; a second call does nothing. */
    @Override
    void close();
}
