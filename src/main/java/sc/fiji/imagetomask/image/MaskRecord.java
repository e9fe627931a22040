package sc.fiji.imagetomask.image;

import ij.ImagePlus;
import ij.gui.Roi;
import ij.io.RoiDecoder;
import ij.io.RoiEncoder;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import sc.fiji.imagetomask.tone.ClipRange;

/**
 * How a mask was made, so that it can be made again: written as lines of text into the mask's info, which ImageJ shows
 * (Image &gt; Show Info...) and saves in TIFF files.
 *
 * <pre>
 * Mask of: cells.tif
 * Options: channel=[S (HSV)] hue=0 black=10 white=200 ...
 * Slice: 1
 * Selection: (the bytes of ImageJ's ROI file in Base64; no such line without a selection)
 * Clip range: 3..250 (of each slice)
 * Engine: java on 8 threads
 * Version: 1.0.0
 * </pre>
 *
 * @param options as a macro would name them, with the picture's title
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
    private static final String SLICE = "Slice";
    private static final String SELECTION = "Selection";
    private static final String RANGE = "Clip range";
    private static final String ENGINE = "Engine";
    private static final String VERSION = "Version";

    /** Sets the info of the mask. */
    void writeTo(ImagePlus mask) {
        List<String> lines = new ArrayList<>();
        lines.add(TITLE + ": " + options.image());
        lines.add(OPTIONS + ": " + options.text());
        lines.add(SLICE + ": " + shown);
        if (selection != null) lines.add(SELECTION + ": " + encoded(selection));
        lines.add(RANGE + ": "
                + ranges.stream()
                        .map(range -> range.low() + ".." + range.high())
                        .collect(Collectors.joining(", ")));
        lines.add(ENGINE + ": " + engine);
        lines.add(VERSION + ": " + version);
        mask.setProperty("Info", String.join("\n", lines) + "\n");
    }

    /**
     * The record in the info of a mask.
     *
     * @throws IllegalArgumentException if the image has none
     */
    public static MaskRecord of(ImagePlus mask) {
        Map<String, String> values = new HashMap<>();
        String info = String.valueOf(mask.getProperty("Info"));
        for (String line : info.split("\n")) {
            int colon = line.indexOf(": ");
            if (colon > 0)
                values.putIfAbsent(
                        line.substring(0, colon), line.substring(colon + 2).strip());
        }
        if (!values.keySet().containsAll(List.of(TITLE, OPTIONS, SLICE, RANGE, ENGINE, VERSION)))
            throw new IllegalArgumentException("The image '" + mask.getTitle()
                    + "' does not say how it was made, but must be a mask made by Image To Mask.");
        List<ClipRange> ranges = new ArrayList<>();
        for (String range : values.get(RANGE).split(", ")) {
            String[] ends = range.split("\\.\\.");
            ranges.add(new ClipRange(Integer.parseInt(ends[0]), Integer.parseInt(ends[1])));
        }
        return new MaskRecord(
                MaskOptions.parse(values.get(OPTIONS)).with("image", values.get(TITLE)),
                Integer.parseInt(values.get(SLICE)),
                values.containsKey(SELECTION) ? decoded(values.get(SELECTION)) : null,
                ranges,
                values.get(ENGINE),
                values.get(VERSION));
    }

    private static String encoded(Roi roi) {
        return Base64.getEncoder().encodeToString(RoiEncoder.saveAsByteArray(roi));
    }

    private static Roi decoded(String text) {
        return RoiDecoder.openFromByteArray(Base64.getDecoder().decode(text));
    }
}
