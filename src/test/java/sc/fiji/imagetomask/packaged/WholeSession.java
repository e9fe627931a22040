package sc.fiji.imagetomask.packaged;

import ij.IJ;
import ij.ImageJ;
import ij.ImagePlus;
import java.awt.Window;
import java.nio.file.Files;
import java.nio.file.Path;
import sc.fiji.imagetomask.SevenByZero;

/** Opens the dialog, makes masks until devices are known and some after that, and prints whether Java is as it was. */
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
        System.exit(0);
    }
}
