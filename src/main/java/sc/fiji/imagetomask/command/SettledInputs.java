package sc.fiji.imagetomask.command;

import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.process.AbstractPreprocessorPlugin;
import org.scijava.module.process.PreprocessorPlugin;
import org.scijava.plugin.Plugin;
import org.scijava.widget.InputHarvester;

/**
 * Resolves all inputs of a {@link ScriptCommand}, so that SciJava's dialog does not ask for those that the script did
 * not give.
 */
@Plugin(type = PreprocessorPlugin.class, priority = InputHarvester.PRIORITY + 2)
public final class SettledInputs extends AbstractPreprocessorPlugin {

    @Override
    public void process(Module module) {
        if (!(module.getDelegateObject() instanceof ScriptCommand)) return;
        for (ModuleItem<?> input : module.getInfo().inputs()) module.resolveInput(input.getName());
    }
}
