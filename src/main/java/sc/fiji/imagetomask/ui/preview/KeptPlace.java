package sc.fiji.imagetomask.ui.preview;

import ij.Prefs;
import java.awt.Rectangle;
import java.util.Arrays;

/** The place to which the user moved the preview, in ImageJ's preferences. */
final class KeptPlace {

    private static final String PLACE = "imagetomask.preview.place";

    private KeptPlace() {}

    /** Null if there is none. */
    static Rectangle load() {
        try {
            int[] numbers = Arrays.stream(Prefs.get(PLACE, "").split(","))
                    .mapToInt(Integer::parseInt)
                    .toArray();
            return numbers.length == 4 ? new Rectangle(numbers[0], numbers[1], numbers[2], numbers[3]) : null;
        } catch (NumberFormatException e) { // nothing, or written by hand
            return null;
        }
    }

    static void save(Rectangle place) {
        Prefs.set(PLACE, place.x + "," + place.y + "," + place.width + "," + place.height);
    }
}
