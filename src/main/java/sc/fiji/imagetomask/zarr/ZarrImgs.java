package sc.fiji.imagetomask.zarr;

import java.io.IOException;
import java.io.UncheckedIOException;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.img.basictypeaccess.DataAccess;
import net.imglib2.img.basictypeaccess.array.BooleanArray;
import net.imglib2.img.basictypeaccess.array.ByteArray;
import net.imglib2.img.basictypeaccess.array.DoubleArray;
import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.img.basictypeaccess.array.IntArray;
import net.imglib2.img.basictypeaccess.array.LongArray;
import net.imglib2.img.basictypeaccess.array.ShortArray;
import net.imglib2.img.cell.Cell;
import net.imglib2.img.cell.CellGrid;
import net.imglib2.img.cell.LazyCellImg;
import net.imglib2.type.NativeType;
import net.imglib2.type.logic.NativeBoolType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.ByteType;
import net.imglib2.type.numeric.integer.IntType;
import net.imglib2.type.numeric.integer.LongType;
import net.imglib2.type.numeric.integer.ShortType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedIntType;
import net.imglib2.type.numeric.integer.UnsignedLongType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.type.numeric.real.DoubleType;
import net.imglib2.type.numeric.real.FloatType;

/** Arrays as ImgLib2 images that are read chunk by chunk when their pixels are needed. */
public final class ZarrImgs {

    private interface Access<A> {
        A of(Object values);
    }

    private ZarrImgs() {}

    /**
     * The image, of the array's type; its dimensions are the array's in reverse, so that x comes first. Only for reading. A
     * chunk that cannot be read is an {@link UncheckedIOException}.
     *
     * <pre>{@code
     * Img<?> picture = ZarrImgs.lazy(OmeZarrImage.open(folder).level(0).array(), 256 << 20);
     * }</pre>
     *
     * @param keptBytes bytes of chunks that are kept, those used last
     */
    public static Img<? extends RealType<?>> lazy(ZarrArray array, long keptBytes) {
        return switch (array.dataType()) {
            case BOOL ->
                img(array, keptBytes, new NativeBoolType(), values -> new BooleanArray(booleans((byte[]) values)));
            case INT8 -> img(array, keptBytes, new ByteType(), values -> new ByteArray((byte[]) values));
            case UINT8 -> img(array, keptBytes, new UnsignedByteType(), values -> new ByteArray((byte[]) values));
            case INT16 -> img(array, keptBytes, new ShortType(), values -> new ShortArray((short[]) values));
            case UINT16 -> img(array, keptBytes, new UnsignedShortType(), values -> new ShortArray((short[]) values));
            case INT32 -> img(array, keptBytes, new IntType(), values -> new IntArray((int[]) values));
            case UINT32 -> img(array, keptBytes, new UnsignedIntType(), values -> new IntArray((int[]) values));
            case INT64 -> img(array, keptBytes, new LongType(), values -> new LongArray((long[]) values));
            case UINT64 -> img(array, keptBytes, new UnsignedLongType(), values -> new LongArray((long[]) values));
            case FLOAT16, FLOAT32 -> img(array, keptBytes, new FloatType(), values -> new FloatArray((float[]) values));
            case FLOAT64 -> img(array, keptBytes, new DoubleType(), values -> new DoubleArray((double[]) values));
        };
    }

    /**
     * Values that are in memory as an image; only those of {@link DataType#BOOL} are copied.
     *
     * @param values a primitive array of that type
     * @param size values along each dimension of the image, the first dimension being the fastest
     */
    public static Img<? extends RealType<?>> of(DataType type, Object values, long... size) {
        return switch (type) {
            case BOOL -> ArrayImgs.booleans(booleans((byte[]) values), size);
            case INT8 -> ArrayImgs.bytes((byte[]) values, size);
            case UINT8 -> ArrayImgs.unsignedBytes((byte[]) values, size);
            case INT16 -> ArrayImgs.shorts((short[]) values, size);
            case UINT16 -> ArrayImgs.unsignedShorts((short[]) values, size);
            case INT32 -> ArrayImgs.ints((int[]) values, size);
            case UINT32 -> ArrayImgs.unsignedInts((int[]) values, size);
            case INT64 -> ArrayImgs.longs((long[]) values, size);
            case UINT64 -> ArrayImgs.unsignedLongs((long[]) values, size);
            case FLOAT16, FLOAT32 -> ArrayImgs.floats((float[]) values, size);
            case FLOAT64 -> ArrayImgs.doubles((double[]) values, size);
        };
    }

    private static boolean[] booleans(byte[] values) {
        boolean[] booleans = new boolean[values.length];
        for (int i = 0; i < values.length; i++) booleans[i] = values[i] != 0;
        return booleans;
    }

    private static <T extends NativeType<T> & RealType<T>, A extends DataAccess> Img<T> img(
            ZarrArray array, long keptBytes, T type, Access<A> access) {
        CellGrid grid = new CellGrid(reversed(array.shape()), reversed(array.chunkShape()));
        BoundedCache<Long, Cell<A>> kept = new BoundedCache<>(keptBytes);
        return new LazyCellImg<>(grid, type, index -> {
            Cell<A> cell = kept.get(index);
            if (cell != null) return cell;
            cell = read(array, grid, index, access);
            kept.put(index, cell, cell.size() * array.dataType().bytes());
            return cell;
        });
    }

    private static <A> Cell<A> read(ZarrArray array, CellGrid grid, long index, Access<A> access) {
        long[] min = new long[grid.numDimensions()];
        int[] size = new int[grid.numDimensions()];
        grid.getCellDimensions(index, min, size);
        try {
            return new Cell<>(size, min, access.of(array.readBlock(reversed(min), reversed(size))));
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }

    private static long[] reversed(long[] values) {
        long[] reversed = new long[values.length];
        for (int d = 0; d < values.length; d++) reversed[d] = values[values.length - 1 - d];
        return reversed;
    }

    private static int[] reversed(int[] values) {
        int[] reversed = new int[values.length];
        for (int d = 0; d < values.length; d++) reversed[d] = values[values.length - 1 - d];
        return reversed;
    }
}
