package sc.fiji.imagetomask.clij;

import java.util.List;
import sc.fiji.imagetomask.options.MaskOption;

/** {@code Ext.CLIJ2_imageToMaskChannelsDistance}: distances, of a picture or volume with one buffer for each channel. */
public final class ImageToMaskChannelsDistanceExtension extends ImageToMaskChannelsExtension {

    @Override
    List<MaskOption> options() {
        return MaskArguments.COLOURS;
    }

    @Override
    public String getDescription() {
        return MaskArguments.DISTANCE_DESCRIPTION + super.getDescription();
    }
}
