package sc.fiji.imagetomask.imagej;

import ij.ImagePlus;
import ij.measure.Calibration;
import ij.process.ByteProcessor;
import ij.process.ImageProcessor;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;

/** The slices of a gallery side by side, their labels above them in black on grey, readable whatever the slices are like. */
public final class ChannelMontage {

    private static final int COLUMNS = 5;
    private static final int LONGEST_SIDE = 320;
    private static final int NARROWEST_CELL = 72;
    private static final int GAP = 8;
    private static final int CAPTION = 22;
    private static final Color GROUND = new Color(212, 212, 212);
    private static final Font FONT = new Font(Font.SANS_SERIF, Font.PLAIN, 15);

    private final ImagePlus stack;
    private final int width;
    private final int height;
    private final int cell;

    private ChannelMontage(ImagePlus stack) {
        this.stack = stack;
        double scale = Math.min(1, LONGEST_SIDE / (double) Math.max(stack.getWidth(), stack.getHeight()));
        width = (int) Math.max(1, Math.round(stack.getWidth() * scale));
        height = (int) Math.max(1, Math.round(stack.getHeight() * scale));
        cell = Math.max(width, NARROWEST_CELL);
    }

    /**
     * A montage of that stack in one 8-bit image of the same title; slices of more than 320 pixels on a side
     * are made smaller, and the pixel size with them.
     */
    public static ImagePlus of(ImagePlus stack) {
        return new ChannelMontage(stack).montage();
    }

    /** Where slice n, 1 being the first, is in the montage. */
    static Rectangle place(ImagePlus stack, int n) {
        return new ChannelMontage(stack).place(n);
    }

    private Rectangle place(int n) {
        int column = (n - 1) % COLUMNS;
        int row = (n - 1) / COLUMNS;
        return new Rectangle(GAP + column * (cell + GAP), CAPTION + row * (height + GAP + CAPTION), width, height);
    }

    private ImagePlus montage() {
        int rows = (stack.getStackSize() + COLUMNS - 1) / COLUMNS;
        BufferedImage sheet = new BufferedImage(
                GAP + COLUMNS * (cell + GAP), rows * (height + GAP + CAPTION), BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = sheet.createGraphics();
        graphics.setColor(GROUND);
        graphics.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
        graphics.setColor(Color.BLACK);
        graphics.setFont(FONT);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        for (int n = 1; n <= stack.getStackSize(); n++)
            graphics.drawString(stack.getStack().getSliceLabel(n), place(n).x, place(n).y - 6);
        graphics.dispose();
        ImageProcessor montage = new ByteProcessor(sheet);
        for (int n = 1; n <= stack.getStackSize(); n++) montage.insert(tile(n), place(n).x, place(n).y);
        ImagePlus result = new ImagePlus(stack.getTitle(), montage);
        result.setCalibration(scaled(stack.getCalibration()));
        return result;
    }

    private ImageProcessor tile(int n) {
        ImageProcessor slice = stack.getStack().getProcessor(n);
        return width == stack.getWidth() && height == stack.getHeight() ? slice : slice.resize(width, height, true);
    }

    private Calibration scaled(Calibration calibration) {
        Calibration scaled = calibration.copy();
        if (!scaled.scaled()) return scaled; // else it would say that it is more pixels large than it is
        scaled.pixelWidth *= stack.getWidth() / (double) width;
        scaled.pixelHeight *= stack.getHeight() / (double) height;
        return scaled;
    }
}
