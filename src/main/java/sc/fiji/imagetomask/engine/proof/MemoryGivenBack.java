package sc.fiji.imagetomask.engine.proof;

/** All that was created on the device is released at the end. So it must be the last part. */
final class MemoryGivenBack implements Check {

    @Override
    public String name() {
        return "memory given back";
    }

    @Override
    public String run(Subject subject, Clock clock) {
        String left = subject.release();
        if (!left.isEmpty()) throw new DifferenceException("These were not released: " + left + ".");
        clock.step(1, 1);
        return "";
    }
}
