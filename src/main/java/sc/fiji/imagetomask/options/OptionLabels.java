package sc.fiji.imagetomask.options;

/**
 * The words of both dialogs. The first word of each label, in lower case, is the key in macros: ImageJ's recorder makes
 * it so. A label with {@code _TIP} at its name says what the option does.
 */
public final class OptionLabels {

    public static final String TITLE = "Image To Mask";
    /** The name in the menu and in macros. */
    public static final String COMMAND = TITLE + "...";

    public static final String PICTURE = "Picture";
    public static final String PICTURE_TIP = "The open image that the mask is made of; it is not changed";
    public static final String CHANNEL = "Channel";
    public static final String CHANNEL_TIP = "The colour channel that the mask is made from";
    public static final String HUE = "Hue shift";
    public static final String HUE_TIP =
            "0 to 254, for H (HSV) only: red sits at both ends of the hue scale; 30 brings it together";
    public static final String BLACK = "Black point";
    public static final String BLACK_TIP = "0..255: this value and all below become 0";
    public static final String WHITE = "White point";
    public static final String WHITE_TIP = "0..255: this value and all above become 255";
    public static final String GRAY = "Gray point (gamma)";
    public static final String GRAY_TIP =
            "0.01..9.99: above 1 brightens the middle values, below 1 darkens them; with Invert, which comes after it,"
                    + " above 1 darkens the mask";
    public static final String LEVELS = "Levels...";
    public static final String LEVELS_TIP = "Sets the three points on the histogram of the channel";
    public static final String INVERT = "Invert";
    public static final String INVERT_TIP =
            "Bright becomes dark; outside your selection or mask image the mask stays black";
    public static final String STATISTICS = "Statistics";
    public static final String STATISTICS_TIP =
            "slice: each slice is stretched over its own range; stack: all slices over one range";
    public static final String INSIDE = "Inside only";
    public static final String INSIDE_TIP = "Computes the stretch from the selected area and the mask image only";
    public static final String MASK = "Mask image";
    public static final String MASK_TIP = "An open image of the same size that the mask is multiplied with";
    public static final String MASK_VALUES = "Mask values";
    public static final String MASK_VALUES_TIP =
            "values: 0 is outside, the largest value of the mask image's type is inside; labels: all above 0 is inside,"
                    + " as in label images and images of 0 and 1";
    public static final String LIMITED = "Limited to the selection";
    public static final String LIMITED_TIP =
            "Outside the selection the mask is 0; without the tick the selection does not count for this mask";
    public static final String SLICES = "Slices";
    public static final String SLICES_TIP = "All slices of the stack, or the one that is shown";
    public static final String RANGE = "Range";
    public static final String RANGE_TIP =
            "For 16 and 32 bits. display: the contrast that you set in Brightness/Contrast; type: all values of the type; or two numbers such as 0,4095";
    public static final String RGB = "RGB channels";
    public static final String RGB_TIP =
            "Which channels are red, green, blue and perhaps alpha, such as 3,1,2; empty: the first to fourth";
    public static final String OUTPUT = "Output";
    public static final String OUTPUT_TIP =
            "8-bit: 0 to 255; 32-bit: 0 to 1; binary: white where the mask is at least half; selection: the same, selected on the picture";
    public static final String ENGINE = "Engine";
    public static final String ENGINE_TIP = "What computes: auto takes a GPU if there is one; the result is the same";
    public static final String PREVIEW = "Preview";
    public static final String PREVIEW_TIP = "Shows the mask while you work; the picture is not changed";
    public static final String VIEW = "View";
    public static final String VIEW_TIP =
            "The mask; or the picture, tinted where the mask leaves out or keeps it, or with a line at the mask's 128";
    public static final String HELP = "Help";
    public static final String HELP_TIP = "Says what each setting does";

    public static final String GALLERY = "Channel Gallery";
    public static final String AS = "As";
    public static final String AS_TIP = "stack: a slice for each channel; montage: all channels side by side";
    public static final String MASKED = "Masked by alpha and selection";
    public static final String MASKED_TIP = "Multiplied with the alpha and limited to the selection, as masks are";
    /** ImageJ takes every command that starts with Repeat for its own, and runs the one before again. */
    public static final String AGAIN = "Make Mask Again";

    private OptionLabels() {}

    /** A sentence that starts with an option's key, as macros name it, in the words of a dialog: with its label. */
    public static String told(String sentence, String key, String label) {
        String start = key + " is ";
        if (!sentence.startsWith(start)) return sentence;
        String rest = sentence.substring(start.length());
        return label + " is " + (rest.startsWith("''") ? "empty" + rest.substring(2) : rest);
    }
}
