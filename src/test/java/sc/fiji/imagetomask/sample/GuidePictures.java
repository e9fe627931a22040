package sc.fiji.imagetomask.sample;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.OvalRoi;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;
import java.awt.Color;
import java.util.Map;
import sc.fiji.imagetomask.MaskSettings;
import sc.fiji.imagetomask.Statistics;
import sc.fiji.imagetomask.engine.jvm.JavaEngine;
import sc.fiji.imagetomask.imagej.ImagePlusMasks;

/** The user guide's pictures of a stack that bleaches and of a selection. */
final class GuidePictures {

    private static final int GAP = 4;
    private static final int SHOWN_WIDTH = 190;
    private static final int SHOWN_HEIGHT = 128;
    private static final MaskSettings GREEN = MaskSettings.of("G (RGB)").withLevels(30, 250, 1);

    private GuidePictures() {}

    /** Under the names of their files. */
    static Map<String, ImagePlus> make(ImagePlus section) {
        return Map.of("stack.png", stack(), "selection.png", selection(section));
    }

    /** The times, their masks each with a range of its own, and their masks with one range. */
    private static ImagePlus stack() {
        ImageStack planes = new ImageStack(FluorescentCells.WIDTH, FluorescentCells.HEIGHT);
        ImageProcessor shown = blank(SamplePictures.FRAMES, 3);
        short[][][] frames = SamplePictures.frames();
        for (int t = 0; t < frames.length; t++) {
            ImageStack frame = new ImageStack(FluorescentCells.WIDTH, FluorescentCells.HEIGHT);
            for (short[] plane : frames[t]) {
                frame.addSlice(new ShortProcessor(FluorescentCells.WIDTH, FluorescentCells.HEIGHT, plane, null));
                planes.addSlice(frame.getProcessor(frame.size()));
            }
            insert(shown, composite(frame, 1).flatten().getProcessor(), t, 0);
        }
        CompositeImage series = composite(planes, frames.length);
        ImagePlus apart = masks(series, GREEN.withStatistics(Statistics.SLICE));
        ImagePlus together = masks(series, GREEN.withStatistics(Statistics.STACK));
        for (int t = 0; t < frames.length; t++) {
            insert(shown, apart.getStack().getProcessor(t + 1), t, 1);
            insert(shown, together.getStack().getProcessor(t + 1), t, 2);
        }
        return new ImagePlus("stack", shown);
    }

    private static ImagePlus selection(ImagePlus section) {
        ImagePlus picture = section.duplicate();
        OvalRoi gland = new OvalRoi(160, 190, 200, 210);
        picture.setRoi(gland);
        ImageProcessor mask = masks(picture, MaskSettings.of("B (LAB)").withLevels(170, 230, 1))
                .getProcessor();
        ImageProcessor left = picture.getProcessor().duplicate();
        left.setColor(Color.YELLOW);
        left.setLineWidth(3);
        gland.drawPixels(left);
        ColorProcessor both = new ColorProcessor(2 * left.getWidth() + GAP, left.getHeight());
        both.setColor(Color.WHITE);
        both.fill();
        both.insert(left, 0, 0);
        both.insert(mask.convertToRGB(), left.getWidth() + GAP, 0);
        return new ImagePlus("selection", both);
    }

    private static CompositeImage composite(ImageStack planes, int times) {
        ImagePlus image = new ImagePlus("cells", planes);
        image.setDimensions(3, 1, times);
        CompositeImage composite = new CompositeImage(image, CompositeImage.COMPOSITE);
        for (int c = 1; c <= 3; c++) {
            composite.setPosition(c, 1, 1);
            composite.setDisplayRange(90, 400);
        }
        return composite;
    }

    private static ImagePlus masks(ImagePlus picture, MaskSettings settings) {
        return new ImagePlusMasks(new JavaEngine(), settings).of(picture);
    }

    private static ImageProcessor blank(int columns, int rows) {
        ImageProcessor blank =
                new ColorProcessor(columns * (SHOWN_WIDTH + GAP) - GAP, rows * (SHOWN_HEIGHT + GAP) - GAP);
        blank.setColor(Color.WHITE);
        blank.fill();
        return blank;
    }

    /** The middle of a picture. */
    private static void insert(ImageProcessor into, ImageProcessor picture, int column, int row) {
        picture.setRoi(
                (picture.getWidth() - SHOWN_WIDTH) / 2,
                (picture.getHeight() - SHOWN_HEIGHT) / 2,
                SHOWN_WIDTH,
                SHOWN_HEIGHT);
        into.insert(picture.crop().convertToRGB(), column * (SHOWN_WIDTH + GAP), row * (SHOWN_HEIGHT + GAP));
    }
}
