package sc.fiji.imagetomask.ij1;

import ij.ImagePlus;
import ij.WindowManager;
import ij.io.FileInfo;
import ij.io.FileSaver;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import sc.fiji.imagetomask.files.FileBeside;
import sc.fiji.imagetomask.files.Sentence;

/**
 * Saves images so that a file is whole or not there, whenever ImageJ is closed or killed. For macros, whose own
 * {@code saveAs} writes into the file itself:
 *
 * <pre>problem = call("sc.fiji.imagetomask.ij1.WholeFile.saveTiff", path);</pre>
 */
public final class WholeFile {

    private WholeFile() {}

    /**
     * Saves the current image as TIFF, with selection, calibration and info, by a hidden file beside that takes its place.
     *
     * @param path of the file, which is replaced if it is there
     * @return nothing, or in one sentence why it was not saved
     */
    public static String saveTiff(String path) {
        ImagePlus image = WindowManager.getCurrentImage();
        if (image == null) return "There is no image to be saved as '" + path + "'.";
        if (image.getStack().isVirtual())
            return "'" + image.getTitle() + "' is a virtual stack, but must be in memory to be saved.";
        try (FileBeside beside = new FileBeside(Path.of(path))) {
            if (!save(image, beside.path().toString()))
                return "'" + path + "' cannot be written: ImageJ could not save the image.";
            beside.takePlace();
            return "";
        } catch (IOException | InvalidPathException e) {
            return Sentence.of(e);
        }
    }

    /** The image keeps its title, and does not learn the name of the hidden file. */
    private static boolean save(ImagePlus image, String hidden) {
        String title = image.getTitle();
        FileInfo origin = image.getOriginalFileInfo();
        try {
            return new FileSaver(image).saveAsTiff(hidden);
        } finally {
            image.setTitle(title);
            image.setFileInfo(origin);
        }
    }
}
