package sc.fiji.imagetomask.cli;

import java.io.IOException;
import java.util.Map;

/** The {@link Calibration} of a TIFF: by its OME-XML, by what ImageJ has written, or by its resolution alone. */
final class TiffCalibration {

    private static final int X_RESOLUTION = 282;
    private static final int Y_RESOLUTION = 283;
    private static final int UNIT = 296;
    private static final int INCH = 2;
    private static final int CENTIMETRE = 3;

    private static final Map<String, Double> SECONDS = Map.of(
            "s", 1.0, "sec", 1.0, "ms", 1e-3, "msec", 1e-3, "\u00b5s", 1e-6, "min", 60.0, "h", 3600.0, "d", 86400.0);

    private TiffCalibration() {}

    static Calibration of(OmeXml ome) {
        String unit = ome.pixels().getOrDefault("PhysicalSizeXUnit", "\u00b5m");
        boolean isOne = unit.equals(ome.pixels().getOrDefault("PhysicalSizeYUnit", unit));
        double x = ome.length("PhysicalSizeX");
        double y = ome.length("PhysicalSizeY");
        double z = ome.length("PhysicalSizeZ");
        if (!unit.equals(ome.pixels().getOrDefault("PhysicalSizeZUnit", unit))) z = 0;
        double seconds = SECONDS.getOrDefault(ome.pixels().getOrDefault("TimeIncrementUnit", "s"), 0.0);
        double interval = ome.length("TimeIncrement") * seconds;
        if (x == 0 || !isOne) return new Calibration(0, 0, 0, "", interval);
        return new Calibration(x, y == 0 ? x : y, z, unit, interval);
    }

    static Calibration of(TiffDirectory first, ImageJDescription description) throws IOException {
        double x = first.rationals(X_RESOLUTION, 1, 0)[0];
        double y = first.rationals(Y_RESOLUTION, 1, x)[0];
        long kind = first.isWhole(UNIT) ? first.number(UNIT, INCH) : INCH;
        String unit = kind == INCH ? "inch" : kind == CENTIMETRE ? "cm" : "";
        if (!description.unit().isEmpty()) unit = description.unit();
        double interval = description.interval() * SECONDS.getOrDefault(description.timeUnit(), 0.0);
        if (!(x > 0) || !(y > 0)) return new Calibration(0, 0, 0, "", interval);
        return new Calibration(1 / x, 1 / y, description.spacing(), unit, interval);
    }
}
