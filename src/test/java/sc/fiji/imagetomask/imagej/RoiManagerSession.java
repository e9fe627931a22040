package sc.fiji.imagetomask.imagej;

import ij.CompositeImage;
import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.Roi;
import ij.macro.Interpreter;
import ij.plugin.frame.RoiManager;
import ij.process.ByteProcessor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Opens the ROI Manager, and prints where the selections of masks, of which the third is empty, lie in it. */
public final class RoiManagerSession {

    private static final Function<Roi, String> SLICE = roi -> String.valueOf(roi.getPosition());
    private static final Function<Roi, String> PLACE =
            roi -> roi.getCPosition() + "," + roi.getZPosition() + "," + roi.getTPosition();

    private RoiManagerSession() {}

    public static void main(String[] args) {
        RoiManager manager = new RoiManager();
        ImagePlus masks = new ImagePlus("masks", masks());
        ImagePlus stack = new ImagePlus("stack", Stacks.colours(4));
        print("stack", manager, stack, masks, SLICE);
        print("hyperstack", manager, Stacks.hyperstack("h", Stacks.colours(4), 1, 2, 2), masks, PLACE);
        ImagePlus channels = Stacks.hyperstack("c", Stacks.bytes(12), 3, 2, 2);
        print("composite", manager, new CompositeImage(channels, CompositeImage.COMPOSITE), masks, PLACE);
        ImagePlus current = Stacks.hyperstack("h", Stacks.colours(4), 1, 2, 2);
        current.setPosition(1, 2, 1);
        print("current", manager, current, new ImagePlus("mask", masks().getProcessor(1)), PLACE);
        ImagePlus single = new ImagePlus("single", Stacks.colours(1));
        print("single", manager, single, new ImagePlus("mask", masks().getProcessor(1)), SLICE);
        Roi managed = manager.getRoi(0);
        byte[] inside = Images.bytes(RoiWeightMap.of(managed, Stacks.WIDTH, Stacks.HEIGHT));
        System.out.println(Arrays.equals(inside, Images.bytes(masks, 1)) ? "exact" : "other pixels");
        manager.close();
        batch();
        System.exit(0);
    }

    private static void print(
            String name, RoiManager manager, ImagePlus picture, ImagePlus masks, Function<Roi, String> place) {
        manager.reset();
        picture.show();
        MaskSelections.select(picture, masks);
        List<String> places = new ArrayList<>();
        for (Roi roi : manager.getRoisAsArray()) places.add(place.apply(roi));
        System.out.println(name + ": " + places.stream().collect(Collectors.joining(" ")));
        picture.close();
    }

    /** A macro in batch mode that uses the manager has one of its own, without a window. */
    private static void batch() {
        ImagePlus single = new ImagePlus("single", Stacks.colours(1));
        new Interpreter()
                .runBatchMacro(
                        "roiManager('reset'); call('" + RoiManagerSession.class.getName()
                                + ".selectOnActive'); rename(roiManager('count'));",
                        single);
        System.out.println("batch: " + single.getTitle());
    }

    /** Called by the macro. */
    public static void selectOnActive() {
        MaskSelections.select(IJ.getImage(), new ImagePlus("mask", masks().getProcessor(1)));
    }

    private static ImageStack masks() {
        ImageStack masks = new ImageStack(Stacks.WIDTH, Stacks.HEIGHT);
        for (int n = 0; n < 4; n++) {
            ByteProcessor mask = new ByteProcessor(Stacks.WIDTH, Stacks.HEIGHT);
            for (int i = n; n != 2 && i < Stacks.PIXELS; i += 3 + n) mask.set(i, 255);
            masks.addSlice(mask);
        }
        return masks;
    }
}
