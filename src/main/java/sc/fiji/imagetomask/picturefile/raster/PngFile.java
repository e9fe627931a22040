package sc.fiji.imagetomask.picturefile.raster;

import com.twelvemonkeys.imageio.stream.BufferedFileImageInputStream;
import com.twelvemonkeys.imageio.stream.ByteArrayImageInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import javax.imageio.stream.ImageInputStream;
import sc.fiji.imagetomask.picturefile.UnsupportedPictureException;

/**
 * The parts of a PNG file: those that its pixels need, for Java's reader, which rejects a file if any other part is
 * broken; and the other parts that define the colours and the size of the pixels.
 */
final class PngFile {

    private static final int SIGNATURE = 8;
    private static final int FRAME = 12;
    private static final int INDEXED = 3;
    /** The part without content that every file ends with. */
    private static final byte[] END = {0, 0, 0, 0, 'I', 'E', 'N', 'D', (byte) 0xae, 0x42, 0x60, (byte) 0x82};

    /** Of a part beside the pixels that is kept in memory. */
    private static final int MOST_BYTES = 1 << 24;

    private static final Set<String> KEPT = Set.of("tRNS", "iCCP", "sRGB", "gAMA", "cHRM", "cICP", "pHYs", "eXIf");

    private final Path path;
    private final ImageInputStream file;
    private final JoinedStream pixels = new JoinedStream();
    private final Map<String, byte[]> beside = new HashMap<>();
    private int bits;
    private int colours;

    /** Of a file that starts as a PNG does. */
    PngFile(Path path) throws IOException {
        this.path = path;
        file = new BufferedFileImageInputStream(path.toFile());
        try {
            pixels.add(file, 0, SIGNATURE);
            parts();
            pixels.add(new ByteArrayImageInputStream(END), 0, END.length);
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    /** Reads up to the end of the pixels; later parts do not concern them. */
    private void parts() throws IOException {
        boolean hasPixels = false;
        for (long at = SIGNATURE; at + FRAME <= file.length(); ) {
            file.seek(at);
            long bytes = file.readUnsignedInt();
            byte[] letters = new byte[4];
            file.readFully(letters);
            String name = new String(letters, StandardCharsets.ISO_8859_1);
            boolean isPixels = name.equals("IDAT");
            if (hasPixels && !isPixels || name.equals("IEND")) break;
            if (name.equals("IHDR")) header();
            if (isPixels || name.equals("IHDR") || colours == INDEXED && (name.equals("PLTE") || name.equals("tRNS")))
                addNeeded(at, bytes);
            else if (KEPT.contains(name)) keep(name, bytes);
            else if (Character.isUpperCase(name.charAt(0)) && !name.equals("PLTE"))
                throw new UnsupportedPictureException("'" + path + "' is broken, or has a part '"
                        + name.replaceAll("[^A-Za-z]", "?") + "' that its pixels need and that is not known.");
            hasPixels = isPixels;
            at += FRAME + bytes;
        }
        if (!hasPixels) throw new EOFException();
    }

    /** The sum behind its content may be missing. */
    private void addNeeded(long at, long bytes) throws IOException {
        long end = at + FRAME + bytes;
        if (end - Integer.BYTES > file.length()) throw new EOFException();
        long missing = Math.max(0, end - file.length());
        pixels.add(file, at, end - missing - at);
        if (missing > 0) pixels.add(new ByteArrayImageInputStream(new byte[Integer.BYTES]), 0, missing);
    }

    private void header() throws IOException {
        file.skipBytes(8);
        bits = file.readUnsignedByte();
        colours = file.readUnsignedByte();
    }

    private void keep(String name, long bytes) throws IOException {
        if (bytes > MOST_BYTES || bytes > file.length() - file.getStreamPosition()) return;
        byte[] content = new byte[(int) bytes];
        file.readFully(content);
        beside.putIfAbsent(name, content);
    }

    /** The stream for Java's reader, which must be closed. */
    ImageInputStream pixels() {
        return pixels;
    }

    /** The content of a part beside the pixels; null if there is none. */
    byte[] beside(String name) {
        return beside.get(name);
    }

    /** The one colour that is transparent; null if there is none. */
    ColourKey key() {
        byte[] values = beside("tRNS");
        int channels = colours == 0 ? 1 : colours == 2 ? 3 : 0;
        if (values == null || channels == 0 || values.length < 2 * channels) return null;
        int[] key = new int[channels];
        for (int c = 0; c < channels; c++) key[c] = ((values[2 * c] & 255) << 8 | values[2 * c + 1] & 255) & most();
        return new ColourKey(key, most());
    }

    /** Whether its pixels go through a table of colours. */
    boolean isIndexed() {
        return colours == INDEXED;
    }

    private int most() {
        return (1 << bits) - 1;
    }
}
