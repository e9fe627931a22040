package sc.fiji.imagetomask.picturefile.tiff;

import java.io.IOException;
import java.util.Map;
import sc.fiji.imagetomask.picturefile.Calibration;

/** The {@link Calibration} of a TIFF: by its OME-XML, by what ImageJ has written, or by its resolution alone. */
public final class TiffCalibration {

    private static final int INCH = 2;
    private static final int CENTIMETRE = 3;

    private static final Map<String, Double> SECONDS = Map.ofEntries(
            Map.entry("s", 1.0),
            Map.entry("sec", 1.0),
            Map.entry("second", 1.0),
            Map.entry("ms", 1e-3),
            Map.entry("msec", 1e-3),
            Map.entry("millisecond", 1e-3),
            Map.entry("\u00b5s", 1e-6),
            Map.entry("microsecond", 1e-6),
            Map.entry("min", 60.0),
            Map.entry("minute", 60.0),
            Map.entry("h", 3600.0),
            Map.entry("hour", 3600.0),
            Map.entry("d", 86400.0),
            Map.entry("day", 86400.0));

    private TiffCalibration() {}

    /** How many seconds a unit of time has; 0 if that is not known. */
    public static double seconds(String unit) {
        return SECONDS.getOrDefault(unit, 0.0);
    }

    static Calibration of(OmeXml ome) {
        String unit = ome.pixels().getOrDefault("PhysicalSizeXUnit", "\u00b5m");
        boolean isOne = unit.equals(ome.pixels().getOrDefault("PhysicalSizeYUnit", unit));
        double x = ome.length("PhysicalSizeX");
        double y = ome.length("PhysicalSizeY");
        double z = ome.length("PhysicalSizeZ");
        if (!unit.equals(ome.pixels().getOrDefault("PhysicalSizeZUnit", unit))) z = 0;
        double seconds = seconds(ome.pixels().getOrDefault("TimeIncrementUnit", "s"));
        double interval = ome.length("TimeIncrement") * seconds;
        if (x == 0 || !isOne) return new Calibration(0, 0, 0, "", interval);
        return new Calibration(x, y == 0 ? x : y, z, unit, interval);
    }

    /** A resolution whose unit is not stored would be of inches, but ImageJ does not show the picture so. */
    static Calibration of(TiffDirectory first, ImageJDescription description) throws IOException {
        double x = first.rationals(TiffTag.X_RESOLUTION, 1, 0)[0];
        double y = first.rationals(TiffTag.Y_RESOLUTION, 1, x)[0];
        long kind = first.isWhole(TiffTag.RESOLUTION_UNIT) ? first.number(TiffTag.RESOLUTION_UNIT, 0) : 0;
        String unit = kind == INCH ? "inch" : kind == CENTIMETRE ? "cm" : Calibration.NO_UNIT;
        if (!description.unit().isEmpty()) unit = description.unit();
        double interval = description.interval() * seconds(description.timeUnit());
        if (!(x > 0) || !(y > 0)) return new Calibration(0, 0, 0, "", interval);
        return new Calibration(1 / x, 1 / y, description.spacing(), unit, interval);
    }
}
