package sc.fiji.imagetomask.cli;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;

/**
 * Java's own reader of TIFF.
 *
 * <p>Design decision: the reader of TwelveMonkeys reads more kinds of files, BigTIFF among them, but cuts floating point
 * off at 0 and 1, and leaves out channels beyond grey or r, g, b that are many or stored apart. Java's own does neither.
 */
final class JdkTiff {

    private JdkTiff() {}

    static BufferedImage read(Path path, int slice) throws IOException {
        ImageReader reader = reader();
        try (ImageInputStream stream = new FileImageInputStream(path.toFile())) {
            reader.setInput(stream);
            return reader.read(slice);
        } finally {
            reader.dispose();
        }
    }

    private static ImageReader reader() {
        for (Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName("tiff"); readers.hasNext(); ) {
            ImageReader reader = readers.next();
            if (reader.getClass().getName().startsWith("com.sun.")) return reader;
        }
        throw new IllegalStateException("Java has no TIFF reader of its own.");
    }
}
