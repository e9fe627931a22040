package sc.fiji.imagetomask.ome;

/** The versions of OME-Zarr that are written. Those before 0.4 are read as it. */
public enum OmeVersion {
    /** On Zarr v2. */
    V0_4("0.4"),
    /** On Zarr v3. */
    V0_5("0.5");

    private final String text;

    OmeVersion(String text) {
        this.text = text;
    }

    /** What the text of a version that is read is, for errors. */
    static final String READ = "one of 0.1, 0.2, 0.3, 0.4, 0.5";

    /** Whether metadata of that version are understood; a third number tells only of the specification's wording. */
    static boolean isRead(String version) {
        return version.matches("0[.][1-5]([.].*)?");
    }

    /** {@code 0.4} or {@code 0.5}. */
    @Override
    public String toString() {
        return text;
    }
}
