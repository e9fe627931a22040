package sc.fiji.imagetomask.engine.proof;

/** One part of the test. */
interface Check {

    /** For people to read. */
    String name();

    /**
     * Runs it.
     *
     * @return what was seen, or empty; null if the device does not support what is tested
     * @throws DifferenceException if the engine computes something else
     * @throws Clock.NoTimeException if the time is over
     */
    String run(Subject subject, Clock clock);
}
