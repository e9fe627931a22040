package sc.fiji.imagetomask.macro;

import ij.Menus;
import java.util.ArrayList;
import java.util.List;
import net.imagej.patcher.LegacyInjector;
import org.scijava.Context;
import org.scijava.log.LogLevel;
import org.scijava.log.LogService;
import sc.fiji.imagetomask.command.ImageToMaskCommand;

/** The same macros in plain ImageJ and in Fiji. */
final class MacroRuns {

    private static final String COMMAND = "Image To Mask...";

    private MacroRuns() {}

    /** Two lines for each macro: what comes of it in plain ImageJ, and in Fiji. */
    @SuppressWarnings("unchecked")
    static List<String> of(List<String> macros) {
        List<String> outcomes = new ArrayList<>();
        for (String macro : macros) outcomes.add(MacroOutcome.of(macro));
        try (Context context = new Context()) {
            context.service(LogService.class).setLevel(LogLevel.NONE);
            LegacyInjector.installHooks(MacroRuns.class.getClassLoader(), new FijiHooks(context));
            Menus.getCommands().put(COMMAND, ImageToMaskCommand.class.getName());
            for (int i = 0; i < macros.size(); i++) outcomes.add(2 * i + 1, MacroOutcome.of(macros.get(i)));
        }
        return outcomes;
    }
}
