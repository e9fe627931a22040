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
 * Finds our commands in a SciJava context, and runs each on a picture; started from its source on a given class path.
 */
public final class CommandProbe {

    private CommandProbe() {}

    public static void main(String[] args) throws Exception {
        try (Context context = new Context()) {
            for (CommandInfo command : context.service(CommandService.class).getCommands())
                if (command.getClassName().startsWith("sc.fiji.imagetomask.")) probe(context, command);
        }
    }

    private static void probe(Context context, CommandInfo command) throws Exception {
        System.out.println(command.getClassName() + ", menu: " + command.getMenuPath());
        ImagePlus picture = IJ.createImage("picture", "RGB ramp", 8, 8, 1);
        Module done = context.service(ModuleService.class)
                .run(command, true, "image", picture)
                .get();
        Object made = done.getOutput("result");
        if (made == null) System.out.println(((Cancelable) done).getCancelReason());
        else if (made instanceof ImagePlus image)
            System.out.println(image.getTitle() + ", " + image.getWidth() + " x " + image.getHeight());
        else System.out.println(made.getClass().getSimpleName());
    }
}
