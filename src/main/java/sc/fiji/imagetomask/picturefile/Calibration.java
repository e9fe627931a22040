package sc.fiji.imagetomask.picturefile;

import java.util.Locale;
import java.util.Map;

/**
 * The size of a pixel, and the distance of slices and of time points. 0 means not known.
 *
 * @param x width of a pixel
 * @param y height of a pixel
 * @param z from slice to slice
 * @param unit of these three, such as um; inch or cm where a file gives its resolution only; {@link #NO_UNIT} if that has
 *     none; empty if it is not known
 * @param interval from time to time, in seconds
 */
public record Calibration(double x, double y, double z, String unit, double interval) {

    private static final Map<String, Double> METRES =
            Map.of("m", 1.0, "cm", 1e-2, "mm", 1e-3, "um", 1e-6, "nm", 1e-9, "pm", 1e-12, "inch", 0.0254, "km", 1e3);

    private static final Map<String, String> NAMES = Map.of(
            "\u00b5m", "um",
            "\u03bcm", "um",
            "micron", "um",
            "microns", "um",
            "micrometer", "um",
            "nanometer", "nm",
            "millimeter", "mm",
            "centimeter", "cm",
            "in", "inch",
            "meter", "m");

    /** As ImageJ calls it. */
    public static final String NO_UNIT = " ";

    public static final Calibration NONE = new Calibration(0, 0, 0, "", 0);

    public Calibration {
        unit = NAMES.getOrDefault(unit, unit);
        if (unit.toLowerCase(Locale.ROOT).startsWith("pixel")) unit = "";
    }

    /** Whether the size of a pixel is known in a unit. */
    public boolean isKnown() {
        return hasResolution() && !unit.equals(NO_UNIT);
    }

    /** Whether the size of a pixel is known in a unit, or a file says a resolution without one. */
    public boolean hasResolution() {
        return x > 0 && y > 0 && !unit.isEmpty();
    }

    /** How long the unit is in metres; 0 if that is not known. */
    public double metres() {
        return METRES.getOrDefault(unit, 0.0);
    }

    /** A copy with pixels that are wider and higher by these factors. */
    public Calibration coarser(double across, double down) {
        return new Calibration(x * across, y * down, z, unit, interval);
    }

    /** With width and height exchanged. */
    public Calibration turned() {
        return new Calibration(y, x, z, unit, interval);
    }
}
