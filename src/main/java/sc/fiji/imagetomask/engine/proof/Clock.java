package sc.fiji.imagetomask.engine.proof;

/** Reports the progress of a part, and ends it when the time of the test is over. */
final class Clock {

    private static final double SMALLEST_STEP = 0.005;

    private final Watch watch;
    private final Depth depth;
    private final int seconds;
    private final long end;
    private double told;

    Clock(Watch watch, Depth depth, int seconds) {
        this.watch = watch;
        this.depth = depth;
        this.seconds = seconds;
        end = System.nanoTime() + seconds * 1_000_000_000L;
    }

    boolean isFull() {
        return depth == Depth.FULL;
    }

    /** @throws NoTimeException if the time is over */
    void step(int done, int of) {
        tell((double) done / of);
        if (done < of && isOver())
            throw new NoTimeException("only " + 100L * done / of + " % in the " + seconds + " s of the test");
    }

    /** Some parts have many thousand steps. */
    private void tell(double done) {
        if (done < 1 && done > told && done < told + SMALLEST_STEP) return;
        told = done;
        watch.progress(done);
    }

    boolean isOver() {
        return System.nanoTime() - end > 0;
    }

    /** The time of the test was over before the part was done. */
    static final class NoTimeException extends RuntimeException {

        private static final long serialVersionUID = 1;

        NoTimeException(String text) {
            super(text);
        }
    }
}
