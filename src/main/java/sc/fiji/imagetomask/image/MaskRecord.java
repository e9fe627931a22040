package sc.fiji.imagetomask.image;

import ij.ImagePlus;
import ij.gui.Roi;
import ij.io.FileInfo;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import sc.fiji.imagetomask.tone.ClipRange;

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
 * @param selection the picture's selection, or null
 * @param ranges the clip range of each slice
 * @param engine what computed it, and on which device
 * @param version of this project
 */
public record MaskRecord(
        MaskOptions options, int shown, Roi selection, List<ClipRange> ranges, String engine, String version) {

    private static final String TITLE = "Mask of";
    private static final String OPTIONS = "Options";
    private static final String MASK = "Mask image";
    private static final String SLICE = "Slice";
    private static final String SELECTION = "Selection";
    private static final String RANGE = "Clip range";
    private static final String ENGINE = "Engine";
    private static final String VERSION = "Version";

    private static final List<String> NEEDED = List.of(TITLE, OPTIONS, SLICE, RANGE, ENGINE, VERSION);

    /** Of the text of a PNG mask that has these lines. */
    public static final String PNG_KEYWORD = "Image To Mask";

    /** Sets the info of the mask. */
    void writeTo(ImagePlus mask) {
        InfoLines.write(mask, lines(mask.getWidth(), mask.getHeight()));
    }

    /** The same as text, for a file that ImageJ reads it from; without a selection. */
    public String text() {
        return InfoLines.text(lines(0, 0));
    }

    private Map<String, String> lines(int width, int height) {
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put(TITLE, options.image());
        lines.put(OPTIONS, options.with("mask", MaskOptions.NO_MASK).text() + shownColours());
        if (!options.mask().equals(MaskOptions.NO_MASK)) lines.put(MASK, options.mask());
        lines.put(SLICE, String.valueOf(shown));
        if (selection != null) lines.put(SELECTION, SelectionText.of(selection, width, height));
        lines.put(
                RANGE,
                ranges.stream().map(range -> range.low() + ".." + range.high()).collect(Collectors.joining(", ")));
        lines.put(ENGINE, engine);
        lines.put(VERSION, version);
        return lines;
    }

    /** Whether two texts are of masks that were made of one picture and in one way, whatever computed them. */
    public static boolean isSame(String one, String other) {
        return asked(one).equals(asked(other));
    }

    private static Map<String, String> asked(String text) {
        Map<String, String> lines = InfoLines.read(text);
        lines.keySet().removeAll(List.of(RANGE, ENGINE, VERSION));
        return lines;
    }

    private static boolean isOne(String text) {
        return InfoLines.read(text).keySet().containsAll(NEEDED);
    }

    /** Whether the image is a mask with a record that can be read. */
    public static boolean isIn(ImagePlus image) {
        try {
            return of(image) != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Without them, the channels are red, green, blue and alpha as stored: so masks were made before there was a choice. */
    private String shownColours() {
        return options.reading().rgb().isDisplayed() ? " rgb=" + ChannelOrder.DEFAULT.text() : "";
    }

    /**
     * The record in the info of a mask, or in the PNG file that it was opened from: ImageJ does not read the texts of PNG.
     *
     * @throws IllegalArgumentException if the image has none, or one that was changed by hand and cannot be read
     */
    public static MaskRecord of(ImagePlus mask) {
        String info = InfoLines.of(mask);
        Map<String, String> lines = InfoLines.read(isOne(info) ? info : ofFile(mask));
        if (!lines.keySet().containsAll(NEEDED))
            throw new IllegalArgumentException("The image '" + mask.getTitle()
                    + "' does not say how it was made, but must be a mask made by Image To Mask.");
        return new MaskRecord(
                options(lines.get(OPTIONS))
                        .with("image", lines.get(TITLE))
                        .with("mask", lines.getOrDefault(MASK, MaskOptions.NO_MASK)),
                read(SLICE, lines, Integer::parseInt),
                lines.containsKey(SELECTION) ? read(SELECTION, lines, SelectionText::selection) : null,
                read(RANGE, lines, MaskRecord::ranges),
                lines.get(ENGINE),
                lines.get(VERSION));
    }

    private static String ofFile(ImagePlus mask) {
        FileInfo file = mask.getOriginalFileInfo();
        boolean isPng = file != null
                && file.directory != null
                && file.fileName != null
                && file.fileName.toLowerCase(Locale.ROOT).endsWith(".png");
        return isPng ? PngText.read(Path.of(file.directory, file.fileName), PNG_KEYWORD) : "";
    }

    private static MaskOptions options(String text) {
        MaskOptions options = MaskOptions.parse(text);
        boolean hasRgb = OptionString.parse(text, MaskOptions.KEYS).containsKey("rgb");
        return hasRgb ? options : options.with(options.reading().withRgb(ChannelOrder.STORED));
    }

    private static <T> T read(String name, Map<String, String> lines, Function<String, T> reader) {
        try {
            return Objects.requireNonNull(reader.apply(lines.get(name)));
        } catch (RuntimeException e) {
            throw new IllegalArgumentException("The line '" + name + "' of the mask's info is '" + lines.get(name)
                    + "', but must be as Image To Mask wrote it.");
        }
    }

    private static List<ClipRange> ranges(String text) {
        return Stream.of(text.split(", "))
                .map(range -> range.split("\\.\\."))
                .map(ends -> new ClipRange(Integer.parseInt(ends[0]), Integer.parseInt(ends[1])))
                .toList();
    }
}
