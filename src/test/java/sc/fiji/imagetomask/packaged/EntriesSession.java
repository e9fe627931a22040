package sc.fiji.imagetomask.packaged;

import ij.IJ;
import ij.ImageJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.macro.Interpreter;
import ij.plugin.frame.Recorder;
import java.awt.Window;
import java.awt.event.WindowEvent;
import java.util.stream.Stream;

/** Macros that run the menu's entries in an ImageJ with its window, and a person who cancels while the recorder is open. */
public final class EntriesSession {

    private static final String ALL = """
            picture = getImageID();
            run("Image To Mask...", "channel=s");
            run("Make Mask Again");
            selectImage(picture);
            run("Channel Gallery");
            """;

    private EntriesSession() {}

    /** Arguments: ImageJ's folder, a picture. */
    public static void main(String[] args) throws Exception {
        ImageJ.main(new String[] {"-ijpath", args[0], "-port0"});
        WindowWatch.start();
        String open = "open('" + args[1] + "');";
        state("macro", open + ALL);
        WindowManager.closeAllWindows();
        state("batch", "setBatchMode(true);" + open + ALL + "setBatchMode(false);");
        WindowManager.closeAllWindows();
        state("mistake", open + "run('Image To Mask...', 'channel=R (RGB)'); rename('went on');");
        state("told", call("tell", "'no GPU'") + ";");
        System.out.println("log: " + IJ.getLog());
        state("last", "rename(" + call("last", "") + ");");
        IJ.log("open");
        Thread.sleep(300);
        state("told again", call("tell", "'no GPU'") + ";");
        System.out.println("log: " + IJ.getLog().strip().replace('\n', ' '));
        cancel();
        System.exit(0);
    }

    private static String call(String method, String argument) {
        String comma = argument.isEmpty() ? "" : ", ";
        return "call('sc.fiji.imagetomask.imagej.EngineNotices." + method + "'" + comma + argument + ")";
    }

    private static void state(String name, String macro) throws Exception {
        System.out.println("- " + name);
        new Interpreter().run(macro);
        ImagePlus active = WindowManager.getCurrentImage();
        System.out.println("active: " + active.getTitle() + ", shown: " + active.isVisible());
        Thread.sleep(300);
    }

    private static void cancel() throws Exception {
        System.out.println("- canceled");
        Recorder recorder = new Recorder();
        IJ.doCommand("Image To Mask...");
        Window dialog = Hands.window("imagetomask");
        dialog.dispatchEvent(new WindowEvent(dialog, WindowEvent.WINDOW_CLOSING));
        Hands.waitFor("the end of the dialog", () -> dialog.isShowing() ? null : dialog);
        IJ.doCommand("Channel Gallery"); // the watch closes its dialog
        Thread.sleep(2500);
        WindowManager.getCurrentImage().changes = false;
        WindowManager.closeAllWindows();
        IJ.doCommand("Image To Mask...");
        Thread.sleep(2500);
        System.out.println("error: " + IJ.getErrorMessage());
        String recorded = recorder.getText();
        System.out.println("recorded: "
                + Stream.of("Mask", "Gallery").filter(recorded::contains).toList());
    }
}
