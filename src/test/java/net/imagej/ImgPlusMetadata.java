package net.imagej;

import java.util.Map;
import net.imagej.axis.CalibratedAxis;
import org.scijava.Named;

public interface ImgPlusMetadata extends Named {
    CalibratedAxis axis(int d);

    Map<String, Object> getProperties();
}
