package sc.fiji.imagetomask.image;

import ij.ImagePlus;
import ij.WindowManager;
import java.util.List;
import java.util.stream.IntStream;

/** The images that are open in ImageJ, with a window or in batch mode, by their titles. */
public final class OpenImages {

    private OpenImages() {}

    /** All titles, the oldest image first. */
    public static List<String> titles() {
        return List.of(WindowManager.getImageTitles());
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
     * The first image of the title that the option {@code image} names; the active image if it is null.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static ImagePlus activeOr(String title) {
        return title == null ? active() : titled("image", title);
    }

    /** All images of that title, the oldest first. */
    static List<ImagePlus> all(String title) {
        int[] ids = WindowManager.getIDList();
        return IntStream.of(ids == null ? new int[0] : ids)
                .mapToObj(WindowManager::getImage)
                .filter(image -> image.getTitle().equals(title))
                .toList();
    }

    /**
     * The first image of that title.
     *
     * @param key the option that names it, for the error
     * @throws IllegalArgumentException naming key, title and the titles that there are, if it is not among them
     */
    public static ImagePlus titled(String key, String title) {
        ImagePlus image = WindowManager.getImage(title);
        if (image == null)
            throw new IllegalArgumentException(key + " is '" + title + "', but must be the title of an open image"
                    + (titles().isEmpty() ? ", and none is open." : ": " + String.join(", ", titles()) + "."));
        return image;
    }
}
