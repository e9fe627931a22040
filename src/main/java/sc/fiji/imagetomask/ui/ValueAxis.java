package sc.fiji.imagetomask.ui;

import java.awt.Component;

/**
 * The axis of normalized values, 0..255, across a component, with a margin at both sides for values outside.
 *
 * @param left where 0 is, in pixels
 * @param width from 0 to 255, in pixels
 */
record ValueAxis(double left, double width) {

    private static final int MARGIN = 22;

    static ValueAxis across(Component component) {
        int margin = Scaled.px(MARGIN);
        return new ValueAxis(margin, Math.max(1, component.getWidth() - 2 * margin));
    }

    /** In pixels. */
    double x(double value) {
        return left + value / 255 * width;
    }

    /** At that pixel; outside of 0..255 beside the axis. */
    double value(double x) {
        return (x - left) / width * 255;
    }
}
