package net.imagej;

import java.util.HashMap;
import java.util.Map;
import net.imagej.axis.CalibratedAxis;
import net.imglib2.img.Img;
import net.imglib2.img.WrappedImg;

public class ImgPlus<T> extends Pixels<T> implements WrappedImg<T>, ImgPlusMetadata {

    private final CalibratedAxis[] axes;
    private final Map<String, Object> properties = new HashMap<>();
    private final double[] channel = new double[2];
    private String name;

    public ImgPlus(Img<T> img, String name, CalibratedAxis... axes) {
        super(img);
        this.name = name;
        this.axes = axes;
    }

    @Override
    public Img<T> getImg() {
        return sourceInterval;
    }

    @Override
    public CalibratedAxis axis(int d) {
        return axes[d];
    }

    @Override
    public Map<String, Object> getProperties() {
        return properties;
    }

    public void setChannelMinimum(int c, double min) {
        channel[0] = min;
    }

    public void setChannelMaximum(int c, double max) {
        channel[1] = max;
    }

    /** The display range. */
    public double[] channel() {
        return channel;
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public void setName(String name) {
        this.name = name;
    }
}
