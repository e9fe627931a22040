package sc.fiji.imagetomask.imagej;

import ij.ImagePlus;
import ij.gui.Roi;
import ij.macro.Interpreter;
import ij.plugin.filter.ThresholdToSelection;
import ij.plugin.frame.RoiManager;
import ij.process.ImageProcessor;
import java.util.ArrayList;
import java.util.List;
import sc.fiji.imagetomask.Output;
import sc.fiji.imagetomask.options.CommandNames;

/** A binary mask as selections of the picture that it was made of. */
public final class MaskSelections {

    private static final String MADE_BY = "Made by";

    private MaskSelections() {}

    /** Whether {@link #select} made that selection, and not the user. */
    public static boolean isMade(Roi selection) {
        return CommandNames.MASK.equals(selection.getProperty(MADE_BY));
    }

    /**
     * Selects on the picture the area of the mask of its shown slice, and adds the selections of all slices of the mask
     * to the ROI Manager if it is open, or to that of a macro in batch mode. If the mask is empty, nothing is selected.
     *
     * @param mask a binary mask as {@link ImagePlusMasks} makes it, of all slices or of the shown one
     */
    public static void select(ImagePlus picture, ImagePlus mask) {
        List<Roi> selections = new ArrayList<>();
        for (int n = 1; n <= mask.getStackSize(); n++)
            selections.add(of(mask.getStack().getProcessor(n)));
        int perMask = picture.getStackSize() / mask.getStackSize();
        boolean all = mask.getStackSize() > 1;
        Roi shown = selections.get(all ? (picture.getCurrentSlice() - 1) / perMask : 0);
        picture.setRoi(shown == null ? null : made(shown));
        RoiManager manager = openManager();
        if (manager == null) return;
        for (int i = 0; i < selections.size(); i++) {
            Roi roi = selections.get(i);
            if (roi == null) continue;
            Roi copy = (Roi) roi.clone();
            if (picture.getStackSize() > 1) place(copy, picture, all ? i * perMask + 1 : picture.getCurrentSlice());
            manager.addRoi(copy);
        }
    }

    /** The ROI Manager's window, or else the hidden one of a batch macro; null if there is neither; none is created. */
    static RoiManager openManager() {
        return Interpreter.isBatchModeRoiManager() ? Interpreter.getBatchModeRoiManager() : RoiManager.getRawInstance();
    }

    private static Roi made(Roi selection) {
        Roi copy = (Roi) selection.clone();
        copy.setProperty(MADE_BY, CommandNames.MASK);
        return copy;
    }

    /** The selection of all values of at least {@link Output#THRESHOLD}; null if there are none. */
    private static Roi of(ImageProcessor mask) {
        mask.setThreshold(Output.THRESHOLD, 255, ImageProcessor.NO_LUT_UPDATE);
        return ThresholdToSelection.run(new ImagePlus("", mask));
    }

    private static void place(Roi roi, ImagePlus picture, int slice) {
        if (!picture.isHyperStack()) {
            roi.setPosition(slice);
            return;
        }
        int[] czt = picture.convertIndexToPosition(slice);
        roi.setPosition(picture.getNChannels() > 1 ? 0 : czt[0], czt[1], czt[2]);
    }
}
