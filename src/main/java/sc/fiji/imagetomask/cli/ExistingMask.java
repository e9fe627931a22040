package sc.fiji.imagetomask.cli;

/** What is done with a mask file that exists already. */
enum ExistingMask {
    /** It is kept, and the new mask counts as failed. */
    REFUSED,
    /** It is kept, because it is complete; this is not an error. */
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
