package sc.fiji.imagetomask.tone;

/**
 * How the values of a channel become values of the mask: normalized by the clip range, shaped by the levels, inverted
 * if asked.
 *
 * <p>For 8-bit channels this is a {@linkplain #table table}; the values of 16-bit and 32-bit images go through the same
 * curve without being truncated on the way.
 *
 * @param range the clip range, of values that are shifted already
 * @param levels black, white and gray point
 * @param invert whether bright becomes dark
 * @param hueShift how far values are shifted first, (value + hueShift) mod 255; 0..254
 */
public record Tone(ClipRange range, Levels levels, boolean invert, int hueShift) {

    private static final int CIRCLE = 255;

    /** Not shifted. */
    public Tone(ClipRange range, Levels levels, boolean invert) {
        this(range, levels, invert, 0);
    }

    /** The mask value for each of the 256 values of an 8-bit channel. */
    public ToneTable table() {
        return ToneTable.of(range, levels, invert).hueShifted(hueShift);
    }

    /**
     * The mask value, 0..255 and not rounded, for a channel value of 16-bit and 32-bit images; 0 for NaN, inverted or
     * not.
     */
    public double value(double value) {
        if (Double.isNaN(value)) return 0;
        double shifted = value + hueShift;
        if (hueShift != 0 && shifted >= CIRCLE) shifted -= CIRCLE;
        double x = levels.shape(range.stretch(shifted));
        return invert ? 255 - x : x;
    }
}
