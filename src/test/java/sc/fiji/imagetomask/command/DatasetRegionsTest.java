package sc.fiji.imagetomask.command;

import static org.assertj.core.api.Assertions.assertThat;

import ij.ImagePlus;
import ij.gui.OvalRoi;
import ij.gui.PointRoi;
import ij.gui.Roi;
import java.util.function.Predicate;
import net.imagej.Dataset;
import net.imagej.display.ImageDisplayService;
import net.imagej.legacy.LegacyService;
import net.imglib2.Localizable;
import net.imglib2.RealLocalizable;
import net.imglib2.img.Img;
import net.imglib2.img.ImgView;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.view.Views;
import org.junit.jupiter.api.Test;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;
import org.scijava.util.DefaultTreeNode;
import sc.fiji.imagetomask.MaskSettings;
import sc.fiji.imagetomask.engine.jvm.JavaEngine;
import sc.fiji.imagetomask.imagej.ImagePlusMasks;
import sc.fiji.imagetomask.imagej.Images;

/** Regions and ROIs of every kind limit the mask. */
class DatasetRegionsTest extends Datasets {

    @Test
    void regionsOfWholeAndRealNumbersLimitTheMask() throws Exception {
        Region<RealLocalizable> disc =
                new Region<>(2, p -> Math.hypot(p.getDoublePosition(0) - 5.5, p.getDoublePosition(1) - 4) <= 3.2);
        Region<Localizable> box = new Region<>(3, p -> p.getLongPosition(0) > 3 && p.getLongPosition(2) == 1);
        Dataset dataset = dataset(pixels, "a", "X", "Y", "Channel", "Z");
        assertCut(
                result(run(true, "image", dataset, "mask", disc, "channel", "S (HSV)")),
                (x, y, z) -> Math.hypot(x - 5.5, y - 4) <= 3.2);
        assertCut(result(run(true, "image", dataset, "mask", box, "channel", "S (HSV)")), (x, y, z) -> x > 3 && z == 1);
        Predicate<Localizable> bare = p -> p.getIntPosition(1) < 2;
        assertCut(result(run(true, "image", dataset, "mask", bare, "channel", "S (HSV)")), (x, y, z) -> y < 2);
        assertRefused(
                run(true, "image", dataset, "mask", new Region<Localizable>(4, p -> true)),
                "The selection has 4 dimensions, but must have 2, or the 3 of the mask.");
    }

    @Test
    void anImageJRoiLimitsTheMaskWithThePixelsThatImageJCounts() throws Exception {
        Dataset dataset = dataset(pixels, "a", "X", "Y", "Channel", "Z");
        Roi oval = new OvalRoi(2, 1, 7, 6);
        assertCut(
                result(run(true, "image", dataset, "mask", oval, "channel", "S (HSV)")),
                (x, y, z) -> oval.contains(x, y));
        assertRefused(
                run(true, "image", dataset, "mask", new PointRoi(2, 2)),
                "The selection is of type 'point', but must enclose an area, such as a rectangle, oval or polygon.");
        Img<UnsignedByteType> moved = ImgView.wrap(Views.translate(noise(W, H), -3, 100), pixels.factory());
        Img<?> cut = result(run(true, "image", moved, "mask", new Roi(-1, 102, 4, 3)));
        assertThat(Views.interval(cut, new long[] {-3, 100}, new long[] {-2, 108}).stream())
                .allMatch(pixel -> ((UnsignedByteType) pixel).get() == 0);
        assertThat(((UnsignedByteType) cut.getAt(-1, 102)).get() + ((UnsignedByteType) cut.getAt(2, 104)).get())
                .isPositive();
    }

    @Test
    void roisAttachedToADatasetLimitTheMaskTogether() throws Exception {
        Dataset dataset = dataset(pixels, "a", "X", "Y", "Channel", "Z");
        DefaultTreeNode<Object> tree = new DefaultTreeNode<>(null, null);
        tree.children().add(new DefaultTreeNode<>(new Region<Localizable>(2, p -> p.getLongPosition(0) < 2), tree));
        tree.children()
                .add(new DefaultTreeNode<>(new Region<RealLocalizable>(2, p -> p.getDoublePosition(1) > 6.5), tree));
        dataset.getProperties().put("rois", tree);
        assertCut(result(run(true, "image", dataset, "channel", "S (HSV)")), (x, y, z) -> x < 2 || y > 6);
        assertCut(
                result(run(true, "image", dataset, "channel", "S (HSV)", "mask", new Roi(0, 0, 12, 1))),
                (x, y, z) -> x < 2 && y == 0);
        assertThat(values(result(run(true, "image", dataset, "channel", "S (HSV)", "limited", false))))
                .isEqualTo(expected(pixels, 2));
    }

    @Test
    void theSelectionShownOnADatasetCountsBeforeAttachedRois() throws Exception {
        Dataset dataset = dataset(pixels, "a", "X", "Y", "Channel", "Z");
        DefaultTreeNode<Object> tree = new DefaultTreeNode<>(null, null);
        tree.children().add(new DefaultTreeNode<>(new Region<Localizable>(2, p -> false), tree));
        dataset.getProperties().put("rois", tree);
        ImagePlus window = Images.noise("a", W, H, 1);
        window.setRoi(new Roi(3, 2, 4, 4));
        add(new LegacyService(window));
        add(new ImageDisplayService.OfOne(dataset));
        assertCut(
                result(run(true, "image", dataset, "channel", "S (HSV)")),
                (x, y, z) -> x >= 3 && x < 7 && y >= 2 && y < 6);
        assertThat(window.getRoi()).isNotNull();
    }

    @Test
    void theCommandOfImageJTakesTheWindowOfADatasetWithItsSelection() throws Exception {
        Dataset dataset = dataset(pixels, "a", "X", "Y", "Channel", "Z");
        ImagePlus window = Images.noise("a", W, H, 1);
        window.setRoi(new Roi(3, 2, 4, 4));
        add(new LegacyService(window));
        add(new ImageDisplayService.OfOne(dataset));
        CommandModule done = context.service(CommandService.class)
                .run(ImageToMaskCommand.class, true, "image", dataset)
                .get();
        ImagePlus mask = (ImagePlus) done.getOutput("result");
        assertThat(mask.getProcessor().get(2, 2)).isZero();
        assertThat(Images.bytes(mask, 1))
                .isEqualTo(Images.bytes(new ImagePlusMasks(new JavaEngine(), MaskSettings.DEFAULT).of(window), 1));
        assertThat(window.getRoi().getBounds()).isEqualTo(new Roi(3, 2, 4, 4).getBounds());
    }
}
