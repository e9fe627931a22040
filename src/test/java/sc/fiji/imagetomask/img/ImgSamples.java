package sc.fiji.imagetomask.img;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import net.imglib2.FinalInterval;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.converter.Converters;
import net.imglib2.img.Img;
import net.imglib2.img.ImgFactory;
import net.imglib2.img.ImgView;
import net.imglib2.img.array.ArrayImgFactory;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.img.basictypeaccess.nio.ByteBufferAccess;
import net.imglib2.img.basictypeaccess.nio.IntBufferAccess;
import net.imglib2.img.cell.CellImgFactory;
import net.imglib2.img.list.ListImgFactory;
import net.imglib2.img.planar.PlanarImgFactory;
import net.imglib2.loops.LoopBuilder;
import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.util.Intervals;
import net.imglib2.view.Views;

/** Images of the same random pixels in every kind of ImgLib2 storage, and views of them. */
final class ImgSamples {

    private ImgSamples() {}

    static Map<String, RandomAccessibleInterval<ARGBType>> colours(long... size) {
        int count = (int) Intervals.numElements(size);
        return kinds(
                new ARGBType(),
                ArrayImgs.argbs(new IntBufferAccess(count, true), size),
                (random, pixel) -> pixel.set(random.nextInt()),
                size);
    }

    static Map<String, RandomAccessibleInterval<UnsignedByteType>> bytes(long... size) {
        int count = (int) Intervals.numElements(size);
        return kinds(
                new UnsignedByteType(),
                ArrayImgs.unsignedBytes(new ByteBufferAccess(count, true), size),
                (random, pixel) -> pixel.set(random.nextInt(256)),
                size);
    }

    private interface Fill<T> {
        void fill(Random random, T pixel);
    }

    private static <T extends NativeType<T>> Map<String, RandomAccessibleInterval<T>> kinds(
            T type, Img<T> buffers, Fill<T> fill, long... size) {
        Map<String, ImgFactory<T>> factories = new LinkedHashMap<>();
        factories.put("array", new ArrayImgFactory<>(type));
        factories.put("planar", new PlanarImgFactory<>(type));
        factories.put("cell", new CellImgFactory<>(type, 5, 7, 2));
        factories.put("list", new ListImgFactory<>(type));
        Map<String, RandomAccessibleInterval<T>> kinds = new LinkedHashMap<>();
        factories.forEach((name, factory) -> {
            Img<T> image = fill(factory.create(size), fill);
            kinds.put(name, image);
            kinds.put(name + ", moved", Views.translate(image, moved(size)));
            kinds.put(name + ", cropped", cropped(factory, fill, size));
            kinds.put(name + ", cropped to zero", Views.zeroMin(cropped(factory, fill, size)));
            kinds.put(name + ", permuted", permuted(factory, fill, size));
            kinds.put(name + ", mirrored", Views.zeroMin(Views.invertAxis(image, 1)));
            kinds.put(name + ", as Img", ImgView.wrap(Views.translate(image, moved(size)), factory));
            kinds.put(
                    name + ", converted",
                    Converters.convert((RandomAccessibleInterval<T>) image, (in, out) -> out.set(in), type));
        });
        kinds.put("buffers", fill(buffers, fill));
        kinds.put("buffers, mirrored", Views.zeroMin(Views.invertAxis(buffers, 0)));
        return kinds;
    }

    private static <T extends NativeType<T>> Img<T> fill(Img<T> image, Fill<T> fill) {
        Random random = new Random(image.numDimensions());
        LoopBuilder.setImages(image).forEachPixel(pixel -> fill.fill(random, pixel));
        return image;
    }

    private static <T extends NativeType<T>> RandomAccessibleInterval<T> cropped(
            ImgFactory<T> factory, Fill<T> fill, long... size) {
        long[] larger = size.clone();
        larger[0] += 6;
        larger[1] += 4;
        long[] min = new long[size.length];
        min[0] = 2;
        min[1] = 3;
        return Views.interval(fill(factory.create(larger), fill), FinalInterval.createMinSize(concat(min, size)));
    }

    private static <T extends NativeType<T>> RandomAccessibleInterval<T> permuted(
            ImgFactory<T> factory, Fill<T> fill, long... size) {
        long[] swapped = size.clone();
        swapped[0] = size[1];
        swapped[1] = size[0];
        return Views.permute(fill(factory.create(swapped), fill), 0, 1);
    }

    private static long[] moved(long... size) {
        long[] offset = new long[size.length];
        for (int d = 0; d < offset.length; d++) offset[d] = 100 * d - 50;
        return offset;
    }

    private static long[] concat(long[] a, long[] b) {
        long[] both = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, both, a.length, b.length);
        return both;
    }
}
