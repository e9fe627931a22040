package sc.fiji.imagetomask.command;

import org.scijava.Priority;
import org.scijava.module.Module;
import org.scijava.module.process.AbstractPostprocessorPlugin;
import org.scijava.module.process.PostprocessorPlugin;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.ui.UIService;

/**
 * Shows the result of a {@link ScriptCommand} if SciJava has a display. SciJava itself would keep every result in
 * memory until it ends, even without a display.
 */
@Plugin(type = PostprocessorPlugin.class, priority = Priority.LOW)
public final class ShownResult extends AbstractPostprocessorPlugin {

    @Parameter(required = false)
    private UIService ui;

    @Override
    public void process(Module module) {
        if (!(module.getDelegateObject() instanceof ScriptCommand command)) return;
        if (command.show(ui != null && ui.isVisible()))
            module.getInfo().outputs().forEach(output -> module.resolveOutput(output.getName()));
    }
}
