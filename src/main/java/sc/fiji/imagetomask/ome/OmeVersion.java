package sc.fiji.imagetomask.ome;

/** The versions of OME-Zarr that are read and written. */
public enum OmeVersion {
    /** On Zarr v2. */
    V0_4("0.4"),
    /** On Zarr v3. */
    V0_5("0.5");

    private final String text;

    OmeVersion(String text) {
        this.text = text;
    }

    /** Whether metadata of that version are of this one; a third number tells only of the specification's wording. */
    boolean includes(String version) {
        return version.equals(text) || version.startsWith(text + ".");
    }

    /** {@code 0.4} or {@code 0.5}. */
    @Override
    public String toString() {
        return text;
    }
}
