package sc.fiji.imagetomask.command;

import ij.ImagePlus;
import java.util.List;
import java.util.function.Consumer;
import org.scijava.command.Command;
import org.scijava.plugin.Plugin;
import sc.fiji.imagetomask.Progress;
import sc.fiji.imagetomask.image.RepeatOptions;

/** Plugins &gt; Masks &gt; Make Mask Again in Fiji, and for scripts: makes a mask again as its info says. */
@Plugin(type = Command.class, menuPath = "Plugins>Masks>Make Mask Again", headless = true, initializer = "prepare")
public class MakeMaskAgainCommand extends PictureCommand<RepeatOptions> {

    @Override
    List<String> keys() {
        return RepeatOptions.KEYS;
    }

    @Override
    RepeatOptions parse(String macro) {
        return RepeatOptions.parse(macro);
    }

    @Override
    RepeatOptions inputs(String engineName) {
        return new RepeatOptions(null, engineName);
    }

    @Override
    String title(RepeatOptions options) {
        return options.image();
    }

    @Override
    ImagePlus make(RepeatOptions options, ImagePlus mask, Consumer<String> notices, Progress progress) {
        return options.repeat(mask, notices, progress);
    }
}
