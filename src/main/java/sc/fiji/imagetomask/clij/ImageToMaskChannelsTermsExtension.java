package sc.fiji.imagetomask.clij;

import java.util.List;
import sc.fiji.imagetomask.options.MaskOption;

/** {@code Ext.CLIJ2_imageToMaskChannelsTerms}: a mask of several terms, of a picture or volume with one buffer for each channel. */
public final class ImageToMaskChannelsTermsExtension extends ImageToMaskChannelsExtension {

    @Override
    List<MaskOption> options() {
        return MaskArguments.TERMS;
    }

    @Override
    public String getDescription() {
        return MaskArguments.TERMS_DESCRIPTION + super.getDescription();
    }
}
