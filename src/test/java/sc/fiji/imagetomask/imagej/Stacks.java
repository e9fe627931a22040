package sc.fiji.imagetomask.imagej;

import ij.ImagePlus;
import ij.ImageStack;
import ij.VirtualStack;
import ij.measure.Calibration;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;
import java.util.List;
import java.util.Random;
import sc.fiji.imagetomask.MaskSettings;
import sc.fiji.imagetomask.Statistics;

/** Stacks for tests, {@link #WIDTH} x {@link #HEIGHT} pixels, and the masks that they must become. */
final class Stacks {

    static final int WIDTH = 29;
    static final int HEIGHT = 17;
    static final int PIXELS = WIDTH * HEIGHT;

    private Stacks() {}

    /** Random colours, brighter from slice to slice, so that each has another range; labelled. */
    static ImageStack colours(int count) {
        Random random = new Random(count);
        ImageStack stack = new ImageStack(WIDTH, HEIGHT);
        for (int n = 0; n < count; n++) {
            int most = 60 + 195 * n / count;
            int[] argb = new int[PIXELS];
            for (int i = 0; i < PIXELS; i++)
                argb[i] = random.nextInt(most) << 16 | random.nextInt(most) << 8 | random.nextInt(most);
            stack.addSlice("colour " + (n + 1), new ColorProcessor(WIDTH, HEIGHT, argb));
        }
        return stack;
    }

    /** Random bytes, brighter from slice to slice; labelled. */
    static ImageStack bytes(int count) {
        Random random = new Random(count);
        ImageStack stack = new ImageStack(WIDTH, HEIGHT);
        for (int n = 0; n < count; n++) {
            byte[] bytes = new byte[PIXELS];
            for (int i = 0; i < PIXELS; i++) bytes[i] = (byte) random.nextInt(60 + 195 * n / count);
            stack.addSlice("byte " + (n + 1), new ByteProcessor(WIDTH, HEIGHT, bytes));
        }
        return stack;
    }

    /** A hyperstack, calibrated in space and time. */
    static ImagePlus hyperstack(String title, ImageStack stack, int channels, int slices, int frames) {
        ImagePlus image = new ImagePlus(title, stack);
        image.setDimensions(channels, slices, frames);
        image.setOpenAsHyperStack(true);
        Calibration calibration = image.getCalibration();
        calibration.pixelWidth = 0.25;
        calibration.pixelHeight = 0.5;
        calibration.pixelDepth = 2;
        calibration.xOrigin = 3;
        calibration.frameInterval = 7;
        calibration.setUnit("um");
        calibration.setTimeUnit("min");
        return image;
    }

    /** The slices of the stack as red, green, blue; a missing one is black. */
    static ColorProcessor merged(ImageStack stack, int... rgb) {
        ColorProcessor colours = new ColorProcessor(WIDTH, HEIGHT);
        for (int i = 0; i < PIXELS; i++) {
            int value = 0;
            for (int c = 0; c < 3; c++)
                value = value << 8
                        | (c < rgb.length ? stack.getProcessor(rgb[c]).get(i) : 0);
            colours.set(i, value);
        }
        return colours;
    }

    /** The masks of these colours, one after the other; masks and roi may be null, and the last mask repeats. */
    static byte[] expected(List<ImageProcessor> colours, MaskSettings settings, List<byte[]> masks, byte[] roi) {
        int count = colours.size();
        int[] argb = new int[count * PIXELS];
        byte[] factors = masks == null ? null : new byte[count * PIXELS];
        byte[] inside = roi == null ? null : new byte[count * PIXELS];
        byte[] all = new byte[count * PIXELS];
        for (int n = 0; n < count; n++) {
            System.arraycopy(colours.get(n).getPixels(), 0, argb, n * PIXELS, PIXELS);
            byte[] mask = masks == null ? null : masks.get(Math.min(n, masks.size() - 1));
            if (mask != null) System.arraycopy(mask, 0, factors, n * PIXELS, PIXELS);
            if (roi != null) System.arraycopy(roi, 0, inside, n * PIXELS, PIXELS);
            byte[] alone = Images.expected(new ImagePlus("", colours.get(n)), settings, mask, roi);
            System.arraycopy(alone, 0, all, n * PIXELS, PIXELS);
        }
        // one range for all: as if they were one tall picture
        return settings.statistics() == Statistics.SLICE
                ? all
                : Images.expected(
                        new ImagePlus("", new ColorProcessor(WIDTH, HEIGHT * count, argb)), settings, factors, inside);
    }

    /** All slices of an 8-bit image, one after the other. */
    static byte[] bytes(ImagePlus image) {
        byte[] all = new byte[image.getStackSize() * PIXELS];
        for (int n = 1; n <= image.getStackSize(); n++)
            System.arraycopy(Images.bytes(image, n), 0, all, (n - 1) * PIXELS, PIXELS);
        return all;
    }

    /** The same stack read slice by slice; each reading is noted. */
    static ImageStack virtual(ImageStack stack, List<String> events) {
        return new VirtualStack(WIDTH, HEIGHT, stack.size()) {
            @Override
            public ImageProcessor getProcessor(int n) {
                events.add("slice " + n);
                return stack.getProcessor(n).duplicate();
            }

            @Override
            public Object getPixels(int n) {
                return getProcessor(n).getPixels();
            }

            @Override
            public int getBitDepth() {
                return stack.getBitDepth();
            }

            @Override
            public int getSize() {
                return stack.size();
            }

            @Override
            public String getSliceLabel(int n) {
                return stack.getSliceLabel(n);
            }
        };
    }
}
