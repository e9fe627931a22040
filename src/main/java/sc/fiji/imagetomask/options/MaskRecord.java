package sc.fiji.imagetomask.options;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import sc.fiji.imagetomask.reading.ChannelOrder;
import sc.fiji.imagetomask.tone.ClipRanges;

/**
 * How a mask was made, so that it can be made again: written as lines of text into the mask's info, which ImageJ shows
 * (Image &gt; Show Info...) and saves in TIFF files.
 *
 * <pre>
 * Mask of: cells.tif
 * Options: channel=[S (HSV)] hue=0 black=10 white=200 ...
 * Mask image: ramp.tif (no such line without one)
 * Slice: 1
 * Selection: (the bytes of ImageJ's ROI file in Base64; no such line without a selection)
 * Clip range: 3..250 (of each slice)
 * Engine: java on 8 threads
 * Version: 1.0.0
 * </pre>
 *
 * @param options as a macro would name them, with the picture's title, and its display range in numbers
 * @param shown the slice that was shown, 1 being the first
 * @param selection the picture's selection as text, the bytes of ImageJ's ROI file in Base64, or null
 * @param ranges the clip ranges of each slice, one for each term
 * @param engine what computed it, and on which device
 * @param version of this project
 */
public record MaskRecord(
        MaskOptions options, int shown, String selection, List<ClipRanges> ranges, String engine, String version) {

    private static final String TITLE = "Mask of";
    private static final String OPTIONS = "Options";
    private static final String MASK = "Mask image";
    private static final String SLICE = "Slice";
    private static final String SELECTION = "Selection";
    private static final String RANGE = "Clip range";
    private static final String ENGINE = "Engine";
    private static final String VERSION = "Version";

    private static final List<String> NEEDED = List.of(TITLE, OPTIONS, SLICE, RANGE, ENGINE, VERSION);

    /** The same as text. */
    public String text() {
        return InfoLines.text(lines());
    }

    private Map<String, String> lines() {
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put(TITLE, options.image());
        lines.put(OPTIONS, options.with("mask", MaskOptions.NO_MASK).text() + shownColours());
        if (!options.mask().equals(MaskOptions.NO_MASK)) lines.put(MASK, options.mask());
        lines.put(SLICE, String.valueOf(shown));
        if (selection != null) lines.put(SELECTION, selection);
        lines.put(RANGE, ranges.stream().map(ClipRanges::text).collect(Collectors.joining(", ")));
        lines.put(ENGINE, engine);
        lines.put(VERSION, version);
        return lines;
    }

    /**
     * Whether two records describe masks that were made from the same picture with the same settings, by any engine.
     */
    public static boolean isSame(String one, String other) {
        return asked(one).equals(asked(other));
    }

    private static Map<String, String> asked(String text) {
        Map<String, String> lines = InfoLines.read(text);
        lines.keySet().removeAll(List.of(RANGE, ENGINE, VERSION));
        return lines;
    }

    /** Whether a text has all lines that a record needs. */
    public static boolean isOne(String text) {
        return InfoLines.read(text).keySet().containsAll(NEEDED);
    }

    /**
     * The option rgb if the channels have the colours in which they are shown; a record without it means red, green,
     * blue and alpha as stored, as in earlier versions.
     */
    private String shownColours() {
        return options.reading().rgb().isDisplayed() ? " rgb=" + ChannelOrder.DEFAULT.text() : "";
    }

    /**
     * The record in that text.
     *
     * @throws IllegalArgumentException if it {@linkplain #isOne is none}, or was edited and cannot be read
     */
    public static MaskRecord parse(String text) {
        Map<String, String> lines = InfoLines.read(text);
        return new MaskRecord(
                options(lines.get(OPTIONS))
                        .with("image", lines.get(TITLE))
                        .with("mask", lines.getOrDefault(MASK, MaskOptions.NO_MASK)),
                read(SLICE, lines.get(SLICE), Integer::parseInt),
                lines.get(SELECTION),
                read(RANGE, lines.get(RANGE), MaskRecord::ranges),
                lines.get(ENGINE),
                lines.get(VERSION));
    }

    /** The selection, read by that function; null if there is none. */
    public <T> T selection(Function<String, T> reader) {
        return selection == null ? null : read(SELECTION, selection, reader);
    }

    private static MaskOptions options(String text) {
        MaskOptions options = MaskOptions.parse(text);
        boolean hasRgb = OptionString.parse(text, MaskOptions.KEYS).containsKey("rgb");
        return hasRgb ? options : options.with(options.reading().withRgb(ChannelOrder.STORED));
    }

    private static <T> T read(String name, String value, Function<String, T> reader) {
        try {
            return Objects.requireNonNull(reader.apply(value));
        } catch (RuntimeException e) {
            throw new IllegalArgumentException("The line '" + name + "' of the mask's info is '" + value
                    + "', which Image To Mask did not write; make a new mask.");
        }
    }

    private static List<ClipRanges> ranges(String text) {
        return Stream.of(text.split(", ")).map(ClipRanges::parse).toList();
    }
}
