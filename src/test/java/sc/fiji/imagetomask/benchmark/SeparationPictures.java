package sc.fiji.imagetomask.benchmark;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import sc.fiji.imagetomask.ImageToMask;
import sc.fiji.imagetomask.MaskInput;
import sc.fiji.imagetomask.MaskSettings;
import sc.fiji.imagetomask.MemoryMask;
import sc.fiji.imagetomask.MemoryPicture;
import sc.fiji.imagetomask.Picture;
import sc.fiji.imagetomask.engine.Engine;
import sc.fiji.imagetomask.engine.Pixels;
import sc.fiji.imagetomask.engine.jvm.JavaEngine;
import sc.fiji.imagetomask.find.Marked;
import sc.fiji.imagetomask.find.MaskFinder;
import sc.fiji.imagetomask.sample.TruthPicture;

/**
 * Some pictures of {@link Separation} to look at, side by side in one file: each with a stroke of 50 pixels on the object
 * (yellow) and one beside it (cyan), below it the mask that was found, and below that the truth.
 *
 * <pre>
 * java -cp "target/test-classes:target/classes:$(cat target/cp)" sc.fiji.imagetomask.benchmark.SeparationPictures separation.png
 * </pre>
 */
public final class SeparationPictures {

    private static final List<String> NAMES = List.of("brown", "nuclei", "spots", "shaded patches 3", "JPEG patches 2");
    private static final int SIDE = 256;
    private static final int GAP = 6;
    private static final int PIXELS = 50;

    private final Engine engine = new JavaEngine();
    private final BufferedImage sheet =
            new BufferedImage(NAMES.size() * (SIDE + GAP) - GAP, 3 * (SIDE + GAP) - GAP, BufferedImage.TYPE_INT_RGB);

    private SeparationPictures() {}

    /** Argument: the file that is written. */
    public static void main(String[] args) throws IOException {
        Path file = Path.of(args[0]).toAbsolutePath();
        SeparationPictures pictures = new SeparationPictures();
        pictures.sheet.createGraphics().fillRect(0, 0, pictures.sheet.getWidth(), pictures.sheet.getHeight());
        for (int i = 0; i < NAMES.size(); i++) pictures.draw(TruthPicture.named(NAMES.get(i)), i * (SIDE + GAP));
        Files.createDirectories(file.getParent());
        ImageIO.write(pictures.sheet, "png", file.toFile());
    }

    private void draw(TruthPicture drawn, int x) {
        boolean[] object = drawn.stroke(true, PIXELS, 0);
        boolean[] background = drawn.stroke(false, PIXELS, 100);
        Picture picture = new MemoryPicture(
                new Pixels.Packed(drawn.argb(), 0, drawn.argb().length, false), drawn.width(), drawn.height());
        MaskSettings settings = new MaskFinder(engine)
                .find(
                        List.of(new Marked(picture, marks(object, drawn), marks(background, drawn))),
                        MaskSettings.DEFAULT)
                .get(0)
                .settings();
        MemoryMask mask = new MemoryMask(drawn.width(), drawn.height());
        new ImageToMask(engine, settings).mask(MaskInput.of(picture), mask);
        int left = middle(object, drawn.width(), true);
        int top = middle(object, drawn.width(), false);
        left = Math.max(0, Math.min(left - SIDE / 2, drawn.width() - SIDE));
        top = Math.max(0, Math.min(top - SIDE / 2, drawn.height() - SIDE));
        for (int j = 0; j < Math.min(SIDE, drawn.height()); j++)
            for (int i = 0; i < Math.min(SIDE, drawn.width()); i++) {
                int at = (top + j) * drawn.width() + left + i;
                int shown = object[at] ? 0xffff00 : background[at] ? 0x00ffff : drawn.argb()[at];
                sheet.setRGB(x + i, j, shown);
                sheet.setRGB(x + i, SIDE + GAP + j, (mask.bytes()[at] & 255) * 0x10101);
                sheet.setRGB(x + i, 2 * (SIDE + GAP) + j, drawn.isObject()[at] ? 0xffffff : 0);
            }
        System.out.println(drawn.name() + ": " + settings.channel().label());
    }

    private static int middle(boolean[] marks, int width, boolean across) {
        long sum = 0;
        int count = 0;
        for (int i = 0; i < marks.length; i++)
            if (marks[i]) {
                sum += across ? i % width : i / width;
                count++;
            }
        return (int) (sum / count);
    }

    private static MemoryMask marks(boolean[] marks, TruthPicture drawn) {
        byte[] bytes = new byte[marks.length];
        for (int i = 0; i < bytes.length; i++) bytes[i] = (byte) (marks[i] ? 255 : 0);
        return new MemoryMask(bytes, drawn.width(), drawn.height());
    }
}
