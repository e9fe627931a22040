package sc.fiji.imagetomask.options;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where pixels of an open image are marked: by its selection, by all selections of a group in the ROI Manager and the image's
 * overlay, in another open image, or nowhere.
 *
 * @param text as in a macro: {@code selection}, {@code group 2}, {@code rest}, or the title or {@code #ID} of an image
 */
public record Marks(String text) {

    /** The image's selection. */
    public static final Marks SELECTION = new Marks("selection");
    /** Nothing is marked. */
    public static final Marks REST = new Marks("rest");

    private static final Pattern GROUP = Pattern.compile("group +(\\d{1,9})");
    private static final int MOST_GROUP = 255;

    /**
     * Of a macro's text.
     *
     * @param key of the option, for the error
     * @throws IllegalArgumentException with one sentence if nothing is given, or a group that ImageJ does not have
     */
    static Marks parse(String key, String text) {
        String plain = text == null ? "" : text.strip();
        if (plain.isEmpty())
            throw new IllegalArgumentException(
                    key + " is empty, but must be selection, group 1 to group 255, or the title of an open image.");
        for (Marks word : new Marks[] {SELECTION, REST}) if (word.text.equalsIgnoreCase(plain)) return word;
        Marks marks = new Marks(plain);
        if (marks.group() < 0 || marks.group() > MOST_GROUP || plain.equalsIgnoreCase("group 0"))
            throw new IllegalArgumentException(
                    key + " is '" + plain + "', but a group must be from 1 to " + MOST_GROUP + ".");
        return marks;
    }

    /** The number of the group; 0 if it is none. */
    public int group() {
        Matcher group = GROUP.matcher(text.toLowerCase(Locale.ROOT));
        return group.matches() ? Integer.parseInt(group.group(1)) : 0;
    }
}
