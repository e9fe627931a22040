package sc.fiji.imagetomask.clij;

import ij.ImagePlus;
import ij.WindowManager;
import net.haesleinhuepf.clij.clearcl.ClearCLBuffer;
import net.haesleinhuepf.clij.macro.CLIJHandler;

/** {@code Ext.CLIJ2_pushColours}: the shown picture of an open image, its colours as slices, under the image's title. */
public final class PushColoursExtension extends Extension {

    @Override
    void execute() {
        String title = String.valueOf(args[0]);
        ImagePlus image = WindowManager.getImage(title);
        if (image == null)
            throw new IllegalArgumentException("image is '" + title + "', but must be the title of an open image.");
        ClearCLBuffer pushed = ColourPush.push(getCLIJ2().getCLIJ().getClearCLContext(), image);
        CLIJHandler.getInstance().pushInternal(pushed, title);
    }

    @Override
    public Object[] getDefaultValues() {
        return new Object[] {""};
    }

    @Override
    public String getParameterHelpText() {
        return "String image";
    }

    @Override
    public String getAvailableForDimensions() {
        return "2D";
    }

    @Override
    public String getDescription() {
        return "Pushes the shown picture of an open image to the GPU with one slice for each colour: 1 for a grey image, 3 for "
                + "an RGB image or a composite of two or three channels. The stored values are not changed: UnsignedByte, "
                + "UnsignedShort or Float. More channels become the 3 colours in which they are shown, added, "
                + "without alpha: UnsignedByte for 8 bits, else Float 0..1.";
    }
}
