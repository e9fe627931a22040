package sc.fiji.imagetomask.clij;

import java.util.List;
import org.scijava.Context;
import org.scijava.command.CommandService;
import org.scijava.log.LogService;
import org.scijava.plugin.PluginInfo;
import org.scijava.plugin.PluginService;

/** A program: starts SciJava with all services, and prints what it finds of our plugins; all that it logs is printed, too. */
public final class ClijPlugins {

    private ClijPlugins() {}

    public static void main(String[] args) {
        try (Context context = new Context()) {
            context.service(LogService.class).info("started");
            List<PluginInfo<?>> ours = context.service(PluginService.class).getPlugins().stream()
                    .filter(info -> info.getClassName().startsWith("sc.fiji.imagetomask"))
                    .toList();
            System.out.println("commands: "
                    + context.service(CommandService.class).getCommands().stream()
                            .filter(info -> info.getClassName().startsWith("sc.fiji.imagetomask"))
                            .count());
            System.out.println("extensions: "
                    + ours.stream()
                            .filter(info ->
                                    info.getName() != null && info.getName().startsWith("CLIJ2_"))
                            .count());
        }
    }
}
