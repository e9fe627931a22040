package sc.fiji.imagetomask.options;

/** The names of the menu entries, as in window titles and in macros. */
public final class CommandNames {

    public static final String MASK = "Image To Mask";
    /** The name in the menu and in macros. */
    public static final String MASK_ENTRY = MASK + "...";

    public static final String GALLERY = "Channel Gallery";
    /** The name does not start with Repeat: ImageJ repeats the previous command for every name that starts so. */
    public static final String AGAIN = "Make Mask Again";

    /** Finds channel and levels. */
    public static final String FIND = "Find Mask Settings";

    /** Opens an OME-Zarr image. */
    public static final String OPEN = "Open OME-Zarr";
    /** The name in the menu and in macros. */
    public static final String OPEN_ENTRY = OPEN + "...";

    /** The test of devices. */
    public static final String TEST = "Test Devices";

    private CommandNames() {}
}
