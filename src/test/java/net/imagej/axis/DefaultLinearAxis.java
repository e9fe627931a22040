package net.imagej.axis;

public class DefaultLinearAxis implements CalibratedAxis {

    private final AxisType type;
    private final String unit;
    private final double scale;
    private final double origin;

    public DefaultLinearAxis(AxisType type, String unit, double scale, double origin) {
        this.type = type;
        this.unit = unit;
        this.scale = scale;
        this.origin = origin;
    }

    @Override
    public AxisType type() {
        return type;
    }

    @Override
    public String unit() {
        return unit;
    }

    @Override
    public CalibratedAxis copy() {
        return new DefaultLinearAxis(type, unit, scale, origin);
    }

    @Override
    public String toString() {
        return type.getLabel() + " " + scale + " " + unit + " from " + origin;
    }
}
