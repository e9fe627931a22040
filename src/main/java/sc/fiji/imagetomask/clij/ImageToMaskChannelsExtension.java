package sc.fiji.imagetomask.clij;

/** {@code Ext.CLIJ2_imageToMaskChannels}: a mask of a picture or volume with one buffer for each channel. */
public class ImageToMaskChannelsExtension extends MaskExtension {

    @Override
    ColourBuffers picture() {
        return ColourBuffers.channels(buffer(0), buffer(1), buffer(2));
    }

    @Override
    void execute() {
        make(null, buffer(3), settings(4).settings());
    }

    @Override
    public Object[] getDefaultValues() {
        return MaskArguments.defaults(4, options());
    }

    @Override
    public String getParameterHelpText() {
        return MaskArguments.parameters(
                "Image source_red, Image source_green, Image source_blue, ByRef Image destination", options());
    }

    @Override
    public String getAvailableForDimensions() {
        return "2D, 3D";
    }

    @Override
    public String getDescription() {
        return "Makes a soft mask from a colour channel of a picture or volume with one image for each of red, green and blue. The clip range is computed from all slices together."
                + DESCRIPTION;
    }
}
