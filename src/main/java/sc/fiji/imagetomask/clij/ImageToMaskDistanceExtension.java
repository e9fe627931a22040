package sc.fiji.imagetomask.clij;

import java.util.List;
import sc.fiji.imagetomask.options.MaskOption;

/** {@code Ext.CLIJ2_imageToMaskDistance}: a mask of the distance from colours. */
public final class ImageToMaskDistanceExtension extends ImageToMaskExtension {

    @Override
    List<MaskOption> options() {
        return MaskArguments.COLOURS;
    }

    @Override
    public String getDescription() {
        return MaskArguments.DISTANCE_DESCRIPTION + super.getDescription();
    }
}
