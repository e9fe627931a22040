package sc.fiji.imagetomask.macro;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.macro.Interpreter;
import java.nio.file.Path;
import java.util.Arrays;
import sc.fiji.imagetomask.docs.Pages;
import sc.fiji.imagetomask.imagej.Images;

/** Runs the menu's entries in all ways in which macros and scripts do; prints what comes of each as {@code name: value}. */
final class Entries {

    private static final String GIVEN = "channel=[S (HSV)] black=10 invert";
    private static final String MASK = "run('Image To Mask...', '" + GIVEN + "'); ";
    private static final String STATE = "print(getTitle() + ', ' + bitDepth() + '-bit, ' + nImages + ' open');";
    private static final String MISTAKE = "run('Image To Mask...', 'channel=B'); print('went on');";

    private Entries() {}

    static void run(Path files) throws Exception {
        String open = "open('" + Path.of("docs/sample-tissue.png").toAbsolutePath() + "'); ";
        for (String name : new String[] {"first", "terms", "selections", "stain", "area", "fluorescence"}) {
            macro(name, page(name, files) + STATE);
            closeAll();
        }
        macro("area and tissue", page("area", files) + page("tissue", files));
        closeAll();
        macro(
                "one after the other",
                open + MASK + STATE + "run('Make Mask Again'); " + STATE
                        + "selectImage('sample-tissue.png'); run('Channel Gallery'); " + STATE);
        macro(
                "batch",
                "setBatchMode(true); " + open + "picture = getImageID(); " + MASK + STATE
                        + "run('Make Mask Again'); " + STATE
                        + "selectImage(picture); run('Channel Gallery'); " + STATE
                        + "selectImage(picture); run('Image To Mask...', 'image=#' + picture + ' channel=red'); "
                        + STATE
                        + "saveAs('Tiff', '" + files.resolve("saved")
                        + "'); setBatchMode(false); print(nImages + ' left: ' + getTitle());");
        closeAll();
        ImagePlus picture = Images.noise("hidden", 31, 17, 3);
        for (String command : new String[] {MASK, "run('Channel Gallery');", MASK + "run('Make Mask Again');"})
            System.out.println("batch macro: " + described(new Interpreter().runBatchMacro(command, picture)));
        closeAll();
        macro("other", open);
        script(picture);
        Thread thread = new Thread(() -> script(picture));
        thread.start();
        thread.join();
        closeAll();
        macro("mistake", open + MISTAKE);
        macro("mistake in batch mode", "setBatchMode(true); " + MISTAKE);
        System.out.println("mistake of a batch macro: " + new Interpreter().runBatchMacro(MISTAKE, picture));
        macro("tools", "run('Image To Mask Tools'); print('went on');");
        closeAll();
        macro("nothing open", "run('Make Mask Again'); print('went on');");
        macro("nothing open", "run('Channel Gallery'); print('went on');");
        System.out.println("end");
    }

    /** A macro of the documentation, with that folder in the place of the user's home. */
    private static String page(String name, Path files) {
        return Pages.blocks("macro").get(name).replace("getDirectory(\"home\")", "'" + files + "/'");
    }

    /** As the recorder writes it for scripts. */
    private static void script(ImagePlus picture) {
        IJ.run(picture, "Image To Mask...", GIVEN);
        ImagePlus mask = WindowManager.getImage("Mask of hidden");
        System.out.println("script: " + described(mask));
        Interpreter.removeBatchModeImage(mask);
    }

    private static String described(ImagePlus image) {
        return image.getTitle() + ", " + image.getStackSize() + ", "
                + Arrays.hashCode((byte[]) image.getStack().getPixels(1));
    }

    private static void macro(String name, String text) {
        System.out.println("- " + name);
        new Interpreter().run(text);
    }

    private static void closeAll() {
        for (String title : WindowManager.getImageTitles())
            Interpreter.removeBatchModeImage(WindowManager.getImage(title));
        WindowManager.setTempCurrentImage(null);
    }
}
