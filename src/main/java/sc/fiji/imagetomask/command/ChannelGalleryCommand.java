package sc.fiji.imagetomask.command;

import ij.ImagePlus;
import java.util.List;
import java.util.function.Consumer;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import sc.fiji.imagetomask.Labelled;
import sc.fiji.imagetomask.Progress;
import sc.fiji.imagetomask.image.GalleryForm;
import sc.fiji.imagetomask.image.GalleryOptions;
import sc.fiji.imagetomask.image.OptionLabels;

/**
 * Plugins &gt; Masks &gt; Channel Gallery in Fiji, and for scripts: all channels of a picture's shown slice.
 *
 * <pre>{@code
 * CommandInfo command = commandService.getCommand(ChannelGalleryCommand.class);
 * Module done = moduleService.run(command, true, "image", image, "as", "montage").get();
 * ImagePlus gallery = (ImagePlus) done.getOutput("result");
 * }</pre>
 */
@Plugin(type = Command.class, menuPath = "Plugins>Masks>Channel Gallery", headless = true, initializer = "prepare")
public class ChannelGalleryCommand extends PictureCommand<GalleryOptions> {

    @Parameter(label = OptionLabels.AS, persist = false, description = OptionLabels.AS_TIP)
    private String as = GalleryOptions.DEFAULT.as().label();

    @Parameter(label = OptionLabels.MASKED, persist = false, description = OptionLabels.MASKED_TIP)
    private boolean masked = GalleryOptions.DEFAULT.masked();

    @Override
    protected void prepare() {
        setChoices("as", List.of(Labelled.labels(GalleryForm.values())));
        super.prepare();
    }

    @Override
    List<String> keys() {
        return GalleryOptions.KEYS;
    }

    @Override
    GalleryOptions parse(String macro) {
        return GalleryOptions.parse(macro);
    }

    @Override
    GalleryOptions inputs(String engineName) {
        return new GalleryOptions(null, GalleryForm.of(as), masked, engineName);
    }

    @Override
    String title(GalleryOptions options) {
        return options.image();
    }

    @Override
    ImagePlus make(GalleryOptions options, ImagePlus picture, Consumer<String> notices, Progress progress) {
        return options.galleryOf(picture, notices, progress);
    }
}
