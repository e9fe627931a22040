package sc.fiji.imagetomask.picturefile;

import java.io.EOFException;
import java.util.List;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;

/** Finds the warnings of a reader that a JPEG is not complete. The reader invents the rest of such a picture. */
public final class ReadWarnings implements IIOReadWarningListener {

    private static final List<String> INCOMPLETE = List.of("Truncated File", "Corrupt JPEG data: premature end");

    private String first;

    private ReadWarnings() {}

    /** Of everything that the reader does from now on. */
    public static ReadWarnings of(ImageReader reader) {
        ReadWarnings warnings = new ReadWarnings();
        reader.removeAllIIOReadWarningListeners();
        reader.addIIOReadWarningListener(warnings);
        return warnings;
    }

    @Override
    public void warningOccurred(ImageReader reader, String warning) {
        if (first == null && INCOMPLETE.stream().anyMatch(warning::startsWith)) first = warning;
    }

    public void requireNone() throws EOFException {
        if (first != null) throw new EOFException(first);
    }
}
