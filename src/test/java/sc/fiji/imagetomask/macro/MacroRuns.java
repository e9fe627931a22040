package sc.fiji.imagetomask.macro;

import ij.Menus;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.haesleinhuepf.clij2.utilities.CLIJ2MacroExtensions;
import net.imagej.patcher.LegacyInjector;
import org.scijava.Context;
import org.scijava.log.LogLevel;
import org.scijava.log.LogService;

/** The same macros in plain ImageJ and in Fiji. */
final class MacroRuns {

    /** The entries that are commands of SciJava. */
    private static final Map<String, Class<?>> COMMANDS = Map.of("CLIJ2 Macro Extensions", CLIJ2MacroExtensions.class);

    private MacroRuns() {}

    /** Two lines for each macro: what comes of it in plain ImageJ, and in Fiji. */
    @SuppressWarnings("unchecked")
    static List<String> of(List<String> macros) {
        List<String> outcomes = new ArrayList<>();
        for (String macro : macros) outcomes.add(MacroOutcome.of(macro));
        try (Context context = new Context()) {
            context.service(LogService.class).setLevel(LogLevel.NONE);
            LegacyInjector.installHooks(MacroRuns.class.getClassLoader(), new FijiHooks(context));
            COMMANDS.forEach((name, type) -> Menus.getCommands().put(name, type.getName()));
            for (int i = 0; i < macros.size(); i++) outcomes.add(2 * i + 1, MacroOutcome.of(macros.get(i)));
        }
        return outcomes;
    }
}
