package sc.fiji.imagetomask.picturefile.tiff;

import static org.assertj.core.api.Assertions.assertThat;

import ij.CompositeImage;
import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.io.FileSaver;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import sc.fiji.imagetomask.cli.Sample;
import sc.fiji.imagetomask.reading.ChannelOrder;
import sc.fiji.imagetomask.reading.NumberRange;
import sc.fiji.imagetomask.reading.Reading;

/** Stacks and composites that ImageJ writes, and the masks that they must become. */
final class ImageJStacks {

    static final int WIDTH = 31;
    static final int HEIGHT = 23;

    private ImageJStacks() {}

    /** Random smooth values of 8, 16 or 32 bits, or of colours, 24. */
    static ImageStack stack(int bits, int pages) {
        Random random = new Random(bits * 100 + pages);
        ImageStack stack = new ImageStack(WIDTH, HEIGHT);
        for (int n = 0; n < pages; n++) {
            ImageProcessor page = switch (bits) {
                case 8 -> new ByteProcessor(WIDTH, HEIGHT);
                case 16 -> new ShortProcessor(WIDTH, HEIGHT);
                case 24 -> new ColorProcessor(WIDTH, HEIGHT);
                default -> new FloatProcessor(WIDTH, HEIGHT);
            };
            int across = 1 + random.nextInt(6);
            int down = 1 + random.nextInt(6);
            for (int i = 0; i < WIDTH * HEIGHT; i++) {
                int value = (i % WIDTH * across + i / WIDTH * down + random.nextInt(40)) & 255;
                switch (bits) {
                    case 8 -> page.set(i, value);
                    case 16 -> page.set(i, value * 200 + random.nextInt(200));
                    case 24 -> page.set(i, value << 16 | random.nextInt(256) << 8 | 255 - value);
                    default -> page.setf(i, value / 255f);
                }
            }
            stack.addSlice(page);
        }
        return stack;
    }

    static ImagePlus composite(int bits, int channels, int slices, int frames) {
        ImagePlus image = new ImagePlus("composite", stack(bits, channels * slices * frames));
        image.setDimensions(channels, slices, frames);
        image.setOpenAsHyperStack(true);
        return new CompositeImage(image, IJ.COMPOSITE);
    }

    static Path save(Path file, ImagePlus image) {
        FileSaver saver = new FileSaver(image);
        boolean isSaved =
                image.getStackSize() > 1 ? saver.saveAsTiffStack(file.toString()) : saver.saveAsTiff(file.toString());
        assertThat(isSaved).isTrue();
        return file;
    }

    static void assertMasks(Path mask, ImagePlus expected) throws IOException {
        assertThat(Sample.slices(mask)).isEqualTo(expected.getStackSize());
        for (int i = 0; i < expected.getStackSize(); i++)
            assertThat(Sample.grey(mask, i))
                    .as("slice " + i)
                    .isEqualTo(expected.getStack().getProcessor(i + 1).getPixels());
    }

    static Reading reading(String rgb) {
        return new Reading(NumberRange.TYPE, ChannelOrder.parse(rgb));
    }

    static void replace(byte[] bytes, String text, String by) {
        String all = new String(bytes, StandardCharsets.ISO_8859_1);
        int at = all.indexOf(text);
        assertThat(at).isPositive();
        System.arraycopy(by.getBytes(StandardCharsets.ISO_8859_1), 0, bytes, at, by.length());
    }

    /** ImageJ's byte order is a setting. */
    static ByteBuffer ordered(byte[] tiff) {
        return ByteBuffer.wrap(tiff).order(tiff[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    }

    /** A copy as ImageJ would write it if it were larger than 4 GB: all directories but the first are cut off. */
    static Path withOneDirectory(Path file) throws IOException {
        ByteBuffer bytes = ordered(Files.readAllBytes(file));
        int next = 8 + 2 + 12 * bytes.getShort(8);
        int end = bytes.getInt(next);
        bytes.putInt(next, 0);
        Path copy = file.resolveSibling("one-" + file.getFileName());
        try (RandomAccessFile out = new RandomAccessFile(copy.toFile(), "rw")) {
            out.setLength(0);
            out.write(bytes.array(), 0, end);
        }
        return copy;
    }
}
