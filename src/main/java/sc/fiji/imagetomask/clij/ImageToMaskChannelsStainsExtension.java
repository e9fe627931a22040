package sc.fiji.imagetomask.clij;

import java.util.List;
import sc.fiji.imagetomask.options.MaskOption;

/** {@code Ext.CLIJ2_imageToMaskChannelsStains}: stains, of a picture or volume with one buffer for each channel. */
public final class ImageToMaskChannelsStainsExtension extends ImageToMaskChannelsExtension {

    @Override
    List<MaskOption> options() {
        return MaskArguments.STAINS;
    }

    @Override
    public String getDescription() {
        return MaskArguments.STAINS_DESCRIPTION + super.getDescription();
    }
}
