package sc.fiji.imagetomask.picturefile.raster;

import com.twelvemonkeys.imageio.stream.BufferedFileImageInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.imageio.stream.ImageInputStream;
import sc.fiji.imagetomask.picturefile.PaletteTable;
import sc.fiji.imagetomask.picturefile.UnsupportedPictureException;

/**
 * The parts of a PNG file: those that its pixels need, and those that define the colours and the size of the pixels. Other
 * parts may be broken.
 */
final class PngFile implements Closeable {

    private static final int SIGNATURE = 8;
    private static final int FRAME = 12;

    /** Of a part beside the pixels that is kept in memory. */
    private static final int MOST_BYTES = 1 << 24;

    private static final Set<String> KEPT =
            Set.of("PLTE", "tRNS", "iCCP", "sRGB", "gAMA", "cHRM", "cICP", "pHYs", "eXIf");

    private final Path path;
    private final ImageInputStream file;
    private final List<PngInflater.Part> pixels = new ArrayList<>();
    private final Map<String, byte[]> beside = new HashMap<>();
    private PngHeader header;

    /** Of a file that starts as a PNG does. */
    PngFile(Path path) throws IOException {
        this(path, new BufferedFileImageInputStream(path.toFile()));
    }

    /**
     * Within another file.
     *
     * @param path of that, for errors
     * @param file is closed with this, or if this fails
     */
    PngFile(Path path, ImageInputStream file) throws IOException {
        this.path = path;
        this.file = file;
        try {
            parts();
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
            if (name.equals("IHDR")) header(bytes);
            else if (isPixels) addPixels(at + FRAME - Integer.BYTES, bytes);
            else if (KEPT.contains(name)) keep(name, bytes);
            else if (Character.isUpperCase(name.charAt(0)))
                throw new UnsupportedPictureException("'" + path + "' is broken, or has a part '"
                        + name.replaceAll("[^A-Za-z]", "?") + "' that its pixels need and that cannot be read.");
            hasPixels = isPixels;
            at += FRAME + bytes;
        }
        if (!hasPixels) throw new EOFException();
        if (header == null || isIndexed() && beside("PLTE") == null)
            throw new IllegalArgumentException("a part is missing");
    }

    /** The sum behind its content may be missing. */
    private void addPixels(long place, long bytes) throws IOException {
        if (place + bytes > file.length()) throw new EOFException();
        pixels.add(new PngInflater.Part(place, bytes));
    }

    private void header(long bytes) throws IOException {
        if (bytes != PngHeader.BYTES) throw new IllegalArgumentException("the header has " + bytes + " bytes");
        byte[] part = new byte[PngHeader.BYTES];
        file.readFully(part);
        header = PngHeader.of(part);
    }

    private void keep(String name, long bytes) throws IOException {
        if (bytes > MOST_BYTES || bytes > file.length() - file.getStreamPosition()) return;
        byte[] content = new byte[(int) bytes];
        file.readFully(content);
        beside.putIfAbsent(name, content);
    }

    PngHeader header() {
        return header;
    }

    /** What its pixels are inflated by, from the first one on. */
    PngInflater inflater() {
        return new PngInflater(file, pixels);
    }

    /** The colours of the values of its pixels, of which there are no more than its pixels can have. */
    PaletteTable palette() {
        byte[] colours = beside("PLTE");
        byte[] transparency = beside("tRNS");
        int count = Math.min(header.most() + 1, colours.length / 3);
        byte[][] rgb = new byte[3][PaletteTable.COLOURS];
        for (int i = 0; i < 3 * count; i++) rgb[i % 3][i / 3] = colours[i];
        if (transparency == null) return PaletteTable.of(rgb, null);
        byte[] alphas = new byte[PaletteTable.COLOURS];
        for (int i = 0; i < count; i++) alphas[i] = i < transparency.length ? transparency[i] : -1;
        return PaletteTable.of(rgb, alphas);
    }

    /** The content of a part beside the pixels; null if there is none. */
    byte[] beside(String name) {
        return beside.get(name);
    }

    /** The one colour that is transparent; null if there is none. */
    ColourKey key() {
        byte[] values = beside("tRNS");
        int channels = header.channels();
        if (values == null || isIndexed() || channels % 2 == 0 || values.length < 2 * channels) return null;
        int[] key = new int[channels];
        for (int c = 0; c < channels; c++)
            key[c] = ((values[2 * c] & 255) << 8 | values[2 * c + 1] & 255) & header.most();
        return new ColourKey(key, header.most());
    }

    /** Whether its pixels go through a table of colours. */
    boolean isIndexed() {
        return header.colours() == PngHeader.INDEXED;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
