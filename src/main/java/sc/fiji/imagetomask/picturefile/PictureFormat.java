package sc.fiji.imagetomask.picturefile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A kind of picture file that can be read. It is recognized by its first bytes, in folders by its extension. */
public enum PictureFormat {
    PNG(List.of("\u0089PNG\r\n\u001a\n"), "png"),
    JPEG(List.of("\u00ff\u00d8\u00ff"), "jpg", "jpeg"),
    TIFF(List.of("II*\0", "MM\0*"), "tif", "tiff"),
    BIG_TIFF(List.of("II+\0", "MM\0+"), "tf8", "btf"),
    GIF(List.of("GIF8"), "gif"),
    BMP(List.of("BM"), "bmp");

    /** Extensions of pictures that are not read, or only if the file is named by itself. */
    private static final Set<String> OTHERS = Set.of(
            ("svs ndpi ndpis scn mrxs vsi bif qptiff dcm czi lsm lif nd2 oib oif oir ims stk zvi dv sld flex ics ids mrc h5"
                            + " jp2 j2k jxl webp heic heif avif psd xcf exr hdr ppm pgm pbm pnm tga dng nef cr2 cr3 arw orf rw2")
                    .split(" "));

    /** The formats, for sentences. */
    public static final String NAMES = "PNG, JPEG, TIFF, GIF or BMP";

    /** The largest number of bytes that Deflate can compress to one byte. */
    private static final long DEFLATE_RATIO = 1032;

    /** The largest number of pixels of a GIF that one LZW code, of at least one byte, stands for. */
    private static final long LZW_PIXELS = 4096;

    /** The n-th code stands for at most n pixels. All codes after this number take at least one byte. */
    private static final long LZW_START = 256;

    /** A bit of JPEG stands for a block of 8 x 8 pixels. */
    private static final long JPEG_PIXELS = 8 * 64;

    private final List<String> starts;
    private final List<String> extensions;

    PictureFormat(List<String> starts, String... extensions) {
        this.starts = starts;
        this.extensions = List.of(extensions);
    }

    /** @throws IOException if the file's first bytes are of none of these formats */
    public static PictureFormat of(Path path) throws IOException {
        if (Files.isDirectory(path)) throw new IOException("'" + path + "' is a folder, but must be a picture file.");
        String start;
        try (InputStream in = Files.newInputStream(path)) {
            start = new String(in.readNBytes(8), StandardCharsets.ISO_8859_1);
        }
        if (start.isEmpty()) throw new IOException("'" + path + "' is empty: it has 0 bytes.");
        for (PictureFormat format : values()) if (format.starts.stream().anyMatch(start::startsWith)) return format;
        throw new IOException("'" + path + "' is not a " + NAMES + " picture.");
    }

    /** Whether a file of that name in a folder is taken as a picture. */
    public static boolean isPictureName(Path path) {
        String extension = extension(path);
        for (PictureFormat format : values()) if (format.extensions.contains(extension)) return true;
        return false;
    }

    /** Whether a file of that name in a folder is a picture, too, but is not taken. */
    public static boolean isOtherPictureName(Path path) {
        return OTHERS.contains(extension(path));
    }

    private static String extension(Path path) {
        String name = path.getFileName().toString().toLowerCase(Locale.ROOT);
        return name.substring(name.lastIndexOf('.') + 1);
    }

    /**
     * How many pixels a file of that length can hold at most, compressed as well as the format can.
     *
     * @param bytes of the file
     * @param bits of a pixel
     */
    public long mostPixels(long bytes, int bits) {
        return switch (this) {
            case PNG -> bytes * Byte.SIZE / bits * DEFLATE_RATIO;
            case GIF -> Math.min(bytes * LZW_PIXELS, (bytes + LZW_START) * (bytes + LZW_START) / 2);
            default -> bytes * JPEG_PIXELS; // and more than runs of BMP
        };
    }

    public boolean isTiff() {
        return this == TIFF || this == BIG_TIFF;
    }
}
