package sc.fiji.imagetomask.imagej;

import ij.ImagePlus;
import ij.WindowManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import sc.fiji.imagetomask.options.MaskOptions;

/**
 * The images that are open in ImageJ, with a window or in batch mode. Users name one by its title, or, as {@code #-3}, by
 * the ID that ImageJ gave it; after the ID anything may follow, such as {@code #-3 (cells.tif)}.
 */
public final class OpenImages {

    private static final Pattern ID = Pattern.compile("#(-\\d{1,9})(\\s.*)?");
    private static final Pattern EXTENSION = Pattern.compile("\\.[^.]{1,4}$");
    private static final Pattern NUMBER = Pattern.compile("-[1-9]\\d?$");

    private OpenImages() {}

    /** All titles, the oldest image first. */
    public static List<String> titles() {
        return all().stream().map(ImagePlus::getTitle).toList();
    }

    /** The name of each image for options, the oldest first. */
    public static List<String> names() {
        return all().stream().map(OpenImages::name).toList();
    }

    /** The choices for a mask image: none, and the names of all open images. */
    public static List<String> maskChoices() {
        List<String> choices = new ArrayList<>(List.of(MaskOptions.NO_MASK));
        choices.addAll(names());
        return choices;
    }

    /** The name of the image for options: its title, or, if other images have the same title, {@code #ID (title)}. */
    public static String name(ImagePlus image) {
        String title = image.getTitle();
        boolean isClear = all(title).size() < 2 && !ID.matcher(title).matches();
        return isClear ? title : "#" + image.getID() + " (" + title + ")";
    }

    /** The title, or where an open image has it, the first one that is free of {@code title-1}, {@code title-2}, ... */
    public static String unique(String title) {
        List<String> taken = titles();
        if (!taken.contains(title)) return title;
        Matcher dot = EXTENSION.matcher(title);
        String extension = dot.find() ? dot.group() : "";
        String stem = title.substring(0, title.length() - extension.length());
        String start = NUMBER.matcher(stem).replaceFirst("");
        return IntStream.iterate(1, i -> i + 1)
                .mapToObj(i -> start + "-" + i + extension)
                .filter(free -> !taken.contains(free))
                .findFirst()
                .orElseThrow();
    }

    /**
     * The active image.
     *
     * @throws IllegalArgumentException if no image is open
     */
    public static ImagePlus active() {
        ImagePlus image = WindowManager.getCurrentImage();
        if (image == null) throw new IllegalArgumentException("No image is open, but one must be.");
        return image;
    }

    /**
     * The image that the option {@code image} names; the active image if it is null.
     *
     * @throws IllegalArgumentException as {@link #named}
     */
    public static ImagePlus activeOr(String name) {
        return name == null ? active() : named("image", name);
    }

    /** All images of that title, the oldest first. */
    static List<ImagePlus> all(String title) {
        return all().stream().filter(image -> image.getTitle().equals(title)).toList();
    }

    /**
     * The image of that name.
     *
     * @param key the option that names it, for the error
     * @throws IllegalArgumentException naming key, name and the names that there are, if it is not among them, or if
     *     several images have this title
     */
    public static ImagePlus named(String key, String name) {
        Matcher id = ID.matcher(name);
        ImagePlus image = id.matches() ? WindowManager.getImage(Integer.parseInt(id.group(1))) : null;
        if (image != null) return image;
        List<ImagePlus> titled = all(name);
        if (titled.isEmpty())
            throw new IllegalArgumentException(key + " is '" + name + "', but must be the title of an open image"
                    + (all().isEmpty() ? ", and none is open." : ": " + String.join(", ", names()) + "."));
        if (titled.size() > 1)
            throw new IllegalArgumentException(key + " is '" + name + "', but " + titled.size()
                    + " open images have this title, so write one of their IDs: " + ids(key, titled) + ".");
        return titled.get(0);
    }

    private static String ids(String key, List<ImagePlus> images) {
        return images.stream().map(image -> key + "=#" + image.getID()).collect(Collectors.joining(" or "));
    }

    private static List<ImagePlus> all() {
        int[] ids = WindowManager.getIDList();
        return IntStream.of(ids == null ? new int[0] : ids)
                .mapToObj(WindowManager::getImage)
                .filter(Objects::nonNull)
                .toList();
    }
}
