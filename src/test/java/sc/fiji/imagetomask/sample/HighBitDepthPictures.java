package sc.fiji.imagetomask.sample;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ByteProcessor;
import ij.process.ShortProcessor;
import java.util.Arrays;
import java.util.Map;
import sc.fiji.imagetomask.MaskSettings;
import sc.fiji.imagetomask.engine.jvm.JavaEngine;
import sc.fiji.imagetomask.imagej.ImagePlusMasks;

/** The dim fluorescence picture as it is displayed, its mask, and the mask of what 8 bits leave of it. */
final class HighBitDepthPictures {

    static final String MASK = "fluorescence-16bit.png";
    static final String MASK_OF_BYTES = "fluorescence-8bit.png";

    private static final int BLACK = 90;
    private static final int FULL = 400;

    private HighBitDepthPictures() {}

    /** Under the names of their files. */
    static Map<String, ImagePlus> make() {
        short[][] planes = FluorescentCells.draw(1);
        ImageStack shorts = new ImageStack(FluorescentCells.WIDTH, FluorescentCells.HEIGHT);
        ImageStack bytes = new ImageStack(FluorescentCells.WIDTH, FluorescentCells.HEIGHT);
        for (short[] plane : planes) {
            shorts.addSlice(new ShortProcessor(FluorescentCells.WIDTH, FluorescentCells.HEIGHT, plane, null));
            bytes.addSlice(new ByteProcessor(FluorescentCells.WIDTH, FluorescentCells.HEIGHT, highBytes(plane)));
        }
        CompositeImage picture = composite(shorts);
        for (int c = 1; c <= 3; c++) {
            picture.setPosition(c, 1, 1);
            picture.setDisplayRange(BLACK, FULL);
        }
        return Map.of(
                "fluorescence.png", picture.flatten(), MASK, mask(picture), MASK_OF_BYTES, mask(composite(bytes)));
    }

    /** How many values occur in an 8-bit image. */
    static long levels(ImagePlus mask) {
        return Arrays.stream(mask.getProcessor().getHistogram())
                .filter(count -> count > 0)
                .count();
    }

    private static CompositeImage composite(ImageStack stack) {
        ImagePlus image = new ImagePlus("cells", stack);
        image.setDimensions(3, 1, 1);
        return new CompositeImage(image, CompositeImage.COMPOSITE);
    }

    private static byte[] highBytes(short[] values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < bytes.length; i++) bytes[i] = (byte) (values[i] >> 8);
        return bytes;
    }

    private static ImagePlus mask(ImagePlus picture) {
        return new ImagePlusMasks(new JavaEngine(), MaskSettings.of("L (LAB)").withLevels(20, 230, 1)).of(picture);
    }
}
