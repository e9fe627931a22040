package sc.fiji.imagetomask.picturefile.tiff;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * ImageJ's data about a stack in the ImageDescription of the first directory of a TIFF, one line for each number.
 *
 * <p>Sources: {@code ij.io.FileSaver.getDescriptionString}, which writes it; {@code ij.io.TiffDecoder} and
 * {@code ij.io.FileOpener.setCalibration}, which read it. The pages of a hyperstack are in the order channel, z, t, the
 * channel changing first.
 *
 * @param text the description; empty if ImageJ has written none
 */
record ImageJDescription(String text) {

    /** The length that is read; the numbers are in its first lines. */
    private static final int MOST_BYTES = 1 << 14;

    private static final Pattern ESCAPE = Pattern.compile("\\\\u([0-9a-fA-F]{4})");

    /** Of the first directory; where ImageJ has written none, it says nothing. */
    static ImageJDescription of(TiffDirectory first) throws IOException {
        String text = first.text(TiffTag.IMAGE_DESCRIPTION, MOST_BYTES);
        return new ImageJDescription(text.startsWith("ImageJ=") ? text : "");
    }

    /** How many pages there are. */
    long images() {
        return count("images");
    }

    /** How many t there are. */
    long frames() {
        return count("frames");
    }

    /** The distance of slices; 0 if it is not known. */
    double spacing() {
        return number("spacing");
    }

    /** The interval of time points; 0 if it is not known. */
    double interval() {
        double interval = number("finterval");
        double perSecond = number("fps");
        return interval > 0 ? interval : perSecond > 0 ? 1 / perSecond : 0;
    }

    /** Of {@link #interval}. */
    String timeUnit() {
        String unit = line("tunit");
        return unit.isEmpty() ? "sec" : unit;
    }

    /** Of the size of pixels, which are as wide as high in it; empty if it is not known. */
    String unit() {
        return ESCAPE.matcher(line("unit"))
                .replaceAll(
                        found -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(found.group(1), 16))));
    }

    private long count(String key) {
        String line = line(key);
        return line.matches("\\d{1,18}") ? Math.max(1, Long.parseLong(line)) : 1;
    }

    private double number(String key) {
        try {
            double number = Double.parseDouble(line(key));
            return number > 0 && number < Double.MAX_VALUE ? number : 0;
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private String line(String key) {
        Matcher line = Pattern.compile("(?m)^" + key + "=(.*)$").matcher(text);
        return line.find() ? line.group(1).strip() : "";
    }

    /** Whether the numbers of channels, z and t make that many pages. */
    boolean isFor(int pages) {
        long channels = count("channels");
        long slices = count("slices");
        return pages % channels == 0 && pages / channels % slices == 0 && pages / channels / slices == frames();
    }

    /** How many of that many pages are one picture: 1, as in ImageJ, if the numbers do not fit. */
    int channelsOf(int pages) {
        boolean isIndexed = text.contains("\n8bitcolor=true");
        return isFor(pages) && !isIndexed ? (int) count("channels") : 1;
    }
}
