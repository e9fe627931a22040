package sc.fiji.imagetomask.image;

/**
 * The words of both dialogs. The first word of each label, in lower case, is the key in macros: ImageJ's recorder makes
 * it so.
 */
public final class OptionLabels {

    public static final String TITLE = "Image To Mask";
    public static final String CHANNEL = "Channel";
    public static final String BLACK = "Black point";
    public static final String WHITE = "White point";
    public static final String GRAY = "Gray point (gamma)";
    public static final String INVERT = "Invert";
    public static final String MASK = "Mask image";
    public static final String ENGINE = "Engine";

    public static final String GALLERY = "Channel Gallery";
    public static final String AS = "As";
    public static final String MASKED = "Masked by alpha and selection";
    /** ImageJ takes every command that starts with Repeat for its own, and runs the one before again. */
    public static final String AGAIN = "Make Mask Again";

    private OptionLabels() {}
}
