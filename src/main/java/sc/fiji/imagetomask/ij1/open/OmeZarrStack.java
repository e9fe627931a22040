package sc.fiji.imagetomask.ij1.open;

import ij.VirtualStack;
import ij.process.ByteProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;
import java.io.IOException;
import java.util.Arrays;
import java.util.function.Consumer;
import net.imglib2.Cursor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;
import net.imglib2.view.Views;
import sc.fiji.imagetomask.ome.OmeZarrImage;
import sc.fiji.imagetomask.zarr.DataType;
import sc.fiji.imagetomask.zarr.ReadingLine;
import sc.fiji.imagetomask.zarr.ZarrArray;
import sc.fiji.imagetomask.zarr.ZarrImgs;

/**
 * The planes of one resolution of an OME-Zarr image in ImageJ's order: channels first, then slices, then frames. Each is read
 * when it is asked for. Bytes and unsigned 16-bit values stay what they are; true is 255; all other types become 32-bit.
 */
final class OmeZarrStack extends VirtualStack {

    /** The part of the heap for decoded chunks of which only a part was used. */
    private static final int PART_OF_HEAP = 8;

    private final OmeZarrImage image;
    private final ZarrArray array;
    private final Consumer<String> shown;
    private final int channels;
    private final int depth;
    private final int frames;

    /** @param shown takes how far a plane is read, for the status bar */
    OmeZarrStack(OmeZarrImage image, int level, Consumer<String> shown) {
        super((int) OmeZarrHyperstack.along(image, level, "x"), (int) OmeZarrHyperstack.along(image, level, "y"), (int)
                (OmeZarrHyperstack.along(image, level, "c")
                        * OmeZarrHyperstack.along(image, level, "z")
                        * OmeZarrHyperstack.along(image, level, "t")));
        this.image = image;
        this.shown = shown;
        array = image.level(level).array().keeping(Runtime.getRuntime().maxMemory() / PART_OF_HEAP);
        channels = (int) OmeZarrHyperstack.along(image, level, "c");
        depth = (int) OmeZarrHyperstack.along(image, level, "z");
        frames = (int) OmeZarrHyperstack.along(image, level, "t");
        setBitDepth(
                switch (array.dataType()) {
                    case BOOL, UINT8 -> 8;
                    case UINT16 -> 16;
                    default -> 32;
                });
    }

    int channels() {
        return channels;
    }

    int depth() {
        return depth;
    }

    int frames() {
        return frames;
    }

    /** @throws IllegalArgumentException with one sentence that names the object, if the plane cannot be read */
    @Override
    public ImageProcessor getProcessor(int n) {
        try {
            ImageProcessor plane = plane(n - 1);
            plane.setSliceNumber(n);
            return plane;
        } catch (IOException e) {
            shown.accept(e.getMessage());
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    private ImageProcessor plane(int index) throws IOException {
        long[] min = new long[array.rank()];
        set(min, "c", index % channels);
        set(min, "z", index / channels % depth);
        set(min, "t", index / channels / depth);
        int[] size = new int[array.rank()];
        Arrays.fill(size, 1);
        int y = image.dimension("y");
        int x = image.dimension("x");
        size[y] = getHeight();
        size[x] = getWidth();
        Object values = read(min, size);
        DataType type = array.dataType();
        if (type == DataType.BOOL) {
            byte[] booleans = (byte[]) values;
            for (int i = 0; i < booleans.length; i++) booleans[i] = (byte) -booleans[i];
        }
        DataType held = type == DataType.BOOL ? DataType.UINT8 : type;
        if (y < x && held == DataType.UINT8) return new ByteProcessor(getWidth(), getHeight(), (byte[]) values);
        if (y < x && held == DataType.UINT16)
            return new ShortProcessor(getWidth(), getHeight(), (short[]) values, null);
        if (y < x && held == DataType.FLOAT32) return new FloatProcessor(getWidth(), getHeight(), (float[]) values);
        return converted(held, values, y > x);
    }

    private Object read(long[] min, int[] size) throws IOException {
        long chunksBefore = array.chunksRead();
        long bytesBefore = array.bytesRead();
        long[] grid = array.gridShape();
        double chunks = (double) grid[image.dimension("y")] * grid[image.dimension("x")];
        try (ReadingLine line = new ReadingLine(
                () -> image.store().lastName(),
                () -> array.bytesRead() - bytesBefore,
                () -> Math.min(1, (array.chunksRead() - chunksBefore) / chunks),
                shown)) {
            return array.readBlock(min, size);
        }
    }

    private ImageProcessor converted(DataType type, Object values, boolean byColumns) {
        RandomAccessibleInterval<? extends RealType<?>> plane = byColumns
                ? Views.permute(ZarrImgs.of(type, values, getHeight(), getWidth()), 0, 1)
                : ZarrImgs.of(type, values, getWidth(), getHeight());
        ImageProcessor processor = switch (type) {
            case UINT8 -> new ByteProcessor(getWidth(), getHeight());
            case UINT16 -> new ShortProcessor(getWidth(), getHeight());
            default -> new FloatProcessor(getWidth(), getHeight());
        };
        Cursor<? extends RealType<?>> cursor = Views.flatIterable(plane).cursor();
        for (int i = 0; cursor.hasNext(); i++) processor.setf(i, cursor.next().getRealFloat());
        return processor;
    }

    private void set(long[] position, String axis, long value) {
        int d = image.dimension(axis);
        if (d >= 0) position[d] = value;
    }
}
