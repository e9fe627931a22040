package sc.fiji.imagetomask.clij;

/** {@code Ext.CLIJ2_imageToMask}: a mask of a picture whose slices are its colours. */
public class ImageToMaskExtension extends MaskExtension {

    @Override
    ColourBuffers picture() {
        return ColourBuffers.slices(buffer(0));
    }

    @Override
    void execute() {
        make(null, buffer(1), settings(2).settings());
    }

    @Override
    public Object[] getDefaultValues() {
        return MaskArguments.defaults(2, options());
    }

    @Override
    public String getParameterHelpText() {
        return MaskArguments.parameters("Image source, ByRef Image destination", options());
    }

    @Override
    public String getAvailableForDimensions() {
        return "2D";
    }

    @Override
    public String getDescription() {
        return "Makes a soft mask from a colour channel of a picture, whose slices are its colours: 1 (grey), 3 (r, g, b) or 4 (r, g, b, alpha, which multiplies the mask)."
                + DESCRIPTION;
    }
}
