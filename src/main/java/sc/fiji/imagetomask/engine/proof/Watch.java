package sc.fiji.imagetomask.engine.proof;

/** Sees how a test goes on. Any call may throw an exception, which stops the test. */
public interface Watch {

    /** That part begins. */
    default void part(String name) {}

    /** So much of the part is done, 0 to 1. */
    default void progress(double done) {}

    /** That part has ended. */
    default void result(PartResult result) {}
}
