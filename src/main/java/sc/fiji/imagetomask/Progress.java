package sc.fiji.imagetomask;

/** Hears how far a stack has come, after each slice of each pass. */
public interface Progress {

    /** Nobody listens. */
    Progress NONE = (done, of) -> {};

    /**
     * So many steps of so many are done.
     *
     * @throws java.util.concurrent.CancellationException to stop here
     */
    void step(int done, int of);
}
