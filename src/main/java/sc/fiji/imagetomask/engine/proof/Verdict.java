package sc.fiji.imagetomask.engine.proof;

/** How a part of the test ended. */
public enum Verdict {
    PASSED("passed"),
    FAILED("FAILED"),
    UNSUPPORTED("not supported"),
    UNFINISHED("not finished");

    private final String label;

    Verdict(String label) {
        this.label = label;
    }

    /** What users read. */
    public String label() {
        return label;
    }

    /** Whether the device may be trusted as far as this part tells. */
    public boolean isGood() {
        return this == PASSED || this == UNSUPPORTED;
    }
}
