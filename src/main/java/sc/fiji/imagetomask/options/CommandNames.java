package sc.fiji.imagetomask.options;

/** What the entries of the menu are called, in titles and in macros. */
public final class CommandNames {

    public static final String MASK = "Image To Mask";
    /** The name in the menu and in macros. */
    public static final String MASK_ENTRY = MASK + "...";

    public static final String GALLERY = "Channel Gallery";
    /** ImageJ takes every command that starts with Repeat for its own, and runs the one before again. */
    public static final String AGAIN = "Make Mask Again";

    private CommandNames() {}
}
