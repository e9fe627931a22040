package sc.fiji.imagetomask.picturefile.tiff;

import com.twelvemonkeys.imageio.metadata.Entry;
import com.twelvemonkeys.imageio.metadata.tiff.Rational;
import com.twelvemonkeys.imageio.metadata.tiff.TIFF;
import com.twelvemonkeys.imageio.metadata.tiff.TIFFEntry;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import sc.fiji.imagetomask.picturefile.Calibration;
import sc.fiji.imagetomask.picturefile.MaskShape;

/**
 * What ImageJ writes about an image into the first directory of its TIFF: dimensions, sizes, and the image's info. Sources:
 * {@code ij.io.FileSaver.getDescriptionString} and {@code ij.io.TiffEncoder}, which write it, {@code ij.io.TiffDecoder},
 * which reads it.
 */
final class ImageJNotes {

    static final int MAGIC = 0x494a494a;
    static final int INFO = 0x696e666f;

    private static final int HEADER_BYTES = 12;
    private static final short NO_UNIT = 1;
    private static final short INCH = 2;
    private static final short CENTIMETRE = 3;
    private static final long MILLION = 1_000_000;

    private ImageJNotes() {}

    static List<Entry> of(MaskShape shape, String info) {
        Calibration sizes = shape.calibration();
        List<Entry> entries = new ArrayList<>();
        entries.add(new TIFFEntry(TIFF.TAG_IMAGE_DESCRIPTION, TIFF.TYPE_ASCII, description(shape)));
        if (sizes.hasResolution()) {
            entries.add(new TIFFEntry(TIFF.TAG_X_RESOLUTION, TIFF.TYPE_RATIONAL, perUnit(sizes.x())));
            entries.add(new TIFFEntry(TIFF.TAG_Y_RESOLUTION, TIFF.TYPE_RATIONAL, perUnit(sizes.y())));
            short unit = sizes.unit().equals("inch") ? INCH : sizes.unit().equals("cm") ? CENTIMETRE : NO_UNIT;
            entries.add(new TIFFEntry(TIFF.TAG_RESOLUTION_UNIT, TIFF.TYPE_SHORT, unit));
        }
        byte[] text = info.getBytes(StandardCharsets.UTF_16LE);
        ByteBuffer data = ByteBuffer.allocate(HEADER_BYTES + text.length).order(ByteOrder.LITTLE_ENDIAN);
        data.putInt(MAGIC).putInt(INFO).putInt(1).put(text);
        entries.add(
                new TIFFEntry(TiffTag.IMAGEJ_METADATA_COUNTS, TIFF.TYPE_LONG, new long[] {HEADER_BYTES, text.length}));
        entries.add(new TIFFEntry(TiffTag.IMAGEJ_METADATA, TIFF.TYPE_BYTE, data.array()));
        return entries;
    }

    private static String description(MaskShape shape) {
        Calibration sizes = shape.calibration();
        StringBuilder lines = new StringBuilder("ImageJ=1.54p\n");
        int depth = shape.slices() / shape.frames();
        if (shape.slices() > 1) lines.append("images=").append(shape.slices()).append('\n');
        if (depth > 1) lines.append("slices=").append(depth).append('\n');
        if (shape.frames() > 1) lines.append("frames=").append(shape.frames()).append('\n');
        if (depth > 1 && shape.frames() > 1) lines.append("hyperstack=true\n");
        if (sizes.isKnown()) lines.append("unit=").append(escaped(sizes.unit())).append('\n');
        if (sizes.z() > 0) lines.append("spacing=").append(sizes.z()).append('\n');
        if (sizes.interval() > 0)
            lines.append("finterval=").append(sizes.interval()).append('\n');
        if (shape.slices() > 1) lines.append("loop=false\n");
        lines.append("min=0.0\nmax=").append(shape.isFloat() ? "1.0" : "255.0").append('\n');
        return lines.toString();
    }

    private static String escaped(String unit) {
        StringBuilder text = new StringBuilder();
        for (char letter : unit.toCharArray())
            text.append(letter >= ' ' && letter < 127 ? String.valueOf(letter) : "\\u%04x".formatted((int) letter));
        return text.toString();
    }

    /** How many pixels a unit has, so that one divided by it is the size again. */
    private static Rational perUnit(double size) {
        long millionths = Math.round(size * MILLION);
        boolean isExact = millionths > 0
                && millionths <= Integer.MAX_VALUE
                && Math.abs(size * MILLION - millionths) < 1e-6 * size * MILLION;
        if (isExact) return new Rational(MILLION, millionths);
        double most = Integer.MAX_VALUE / Math.max(1, 1 / size);
        double count = Math.min(Integer.MAX_VALUE, Integer.MAX_VALUE / size);
        return new Rational(Math.max(1, Math.round(count)), Math.max(1, Math.round(most)));
    }
}
