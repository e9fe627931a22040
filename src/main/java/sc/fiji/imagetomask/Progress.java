package sc.fiji.imagetomask;

/** Receives the progress of a stack, after each slice of each pass. */
public interface Progress {

    /** Ignores the progress. */
    Progress NONE = (done, of) -> {};

    /**
     * Reports how many steps are done, and how many there are in all.
     *
     * @throws java.util.concurrent.CancellationException to stop here
     */
    void step(int done, int of);
}
