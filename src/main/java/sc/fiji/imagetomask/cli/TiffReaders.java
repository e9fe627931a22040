package sc.fiji.imagetomask.cli;

import com.twelvemonkeys.imageio.plugins.tiff.TIFFImageReaderSpi;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;

/**
 * Two readers of TIFF.
 *
 * <p>Design decision: the reader of TwelveMonkeys reads more kinds of files, but cuts floating point off at 0 and 1, and
 * leaves out channels beyond grey or r, g, b that are many or stored apart. Java's own does neither.
 */
final class TiffReaders {

    private TiffReaders() {}

    /** For most files. */
    static ImageReader common() throws IOException {
        return new TIFFImageReaderSpi().createReaderInstance(null);
    }

    /** For floating point and many channels. */
    static ImageReader exact() {
        for (Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName("tiff"); readers.hasNext(); ) {
            ImageReader reader = readers.next();
            if (reader.getClass().getName().startsWith("com.sun.")) return reader;
        }
        throw new IllegalStateException("Java has no TIFF reader of its own.");
    }
}
