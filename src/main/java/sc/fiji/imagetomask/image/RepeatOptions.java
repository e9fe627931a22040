package sc.fiji.imagetomask.image;

import ij.ImagePlus;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import sc.fiji.imagetomask.Progress;
import sc.fiji.imagetomask.engine.EngineChoice;

/**
 * What a macro can say about making a mask again.
 *
 * @param image what names the mask, as in {@link OpenImages}; null for the active image
 * @param engine one of {@link EngineChoice#names}
 */
public record RepeatOptions(String image, String engine) {

    /** The active image, the engine that is found. */
    public static final RepeatOptions DEFAULT = new RepeatOptions(null, EngineChoice.AUTO);

    /** What can be said in a macro. */
    public static final List<String> KEYS = List.of("image", "engine");

    /**
     * The options in a macro's option string; what it does not name keeps its default.
     *
     * @throws IllegalArgumentException naming a key that there is not
     */
    public static RepeatOptions parse(String text) {
        RepeatOptions options = DEFAULT;
        for (Map.Entry<String, String> given : OptionString.parse(text, KEYS).entrySet())
            options = options.with(given.getKey(), given.getValue());
        return options;
    }

    private RepeatOptions with(String key, String value) {
        String word = value == null ? "" : value;
        return switch (key) {
            case "image" -> new RepeatOptions(word, engine);
            case "engine" -> new RepeatOptions(image, word);
            default -> throw OptionString.unknown(key, value, KEYS);
        };
    }

    /** The image that these options name, or else the active one. */
    public ImagePlus mask() {
        return OpenImages.activeOr(image);
    }

    /**
     * That mask again, not shown.
     *
     * @param notices takes one sentence where another engine than the best one is used, and if the picture has changed
     * @param progress is told after every slice
     * @throws IllegalArgumentException as {@link RepeatedMask#of}
     * @throws sc.fiji.imagetomask.engine.EngineException if the engine cannot be had or fails
     */
    public ImagePlus repeat(ImagePlus mask, Consumer<String> notices, Progress progress) {
        return RepeatedMask.of(mask, EngineChoice.of(engine, null, notices).engine(), notices, progress);
    }
}
