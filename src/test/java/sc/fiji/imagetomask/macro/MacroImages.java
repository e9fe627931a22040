package sc.fiji.imagetomask.macro;

import ij.CompositeImage;
import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.WindowManager;
import ij.gui.OvalRoi;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import java.util.Random;

/** The images that are open while a macro runs, always the same ones. */
public final class MacroImages {

    /** Titles of pictures; the first one is active. */
    static final String[] PICTURES = {"leaf.png", "a stack", "grey", "composite [1]", "it's round"};

    /** Titles that can be multiplied with, and none. */
    static final String[] MASKS = {"None", "mask", "RGB mask", "mask of 3"};

    private static final int WIDTH = 23;
    private static final int HEIGHT = 17;

    private MacroImages() {}

    /** Closes what is open; a macro calls it. */
    public static String close() {
        for (int id : WindowManager.getIDList() == null ? new int[0] : WindowManager.getIDList())
            WindowManager.getImage(id).close();
        return "";
    }

    /** Opens all in the place of what is open; a macro calls it. */
    public static String open() {
        close();
        Random random = new Random(7);
        ImagePlus round = colours(PICTURES[4], 1, random);
        round.setRoi(new OvalRoi(3, 2, 15, 12));
        ImagePlus stack = colours(PICTURES[1], 3, random);
        stack.setSlice(2);
        ImagePlus composite = bytes(PICTURES[3], 6, random);
        composite.setDimensions(3, 2, 1);
        for (ImagePlus image : new ImagePlus[] {
            round,
            stack,
            bytes(PICTURES[2], 1, random),
            new CompositeImage(composite),
            bytes(MASKS[1], 1, random),
            colours(MASKS[2], 1, random),
            bytes(MASKS[3], 3, random),
            IJ.createImage("small mask", "8-bit ramp", 5, 5, 1),
            IJ.createImage("deep", "16-bit ramp", WIDTH, HEIGHT, 1),
            colours(PICTURES[0], 1, random)
        }) image.show();
        return "";
    }

    private static ImagePlus colours(String title, int slices, Random random) {
        ImageStack stack = new ImageStack(WIDTH, HEIGHT);
        for (int i = 0; i < slices; i++)
            stack.addSlice(new ColorProcessor(
                    WIDTH, HEIGHT, random.ints(WIDTH * HEIGHT).toArray()));
        return new ImagePlus(title, stack);
    }

    private static ImagePlus bytes(String title, int slices, Random random) {
        ImageStack stack = new ImageStack(WIDTH, HEIGHT);
        for (int i = 0; i < slices; i++) {
            byte[] values = new byte[WIDTH * HEIGHT];
            random.nextBytes(values);
            stack.addSlice(new ByteProcessor(WIDTH, HEIGHT, values));
        }
        return new ImagePlus(title, stack);
    }
}
