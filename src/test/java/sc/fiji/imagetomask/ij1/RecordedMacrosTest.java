package sc.fiji.imagetomask.ij1;

import static org.assertj.core.api.Assertions.assertThat;

import ij.CompositeImage;
import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.Macro;
import ij.WindowManager;
import ij.gui.OvalRoi;
import ij.macro.Interpreter;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.ShortProcessor;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/**
 * Options that version 0.1.0-SNAPSHOT of 27 November 2026 gave to ImageJ's recorder, before its classes were sorted into
 * packages, still give the masks that they gave then.
 */
class RecordedMacrosTest {

    private static final int WIDTH = 61;
    private static final int HEIGHT = 43;

    private boolean batchMode;

    @BeforeEach
    void open() {
        batchMode = Interpreter.batchMode;
        Interpreter.batchMode = true;
        byte[] ramp = new byte[WIDTH * HEIGHT];
        for (int i = 0; i < ramp.length; i++) ramp[i] = (byte) (i / 7);
        new ImagePlus("ramp.tif", new ByteProcessor(WIDTH, HEIGHT, ramp)).show();
    }

    @AfterEach
    void close() {
        for (String title : WindowManager.getImageTitles())
            Interpreter.removeBatchModeImage(WindowManager.getImage(title));
        WindowManager.setTempCurrentImage(null);
        Interpreter.batchMode = batchMode;
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvFileSource(resources = "/macro/recorded.csv", delimiter = '|')
    void givesTheMaskThatItGaveWhenItWasRecorded(String picture, String options, String hash) throws Exception {
        assertThat(mask(picture, options)).isEqualTo(hash);
    }

    /** The mask's type and, as a hash, its pixels or its selection. */
    static String mask(String picture, String options) throws Exception {
        ImagePlus image = image(picture);
        image.show();
        Thread macro = new Thread(() -> IJ.runPlugIn("sc.fiji.imagetomask.ij1.ImageToMaskPlugin", ""), "Run$_line");
        Macro.setOptions(macro, options);
        macro.start();
        macro.join();
        for (int id : WindowManager.getIDList()) {
            ImagePlus mask = WindowManager.getImage(id);
            if (mask != image && !mask.getTitle().equals("ramp.tif")) return bytes(mask);
        }
        return "selection of " + image.getRoi().getStatistics().pixelCount;
    }

    private static String bytes(ImagePlus mask) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        for (int slice = 1; slice <= mask.getStackSize(); slice++) {
            Object pixels = mask.getStack().getPixels(slice);
            if (pixels instanceof byte[] bytes) digest.update(bytes);
            else
                for (float value : (float[]) pixels)
                    digest.update(ByteBuffer.allocate(4).putFloat(value).array());
        }
        return mask.getBitDepth() + "-bit, " + mask.getStackSize() + ": "
                + HexFormat.of().formatHex(digest.digest());
    }

    private static ImagePlus image(String picture) {
        Random random = new Random(16);
        ImageStack stack = new ImageStack(WIDTH, HEIGHT);
        boolean isColour = picture.startsWith("colours");
        for (int slice = 0; slice < (picture.equals("colours") ? 1 : 3); slice++) {
            int[] colours = new int[WIDTH * HEIGHT];
            short[] values = new short[colours.length];
            for (int i = 0; i < colours.length; i++) {
                colours[i] = 0xff000000 | random.nextInt(1 << 24) & (slice == 1 ? 0x7f7f7f : 0xffffff);
                values[i] = (short) (300 + 500 * slice + random.nextInt(2000));
            }
            stack.addSlice(
                    isColour
                            ? new ColorProcessor(WIDTH, HEIGHT, colours)
                            : new ShortProcessor(WIDTH, HEIGHT, values, null));
        }
        ImagePlus image = new ImagePlus("leaf", stack);
        if (picture.equals("colours")) image.setRoi(new OvalRoi(7, 5, 40, 30));
        if (isColour) return image;
        image.setDimensions(3, 1, 1);
        ImagePlus composite = new CompositeImage(image, CompositeImage.COMPOSITE);
        for (int channel = 1; channel <= 3; channel++) {
            composite.setC(channel);
            composite.setDisplayRange(400, 2000 + 100 * channel);
        }
        return composite;
    }
}
