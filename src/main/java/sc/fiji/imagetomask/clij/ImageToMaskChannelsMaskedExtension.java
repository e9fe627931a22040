package sc.fiji.imagetomask.clij;

/** {@code Ext.CLIJ2_imageToMaskChannelsMasked}: the same, multiplied with a mask. */
public final class ImageToMaskChannelsMaskedExtension extends MaskExtension {

    @Override
    ColourBuffers picture() {
        return ColourBuffers.channels(buffer(0), buffer(1), buffer(2));
    }

    @Override
    void execute() {
        make(buffer(3), buffer(4), settings(5).settings());
    }

    @Override
    public Object[] getDefaultValues() {
        return MaskArguments.defaults(5, options());
    }

    @Override
    public String getParameterHelpText() {
        return MaskArguments.parameters(
                "Image source_red, Image source_green, Image source_blue, Image mask, ByRef Image destination",
                options());
    }

    @Override
    public String getAvailableForDimensions() {
        return "2D, 3D";
    }

    @Override
    public String getDescription() {
        return "Makes a soft mask from a colour channel of a picture or volume with one image for each of red, green and blue, and multiplies it with a mask. The clip range is computed from all slices together."
                + DESCRIPTION + MASK_DESCRIPTION;
    }
}
