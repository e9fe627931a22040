package sc.fiji.imagetomask.cli;

/** What becomes of a mask that exists before it is made. */
enum ExistingMask {
    /** It is kept, and that is a failure. */
    REFUSED,
    /** It is kept, since it is complete, and that is no failure. */
    LEFT,
    /** It is replaced. */
    REPLACED;

    /** @throws IllegalArgumentException if both are asked for */
    static ExistingMask of(boolean force, boolean resume) {
        if (force && resume)
            throw new IllegalArgumentException(
                    "--force and --resume are both given, but masks that exist can only be replaced or left.");
        return force ? REPLACED : resume ? LEFT : REFUSED;
    }
}
