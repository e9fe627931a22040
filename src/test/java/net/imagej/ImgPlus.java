package net.imagej;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.imagej.axis.CalibratedAxis;
import net.imglib2.display.ColorTable;
import net.imglib2.img.Img;
import net.imglib2.img.WrappedImg;

public class ImgPlus<T> extends Pixels<T> implements WrappedImg<T>, ImgPlusMetadata {

    private final CalibratedAxis[] axes;
    private final Map<String, Object> properties = new HashMap<>();
    private final Map<Integer, double[]> channels = new HashMap<>();
    private final List<ColorTable> tables = new ArrayList<>();
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
        channel(c)[0] = min;
    }

    public void setChannelMaximum(int c, double max) {
        channel(c)[1] = max;
    }

    @Override
    public double getChannelMinimum(int c) {
        return channel(c)[0];
    }

    @Override
    public double getChannelMaximum(int c) {
        return channel(c)[1];
    }

    private double[] channel(int c) {
        return channels.computeIfAbsent(c, key -> new double[2]);
    }

    /** The display range. */
    public double[] channel() {
        return channel(0);
    }

    @Override
    public int getColorTableCount() {
        return tables.size();
    }

    @Override
    public ColorTable getColorTable(int no) {
        return tables.get(no);
    }

    public void initializeColorTables(int count) {
        tables.clear();
        for (int i = 0; i < count; i++) tables.add(null);
    }

    public void setColorTable(ColorTable table, int no) {
        tables.set(no, table);
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
