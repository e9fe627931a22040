package sc.fiji.imagetomask.options;

import sc.fiji.imagetomask.Labelled;
import sc.fiji.imagetomask.value.Choice;
import sc.fiji.imagetomask.value.Flag;

/** The options of the channel gallery that are not in {@link MaskOption}. */
public final class GalleryOption {

    public static final String AS_HELP = "stack: a slice for each channel; montage: all channels side by side";
    public static final String MASKED_HELP =
            "Multiplies the channels with alpha and limits them to the selection, as in masks";

    public static final String SORTED_HELP = "The channel that separates your selection best from the rest comes first;"
            + " its score, 0.5 to 1, is beside its name";

    public static final Option AS = Option.of("as", Choice.of(Labelled.labels(GalleryForm.values())), "As", AS_HELP);
    public static final Option MASKED = Option.of("masked", new Flag(), "Masked by alpha and selection", MASKED_HELP);

    public static final Option SORTED =
            Option.of("sorted", new Flag(), "Sorted by score for the selection", SORTED_HELP);

    private GalleryOption() {}
}
