package sc.fiji.imagetomask.command;

import ij.ImagePlus;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import sc.fiji.imagetomask.Progress;
import sc.fiji.imagetomask.imagej.MaskCommands;
import sc.fiji.imagetomask.options.GalleryOptions;
import sc.fiji.imagetomask.options.OptionLabels;

/**
 * All channels of an ImageJ image's shown slice, for scripts.
 *
 * <pre>{@code
 * Module done = commandService.run(ChannelGalleryCommand.class, true, "image", image, "as", "montage").get();
 * ImagePlus gallery = (ImagePlus) done.getOutput("result");
 * }</pre>
 */
@Plugin(type = Command.class, headless = true, visible = false, label = OptionLabels.GALLERY + " (ImagePlus)")
public class ChannelGalleryCommand extends PictureCommand {

    @Parameter(persist = false, required = false, description = OptionLabels.AS_TIP)
    private String as = GalleryOptions.DEFAULT.as().label();

    @Parameter(persist = false, required = false, description = OptionLabels.MASKED_TIP)
    private boolean masked = GalleryOptions.DEFAULT.masked();

    @Parameter(persist = false, required = false, description = OptionLabels.RANGE_TIP)
    private String range = GalleryOptions.DEFAULT.reading().range().text();

    @Parameter(persist = false, required = false, description = OptionLabels.RGB_TIP)
    private String rgb = GalleryOptions.DEFAULT.reading().rgb().text();

    @Override
    ImagePlus make(ImagePlus picture, String engineName, Progress progress) {
        return MaskCommands.gallery(
                GalleryOptions.DEFAULT
                        .with("as", as)
                        .with("masked", String.valueOf(masked))
                        .with("range", range)
                        .with("rgb", rgb)
                        .with("engine", engineName),
                picture,
                this::tell,
                progress);
    }
}
