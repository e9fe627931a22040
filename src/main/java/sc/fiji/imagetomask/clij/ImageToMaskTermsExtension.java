package sc.fiji.imagetomask.clij;

import java.util.List;
import sc.fiji.imagetomask.options.MaskOption;

/** {@code Ext.CLIJ2_imageToMaskTerms}: a mask of several terms. */
public final class ImageToMaskTermsExtension extends ImageToMaskExtension {

    @Override
    List<MaskOption> options() {
        return MaskArguments.TERMS;
    }

    @Override
    public String getDescription() {
        return MaskArguments.TERMS_DESCRIPTION + super.getDescription();
    }
}
