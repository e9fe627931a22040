package sc.fiji.imagetomask.command;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.process.AbstractPreprocessorPlugin;
import org.scijava.module.process.PreprocessorPlugin;
import org.scijava.plugin.Plugin;
import org.scijava.widget.InputHarvester;

/**
 * Resolves all inputs of a {@link ScriptCommand}, so that SciJava's dialog does not ask for those that the script did
 * not give; the command hears which ones it gave.
 */
@Plugin(type = PreprocessorPlugin.class, priority = InputHarvester.PRIORITY + 2)
public final class SettledInputs extends AbstractPreprocessorPlugin {

    @Override
    public void process(Module module) {
        if (!(module.getDelegateObject() instanceof ScriptCommand command)) return;
        List<String> names = StreamSupport.stream(module.getInfo().inputs().spliterator(), false)
                .map(ModuleItem::getName)
                .toList();
        command.setGiven(names.stream().filter(module::isInputResolved).collect(Collectors.toSet()));
        names.forEach(module::resolveInput);
    }
}
