package sc.fiji.imagetomask.reading;

/** ImageJ's colours for channels that have none of their own: red, green, blue, grey, cyan, magenta, yellow, then grey. */
public final class UsualColours {

    private static final int[][] RGB = {
        {255, 0, 0}, {0, 255, 0}, {0, 0, 255}, {255, 255, 255}, {0, 255, 255}, {255, 0, 255}, {255, 255, 0}
    };

    private static final int[] GREY = RGB[3];

    private UsualColours() {}

    /** That of a channel, 1 being the first. */
    public static ShownChannel of(int channel, double min, double max) {
        int[] rgb = channel <= RGB.length ? RGB[channel - 1] : GREY;
        return ShownChannel.of(rgb[0], rgb[1], rgb[2], min, max);
    }
}
