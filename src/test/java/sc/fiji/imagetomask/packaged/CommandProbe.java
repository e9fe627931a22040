package sc.fiji.imagetomask.packaged;

import ij.IJ;
import ij.ImagePlus;
import org.scijava.Cancelable;
import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.module.Module;
import org.scijava.module.ModuleService;

/**
 * Finds our commands in the menu of a SciJava context, and runs each on a picture; started from its source on a given
 * class path.
 */
public final class CommandProbe {

    private CommandProbe() {}

    public static void main(String[] args) throws Exception {
        try (Context context = new Context()) {
            for (CommandInfo command : context.service(CommandService.class).getCommands())
                if (command.getMenuPath().getMenuString().startsWith("Plugins > Masks")) probe(context, command);
        }
    }

    private static void probe(Context context, CommandInfo command) throws Exception {
        System.out.println(command.getMenuPath().getMenuString() + " = " + command.getClassName());
        ImagePlus picture = IJ.createImage("picture", "RGB ramp", 8, 8, 1);
        Module done = context.service(ModuleService.class)
                .run(command, true, "image", picture)
                .get();
        ImagePlus made = (ImagePlus) done.getOutput("result");
        System.out.println(
                made == null
                        ? ((Cancelable) done).getCancelReason()
                        : made.getTitle() + ", " + made.getWidth() + " x " + made.getHeight());
    }
}
