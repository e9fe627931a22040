package sc.fiji.imagetomask.clij;

/** {@code Ext.CLIJ2_imageToMaskMasked}: the same, multiplied with a mask. */
public class ImageToMaskMaskedExtension extends MaskExtension {

    @Override
    ColourBuffers picture() {
        return ColourBuffers.slices(buffer(0));
    }

    @Override
    void execute() {
        make(buffer(1), buffer(2), settings(3).settings());
    }

    @Override
    public Object[] getDefaultValues() {
        return MaskArguments.defaults(3, options());
    }

    @Override
    public String getParameterHelpText() {
        return MaskArguments.parameters("Image source, Image mask, ByRef Image destination", options());
    }

    @Override
    public String getAvailableForDimensions() {
        return "2D";
    }

    @Override
    public String getDescription() {
        return "Makes a soft mask from a colour channel of a picture, whose slices are its colours: 1 (grey), 3 (r, g, b) or 4 (r, g, b, alpha), and multiplies it with a mask, which replaces alpha."
                + DESCRIPTION + MASK_DESCRIPTION;
    }
}
