package sc.fiji.imagetomask.imagej;

import ij.ImagePlus;
import ij.measure.ResultsTable;
import java.util.List;
import java.util.Optional;
import sc.fiji.imagetomask.MaskSettings;
import sc.fiji.imagetomask.Progress;
import sc.fiji.imagetomask.engine.Engine;
import sc.fiji.imagetomask.find.FoundMask;
import sc.fiji.imagetomask.find.MaskFinder;
import sc.fiji.imagetomask.options.FindMaskOptions;
import sc.fiji.imagetomask.options.MaskOption;
import sc.fiji.imagetomask.options.MaskOptions;

/**
 * What was found for something that is marked on an open image.
 *
 * <pre>{@code
 * FoundMasks found = FoundMasks.of(FindMaskOptions.DEFAULT, picture, engine, Progress.NONE);
 * ImagePlus mask = MaskCommands.mask(found.best(), picture, engine, IJ::log, Progress.NONE);
 * }</pre>
 *
 * @param options that were asked for
 * @param all the best settings of each channel, the best first; before them those of two channels, if they are better
 */
public record FoundMasks(FindMaskOptions options, List<FoundMask> all) {

    /**
     * Searches an image, which is not changed.
     *
     * @param progress is called after every step, and may stop the search
     * @throws IllegalArgumentException with one sentence if nothing is marked, or nothing can be found
     */
    public static FoundMasks of(FindMaskOptions options, ImagePlus picture, Engine engine, Progress progress) {
        try (HeldImage held = new HeldImage(picture)) {
            return new FoundMasks(
                    options,
                    new MaskFinder(engine)
                            .find(
                                    MarkedImage.of(picture, options),
                                    options.options().settings(),
                                    progress));
        }
    }

    /** The options of the best mask. The selection was a sample, and does not limit it. */
    public MaskOptions best() {
        return options.options().with(all.get(0).settings()).with(MaskOption.LIMITED.key(), "false");
    }

    /** What was found for the channel of these settings, with the same hue shift, stains or colours. */
    public Optional<FoundMask> ofChannel(MaskSettings other) {
        return all.stream().filter(one -> isSame(one.settings(), other)).findFirst();
    }

    private static boolean isSame(MaskSettings one, MaskSettings other) {
        return one.channel() == other.channel()
                && one.hue() == other.hue()
                && (!one.channel().isStain() || one.stains().equals(other.stains()))
                && (!one.channel().isDistance() || one.colours().equals(other.colours()));
    }

    /** All as a table: channel, score, and settings as in a macro. */
    public ResultsTable table() {
        ResultsTable table = new ResultsTable();
        for (FoundMask one : all) {
            table.incrementCounter();
            table.addValue("Channel", one.channels());
            table.addValue("Score", one.score());
            table.addValue("Settings", options.options().with(one.settings()).changedText());
        }
        return table;
    }
}
