package sc.fiji.imagetomask.macro;

import ij.ImagePlus;
import ij.Macro;
import ij.WindowManager;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import net.imagej.patcher.LegacyHooks;
import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.convert.ConvertService;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.ModuleService;
import org.scijava.module.process.AbstractPreprocessorPlugin;
import org.scijava.module.process.PostprocessorPlugin;
import org.scijava.module.process.PreprocessorPlugin;
import org.scijava.plugin.PluginService;
import org.scijava.thread.ThreadService;

/**
 * Joins ImageJ's macros to SciJava's commands by the rules of Fiji: a menu entry whose class is a command runs it in a
 * thread of SciJava, that sees the macro's options; inputs take what the options name, converted; the active image fills
 * the image.
 */
final class FijiHooks extends LegacyHooks {

    private final Context context;

    FijiHooks(Context context) {
        this.context = context;
    }

    @Override
    public Object getContext() {
        return context;
    }

    @Override
    public Object interceptRunPlugIn(String className, String arg) {
        CommandInfo command = context.service(CommandService.class).getCommand(className);
        if (command == null) return null;
        PluginService plugins = context.service(PluginService.class);
        List<PreprocessorPlugin> before = new ArrayList<>(List.of(new MacroInputs(), new ActiveImage()));
        before.addAll(plugins.createInstancesOfType(PreprocessorPlugin.class));
        List<PostprocessorPlugin> after = plugins.createInstancesOfType(PostprocessorPlugin.class);
        try {
            return context.service(ModuleService.class)
                    .run(command, before, after)
                    .get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Iterable<Thread> getThreadAncestors() {
        List<Thread> ancestors = new ArrayList<>();
        ThreadService threads = context.service(ThreadService.class);
        for (Thread thread = threads.getParent(Thread.currentThread());
                thread != null && !ancestors.contains(thread);
                thread = threads.getParent(thread)) ancestors.add(thread);
        return ancestors;
    }

    private final class MacroInputs extends AbstractPreprocessorPlugin {

        @Override
        public void process(Module module) {
            String options = Macro.getOptions();
            if (options == null) return;
            for (ModuleItem<?> input : module.getInfo().inputs()) {
                String value = Macro.getValue(options, input.getName(), null);
                if (value == null) continue;
                Object converted = converted(value, input.getType());
                if (converted == null) continue;
                module.setInput(input.getName(), converted);
                module.resolveInput(input.getName());
            }
        }

        private Object converted(String value, Class<?> type) {
            if (type == ImagePlus.class) {
                ImagePlus titled = WindowManager.getImage(value);
                return titled == null ? new ImagePlus() : titled;
            }
            ConvertService convert = context.service(ConvertService.class);
            return convert.supports(value, type) ? convert.convert(value, type) : null;
        }
    }

    private static final class ActiveImage extends AbstractPreprocessorPlugin {

        @Override
        public void process(Module module) {
            ImagePlus active = WindowManager.getCurrentImage();
            boolean takesOne = module.getInfo().getInput("image") != null;
            if (active == null || !takesOne || module.isInputResolved("image")) return;
            module.setInput("image", active);
            module.resolveInput("image");
        }
    }
}
