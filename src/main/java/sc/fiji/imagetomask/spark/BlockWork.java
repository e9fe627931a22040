package sc.fiji.imagetomask.spark;

import java.io.IOException;
import java.io.Serializable;
import sc.fiji.imagetomask.tone.ClipRanges;

/** What stages ask of a machine, block by block. */
interface BlockWork {

    /** Gives what does the work on the machine that asks. */
    interface Place extends Serializable {

        BlockWork here() throws IOException;
    }

    /** The engine and its device, for people to read. */
    String engine();

    /** The histograms of a block, or that it cannot be read. */
    Count count(Block block);

    /**
     * Computes a block of a mask and writes its chunks, each in one step; it may be done twice without harm.
     *
     * @return with the problem, if it cannot be read
     * @throws IOException with one sentence, if it cannot be written
     */
    Written write(Block block, ClipRanges ranges) throws IOException;

    /**
     * Writes a chunk of a smaller resolution, the larger one being complete.
     *
     * @param number 0 being the first chunk; the last axis runs fastest
     */
    void writeMeans(int level, long number) throws IOException;
}
