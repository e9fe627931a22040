package sc.fiji.imagetomask.picturefile.tiff;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;
import sc.fiji.imagetomask.reading.ShownChannel;

/**
 * ImageJ's data about an image besides its description, in two fields of its own with one part for each kind of data.
 * Source: {@code ij.io.TiffDecoder.getMetaData}.
 */
public final class TiffInfo {

    private static final int RANGES = 0x72616e67;
    private static final int TABLES = 0x6c757473;
    private static final int KIND_BYTES = 8;
    private static final int TABLE_BYTES = 768;
    private static final int MOST_BYTES = 1 << 26;

    private final List<byte[]> info;
    private final List<byte[]> tables;
    private final List<byte[]> ranges;
    private final ImageInputStream stream;

    private TiffInfo(TiffDirectory first, ImageInputStream stream) throws IOException {
        this.stream = stream;
        info = parts(first, ImageJNotes.INFO);
        tables = parts(first, TABLES);
        ranges = parts(first, RANGES);
    }

    /** The info of a TIFF file that ImageJ shows; empty if it has none, or cannot be read. */
    public static String of(Path path) {
        try (ImageInputStream stream = new FileImageInputStream(path.toFile())) {
            TiffInfo all = new TiffInfo(new TiffLevels(path, stream).directory(0), stream);
            if (all.info.isEmpty()) return "";
            boolean isLittle = stream.getByteOrder() == ByteOrder.LITTLE_ENDIAN;
            return new String(all.info.get(0), isLittle ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE);
        } catch (IOException | RuntimeException e) {
            return "";
        }
    }

    /** How each of that many channels is shown; empty if the file does not say. */
    static List<ShownChannel> shown(TiffDirectory first, ImageInputStream stream, int channels) throws IOException {
        TiffInfo all = new TiffInfo(first, stream);
        List<ShownChannel> shown = new ArrayList<>();
        for (int c = 0; c < channels && all.tables.size() >= channels; c++) {
            byte[] table = all.tables.get(c);
            if (table.length != TABLE_BYTES) return List.of();
            double[] ends = all.range(c);
            shown.add(new ShownChannel(part(table, 0), part(table, 1), part(table, 2), ends[0], ends[1]));
        }
        return shown;
    }

    private static byte[] part(byte[] table, int n) {
        return Arrays.copyOfRange(table, n * TABLE_BYTES / 3, (n + 1) * TABLE_BYTES / 3);
    }

    private double[] range(int channel) {
        if (ranges.isEmpty() || ranges.get(0).length < (channel + 1) * 16) return new double[] {Double.NaN, Double.NaN};
        ByteBuffer numbers = ByteBuffer.wrap(ranges.get(0)).order(stream.getByteOrder());
        return new double[] {numbers.getDouble(channel * 16), numbers.getDouble(channel * 16 + 8)};
    }

    private List<byte[]> parts(TiffDirectory first, int wanted) throws IOException {
        List<byte[]> parts = new ArrayList<>();
        if (!first.isWhole(TiffTag.IMAGEJ_METADATA_COUNTS) || !first.isWhole(TiffTag.IMAGEJ_METADATA)) return parts;
        int count = (int) Math.min(first.field(TiffTag.IMAGEJ_METADATA_COUNTS).count(), MOST_BYTES / KIND_BYTES);
        long[] lengths = first.numbers(TiffTag.IMAGEJ_METADATA_COUNTS, 0, count);
        if (first.field(TiffTag.IMAGEJ_METADATA).count() > MOST_BYTES) return parts;
        ByteBuffer data = ByteBuffer.wrap(first.bytes(TiffTag.IMAGEJ_METADATA)).order(stream.getByteOrder());
        if (data.capacity() < Integer.BYTES || data.getInt(0) != ImageJNotes.MAGIC) return parts;
        int kinds = (int) ((lengths[0] - Integer.BYTES) / KIND_BYTES);
        int at = (int) lengths[0];
        for (int kind = 0, part = 1; kind < kinds; kind++) {
            int name = data.getInt(Integer.BYTES + kind * KIND_BYTES);
            int n = data.getInt(2 * Integer.BYTES + kind * KIND_BYTES);
            for (int i = 0; i < n && part < count; i++, part++) {
                if (lengths[part] > data.capacity() - at) return parts;
                byte[] bytes = new byte[(int) lengths[part]];
                data.get(at, bytes);
                at += bytes.length;
                if (name == wanted) parts.add(bytes);
            }
        }
        return parts;
    }
}
