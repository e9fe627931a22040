package net.imagej.axis;

public interface CalibratedAxis extends TypedAxis {
    String unit();

    CalibratedAxis copy();
}
