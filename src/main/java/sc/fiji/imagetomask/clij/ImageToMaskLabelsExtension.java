package sc.fiji.imagetomask.clij;

import sc.fiji.imagetomask.MaskValues;

/** {@code Ext.CLIJ2_imageToMaskLabels}: multiplied with a binary or label image of CLIJ2, of which all above 0 is inside. */
public final class ImageToMaskLabelsExtension extends ImageToMaskMaskedExtension {

    @Override
    void execute() {
        make(buffer(1), buffer(2), settings(3).settings().withMaskValues(MaskValues.LABELS));
    }

    @Override
    public String getParameterHelpText() {
        return super.getParameterHelpText().replace("Image mask", "Image labels");
    }

    @Override
    public String getDescription() {
        return "Makes a soft mask from a colour channel of a picture, whose slices are its colours: 1 (grey), 3 (r, g, b) or 4 (r, g, b, alpha), inside the objects of a binary or label image: where it is 0, the mask is 0."
                + DESCRIPTION;
    }
}
