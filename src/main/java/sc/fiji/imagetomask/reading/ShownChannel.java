package sc.fiji.imagetomask.reading;

/**
 * How a channel of a composite is shown: the values from min to max go through a table of 256 colours. ImageJ and
 * OME-TIFF files say so.
 *
 * @param reds of the colour table, 256 bytes
 * @param greens the same
 * @param blues the same
 * @param min the value that the first colour stands for; NaN if the file does not say
 * @param max the value that the last colour stands for; NaN if the file does not say
 */
public record ShownChannel(byte[] reds, byte[] greens, byte[] blues, double min, double max) {

    private static final int COLOURS = 256;

    /** A channel from black to that colour, each part of it 0 to 255, as ImageJ makes a table of one colour. */
    public static ShownChannel of(int red, int green, int blue, double min, double max) {
        return new ShownChannel(ramp(red), ramp(green), ramp(blue), min, max);
    }

    /** The same, shown in the range of the values' type. */
    ShownChannel withoutRange() {
        return new ShownChannel(reds, greens, blues, Double.NaN, Double.NaN);
    }

    private static byte[] ramp(int most) {
        byte[] table = new byte[COLOURS];
        for (int i = 0; i < COLOURS; i++) table[i] = (byte) (i * (most / (COLOURS - 1.0)));
        return table;
    }
}
