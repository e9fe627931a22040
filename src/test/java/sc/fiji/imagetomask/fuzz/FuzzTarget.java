package sc.fiji.imagetomask.fuzz;

import java.io.IOException;
import java.util.Random;

/** One way in which data from outside comes in. */
interface FuzzTarget {

    /** That of the folder with its seeds. */
    String name();

    /** A changed copy of a good input. */
    byte[] mutate(byte[] seed, Random random) throws IOException;

    /**
     * Takes the input as the frontends do.
     *
     * @throws AssertionError if the answer is neither success nor one sentence
     */
    void run(byte[] input) throws Exception;
}
