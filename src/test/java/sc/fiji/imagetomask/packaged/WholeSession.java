package sc.fiji.imagetomask.packaged;

import ij.IJ;
import ij.ImageJ;
import ij.ImagePlus;
import java.awt.Window;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import sc.fiji.imagetomask.SevenByZero;

/**
 * Opens the dialog, makes masks until devices are known and some after that, opens the gallery, lists the devices and runs a
 * batch; prints after each whether Java is as it was.
 */
public final class WholeSession {

    private static final int SIDE = 4200;

    private WholeSession() {}

    /** Arguments: ImageJ's folder, and the file in which what is known of devices is kept. */
    public static void main(String[] args) throws Exception {
        ImageJ.main(new String[] {"-ijpath", args[0], "-port0"});
        ImagePlus picture = IJ.createImage("picture", "RGB ramp", SIDE, SIDE, 1);
        picture.show();
        IJ.doCommand("Image To Mask...");
        Window dialog = Hands.window("imagetomask");
        Hands.waitFor("devices", () -> {
            IJ.run(picture, "Image To Mask...", "channel=[R (RGB)] engine=auto");
            return Files.exists(Path.of(args[1])) ? true : null;
        });
        Hands.onEventThread(dialog::dispose);
        IJ.run(picture, "Image To Mask...", "channel=[S (HSV)] engine=auto");
        System.out.println("devices kept, " + SevenByZero.now());
        ImagePlus small = IJ.createImage("small", "RGB ramp", 60, 40, 1);
        IJ.run(small, "Channel Gallery", "as=montage engine=auto");
        System.out.println("gallery " + IJ.getImage().getTitle() + ", " + SevenByZero.now());
        Object devices = IJ.getClassLoader()
                .loadClass("sc.fiji.imagetomask.engine.EngineChoice")
                .getMethod("devices")
                .invoke(null);
        System.out.println("devices " + devices);
        System.out.println("devices listed, " + SevenByZero.now());
        batch(small, Path.of(args[1]).getParent());
        String told = IJ.getLog().strip();
        System.out.println("batch " + told.substring(told.lastIndexOf('\n') + 1).replaceAll(" in .*,", ",") + ", "
                + SevenByZero.now());
        System.exit(0);
    }

    /** The macro of the menu makes the mask of a picture in a folder. */
    private static void batch(ImagePlus picture, Path files) throws IOException {
        Path folder = Files.createTempDirectory(files, "pictures");
        Path masks = Files.createTempDirectory(files, "masks");
        IJ.save(picture, folder.resolve("small.png").toString());
        String macro = Files.readString(Path.of("macros", "Batch Image To Mask.ijm"));
        IJ.runMacro(macro, folder + " | " + masks + " | engine=auto");
    }
}
