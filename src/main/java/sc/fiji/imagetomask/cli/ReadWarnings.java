package sc.fiji.imagetomask.cli;

import java.io.IOException;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;

/** What a reader warns of while it reads one slice, such as a file that ends early. */
final class ReadWarnings implements IIOReadWarningListener {

    private String first;

    private ReadWarnings() {}

    /** Of everything that the reader does from now on. */
    static ReadWarnings of(ImageReader reader) {
        ReadWarnings warnings = new ReadWarnings();
        reader.removeAllIIOReadWarningListeners();
        reader.addIIOReadWarningListener(warnings);
        return warnings;
    }

    @Override
    public void warningOccurred(ImageReader reader, String warning) {
        if (first == null) first = warning;
    }

    void requireNone() throws IOException {
        if (first != null) throw new IOException(first);
    }
}
