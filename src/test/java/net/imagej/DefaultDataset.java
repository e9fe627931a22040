package net.imagej;

import java.util.Map;
import net.imagej.axis.CalibratedAxis;
import net.imglib2.display.ColorTable;
import net.imglib2.type.numeric.RealType;

public class DefaultDataset extends Pixels<RealType<?>> implements Dataset {

    private final ImgPlus<? extends RealType<?>> img;

    public DefaultDataset(ImgPlus<? extends RealType<?>> img) {
        super(img);
        this.img = img;
    }

    @Override
    public ImgPlus<? extends RealType<?>> getImgPlus() {
        return img;
    }

    @Override
    public CalibratedAxis axis(int d) {
        return img.axis(d);
    }

    @Override
    public int getColorTableCount() {
        return img.getColorTableCount();
    }

    @Override
    public ColorTable getColorTable(int no) {
        return img.getColorTable(no);
    }

    @Override
    public double getChannelMinimum(int c) {
        return img.getChannelMinimum(c);
    }

    @Override
    public double getChannelMaximum(int c) {
        return img.getChannelMaximum(c);
    }

    @Override
    public Map<String, Object> getProperties() {
        return img.getProperties();
    }

    @Override
    public String getName() {
        return img.getName();
    }

    @Override
    public void setName(String name) {
        img.setName(name);
    }
}
