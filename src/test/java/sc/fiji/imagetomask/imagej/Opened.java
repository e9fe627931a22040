package sc.fiji.imagetomask.imagej;

import ij.ImagePlus;
import ij.WindowManager;
import ij.macro.Interpreter;
import java.util.ArrayList;
import java.util.List;

/** Images that are open in ImageJ without a window, as in batch mode, until this is closed. */
public final class Opened implements AutoCloseable {

    private final boolean batchMode = Interpreter.batchMode;
    private final List<ImagePlus> images = new ArrayList<>();

    /** Opens it, and makes it the active image. */
    public ImagePlus open(ImagePlus image) {
        Interpreter.batchMode = true;
        image.show();
        images.add(image);
        return image;
    }

    /** Closes that image. */
    public void close(ImagePlus image) {
        Interpreter.removeBatchModeImage(image);
    }

    @Override
    public void close() {
        Interpreter.batchMode = true;
        images.forEach(this::close);
        WindowManager.setTempCurrentImage(null);
        Interpreter.batchMode = batchMode;
    }
}
