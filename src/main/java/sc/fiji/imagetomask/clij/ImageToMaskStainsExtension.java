package sc.fiji.imagetomask.clij;

import java.util.List;
import sc.fiji.imagetomask.options.MaskOption;

/** {@code Ext.CLIJ2_imageToMaskStains}: a mask of a stain, with the stains and the white of the slide. */
public final class ImageToMaskStainsExtension extends ImageToMaskExtension {

    @Override
    List<MaskOption> options() {
        return MaskArguments.STAINS;
    }

    @Override
    public String getDescription() {
        return MaskArguments.STAINS_DESCRIPTION + super.getDescription();
    }
}
