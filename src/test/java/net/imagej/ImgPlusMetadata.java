package net.imagej;

import java.util.Map;
import net.imagej.axis.CalibratedAxis;
import net.imglib2.display.ColorTable;
import org.scijava.Named;

public interface ImgPlusMetadata extends Named {
    CalibratedAxis axis(int d);

    Map<String, Object> getProperties();

    int getColorTableCount();

    ColorTable getColorTable(int no);

    double getChannelMinimum(int c);

    double getChannelMaximum(int c);
}
