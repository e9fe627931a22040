package sc.fiji.imagetomask.cli;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What ImageJ says about a stack in the ImageDescription of its TIFF's first directory, a line for each number.
 *
 * <p>Sources: {@code ij.io.FileSaver.getDescriptionString}, which writes it; {@code ij.io.TiffDecoder} and
 * {@code ij.io.FileOpener.setCalibration}, which read it. The pages of a hyperstack are in the order channel, z, t, the
 * channel changing first.
 *
 * @param images how many pages there are
 * @param channels of one picture
 * @param slices how many z there are
 * @param frames how many t there are
 * @param isIndexed whether each page is a picture of colours of its own, of type 8-bit Color
 */
record ImageJDescription(long images, long channels, long slices, long frames, boolean isIndexed) {

    private static final int TAG = 270;

    /** So much is read of it; the numbers are its first lines. */
    private static final int MOST_BYTES = 1 << 14;

    /** Of the first directory; where ImageJ has written none, it says nothing. */
    static ImageJDescription of(TiffDirectory first) throws IOException {
        String text = first.text(TAG, MOST_BYTES);
        if (!text.startsWith("ImageJ=")) text = "";
        return new ImageJDescription(
                number(text, "images"),
                number(text, "channels"),
                number(text, "slices"),
                number(text, "frames"),
                text.contains("\n8bitcolor=true"));
    }

    private static long number(String text, String key) {
        Matcher line = Pattern.compile("(?m)^" + key + "=(\\d{1,18})$").matcher(text);
        return line.find() ? Math.max(1, Long.parseLong(line.group(1))) : 1;
    }

    /** How many of that many pages are one picture: 1, as in ImageJ, where the numbers do not fit to each other. */
    int channelsOf(int pages) {
        boolean isFit = pages % channels == 0 && pages / channels % slices == 0 && pages / channels / slices == frames;
        return isFit && !isIndexed ? (int) channels : 1;
    }
}
