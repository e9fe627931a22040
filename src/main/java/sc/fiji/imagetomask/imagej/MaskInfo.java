package sc.fiji.imagetomask.imagej;

import ij.ImagePlus;
import ij.gui.Roi;
import ij.io.FileInfo;
import java.nio.file.Path;
import java.util.Locale;
import sc.fiji.imagetomask.options.MaskRecord;
import sc.fiji.imagetomask.picturefile.raster.PngText;

/** The {@link MaskRecord} of a mask that is open in ImageJ: it is in the image's info. */
public final class MaskInfo {

    private static final String PROPERTY = "Info";

    private MaskInfo() {}

    /** Replaces the info of the mask by that record. */
    static void write(ImagePlus mask, MaskRecord record) {
        mask.setProperty(PROPERTY, record.text());
    }

    /** Whether the image is a mask with a record that can be read. */
    public static boolean isIn(ImagePlus image) {
        try {
            return of(image) != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /**
     * The record in the info of a mask, or in the PNG file that it was opened from: ImageJ does not read the texts of
     * PNG.
     *
     * @throws IllegalArgumentException if the image has none, or one that was edited and cannot be read
     */
    public static MaskRecord of(ImagePlus mask) {
        String info = mask.getProperty(PROPERTY) instanceof String text ? text : "";
        String whole = MaskRecord.isOne(info) ? info : ofFile(mask);
        if (!MaskRecord.isOne(whole))
            throw new IllegalArgumentException(
                    "The image '" + mask.getTitle() + "' is not a mask of Image To Mask: its info has no settings.");
        MaskRecord record = MaskRecord.parse(whole);
        selection(record);
        return record;
    }

    /**
     * The recorded selection; null if there is none.
     *
     * @throws IllegalArgumentException if it was edited and cannot be read
     */
    public static Roi selection(MaskRecord record) {
        return record.selection(SelectionText::selection);
    }

    private static String ofFile(ImagePlus mask) {
        FileInfo file = mask.getOriginalFileInfo();
        boolean isPng = file != null
                && file.directory != null
                && file.fileName != null
                && file.fileName.toLowerCase(Locale.ROOT).endsWith(".png");
        return isPng ? PngText.read(Path.of(file.directory, file.fileName), PngText.MASK_RECORD) : "";
    }
}
