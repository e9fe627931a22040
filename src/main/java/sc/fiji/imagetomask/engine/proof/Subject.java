package sc.fiji.imagetomask.engine.proof;

import java.util.Map;
import sc.fiji.imagetomask.channel.ChannelFormula;
import sc.fiji.imagetomask.engine.Engine;
import sc.fiji.imagetomask.tone.Levels;

/** What is tested: an engine on a device of its own, with what the test must know of that device. */
public interface Subject extends AutoCloseable {

    /** The engine on that device. */
    Engine engine();

    /** Facts about the device for a report, in their order. */
    Map<String, String> facts();

    /** A copy of 4 bytes per pixel within the memory that the engine computes in. */
    Copy copy(int pixels);

    /** Such a copy. */
    interface Copy extends AutoCloseable {

        /** Copies once, and waits for the end. */
        void run();

        @Override
        void close();
    }

    /**
     * The picture in the memory of the device; or null, if the engine makes no masks that stay there.
     *
     * @param argb opaque
     */
    OnDevice onDevice(int[] argb);

    /** A picture whose masks stay on the device. */
    interface OnDevice extends AutoCloseable {

        /** Makes the mask, and waits for the end. */
        void make(ChannelFormula formula, int hueShift, Levels levels, boolean invert);

        /** The mask that was made last. */
        byte[] mask();

        @Override
        void close();
    }

    /**
     * Frees all that the engine holds, and then tells what was created on the device and not released, such as {@code 2
     * cl_mem}; empty if all was released.
     */
    String release();

    /** Does the same. */
    @Override
    default void close() {
        release();
    }
}
