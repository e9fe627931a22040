package net.imagej.axis;

public interface TypedAxis {
    AxisType type();
}
