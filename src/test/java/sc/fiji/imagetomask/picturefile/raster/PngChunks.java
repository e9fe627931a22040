package sc.fiji.imagetomask.picturefile.raster;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;

/** A PNG file that is written part by part. */
public final class PngChunks {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    /** @param colours 0 for grey, 2 for RGB, 3 for a palette, 4 and 6 with alpha */
    public PngChunks(int width, int height, int bits, int colours) throws IOException {
        this(width, height, bits, colours, false);
    }

    /** @param interlaced whether the pixels are stored in seven passes */
    public PngChunks(int width, int height, int bits, int colours, boolean interlaced) throws IOException {
        bytes.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
        add(
                "IHDR",
                ByteBuffer.allocate(13)
                        .putInt(width)
                        .putInt(height)
                        .put((byte) bits)
                        .put((byte) colours)
                        .put(12, (byte) (interlaced ? 1 : 0))
                        .array());
    }

    public PngChunks add(String name, byte... content) throws IOException {
        byte[] letters = name.getBytes(StandardCharsets.US_ASCII);
        CRC32 sum = new CRC32();
        sum.update(letters);
        sum.update(content);
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(content.length);
        out.write(letters);
        out.write(content);
        out.writeInt((int) sum.getValue());
        return this;
    }

    /** Rows as they are stored, each after the number of its filter. */
    public PngChunks pixels(byte... rows) throws IOException {
        return add("IDAT", deflated(rows));
    }

    public static byte[] deflated(byte... content) throws IOException {
        ByteArrayOutputStream deflated = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(deflated)) {
            out.write(content);
        }
        return deflated.toByteArray();
    }

    /** Bytes that are no part. */
    PngChunks raw(byte... content) throws IOException {
        bytes.write(content);
        return this;
    }

    public Path write(Path file) throws IOException {
        return Files.write(file, bytes.toByteArray());
    }
}
