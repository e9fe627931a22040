package sc.fiji.imagetomask.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import net.imagej.Dataset;
import net.imagej.DatasetService;
import net.imagej.DefaultDataset;
import net.imagej.ImgPlus;
import net.imagej.axis.Axes;
import net.imagej.axis.CalibratedAxis;
import net.imagej.axis.DefaultLinearAxis;
import net.imglib2.EuclideanSpace;
import net.imglib2.FinalInterval;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.img.ImgView;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.position.FunctionRandomAccessible;
import net.imglib2.type.logic.BoolType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.util.Cast;
import net.imglib2.util.ImgUtil;
import net.imglib2.view.Views;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.scijava.Context;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;
import org.scijava.service.Service;
import sc.fiji.imagetomask.MaskSettings;
import sc.fiji.imagetomask.engine.jvm.JavaEngine;
import sc.fiji.imagetomask.img.ImgMasks;
import sc.fiji.imagetomask.img.ImgPictures;

/** A context with stand-ins for ImageJ2, which is not on Maven Central; and datasets with known pixels. */
@ExtendWith(BatchImages.class)
abstract class Datasets {

    static final int W = 12;
    static final int H = 9;

    final Img<UnsignedByteType> pixels = noise(W, H, 3, 2);
    Context context;

    @BeforeEach
    void open() {
        context = new Context();
        add(new DatasetService.Simple());
    }

    @AfterEach
    void close() {
        context.close();
    }

    static RandomAccessibleInterval<BoolType> booleans() {
        return Views.interval(
                new FunctionRandomAccessible<>(2, (p, inside) -> inside.set(p.getIntPosition(0) == 5), BoolType::new),
                new FinalInterval(W, H));
    }

    CommandModule run(boolean process, Object... inputs) throws Exception {
        Object[] all = Arrays.copyOf(inputs, inputs.length + 2);
        all[inputs.length] = "engine";
        all[inputs.length + 1] = "java";
        return context.service(CommandService.class)
                .run(ImgLib2ToMaskCommand.class, process, all)
                .get();
    }

    void add(Service service) {
        service.setContext(context);
        context.getServiceIndex().add(service);
    }

    static Img<?> result(CommandModule module) {
        assertThat(module.getCancelReason()).isNull();
        return (Img<?>) module.getOutput("result");
    }

    static void assertRefused(CommandModule module, String sentence) {
        assertThat(module.getCancelReason()).isEqualTo(sentence);
        assertThat(module.getOutput("result")).isNull();
    }

    interface Inside {
        boolean at(int x, int y, int z);
    }

    /** Equal to the whole mask inside, 0 outside; and not all 0 inside. */
    void assertCut(Img<?> mask, Inside inside) {
        byte[] whole = expected(pixels, 2);
        for (int i = 0; i < whole.length; i++) if (!inside.at(i % W, i / W % H, i / W / H)) whole[i] = 0;
        assertThat(values(mask)).isEqualTo(whole);
        assertThat(IntStream.range(0, whole.length).anyMatch(i -> whole[i] != 0))
                .isTrue();
    }

    static byte[] expected(Img<UnsignedByteType> image, int axis) {
        return values(new ImgMasks(new JavaEngine(), MaskSettings.of("S (HSV)")).of(ImgPictures.channels(image, axis)));
    }

    static byte[] values(Img<?> image) {
        byte[] values = new byte[(int) image.size()];
        int[] i = {0};
        Views.flatIterable(image).forEach(pixel -> values[i[0]++] = (byte) ((UnsignedByteType) pixel).get());
        return values;
    }

    static List<String> axes(Dataset image) {
        return IntStream.range(0, image.numDimensions())
                .mapToObj(d -> image.axis(d).toString())
                .toList();
    }

    Img<UnsignedByteType> moved(int... order) {
        RandomAccessibleInterval<UnsignedByteType> moved = pixels;
        int[] now = {0, 1, 2, 3};
        for (int d = 0; d < order.length; d++) {
            int from = d;
            while (now[from] != order[d]) from++;
            if (from == d) continue;
            moved = Views.permute(moved, from, d);
            now[from] = now[d];
            now[d] = order[d];
        }
        return ImgView.wrap(moved, pixels.factory());
    }

    Img<UnsignedByteType> copy(Img<UnsignedByteType> target) {
        ImgUtil.copy(pixels, target);
        return target;
    }

    static Img<UnsignedByteType> noise(long... size) {
        Img<UnsignedByteType> image = ArrayImgs.unsignedBytes(size);
        Random random = new Random(4);
        image.forEach(pixel -> pixel.set(random.nextInt(256)));
        return image;
    }

    static Dataset dataset(Img<UnsignedByteType> image, String name, String... types) {
        return new DefaultDataset(imgPlus(image, name, types));
    }

    static ImgPlus<UnsignedByteType> imgPlus(Img<UnsignedByteType> image, String name, String... types) {
        CalibratedAxis[] axes = IntStream.range(0, types.length)
                .mapToObj(d -> new DefaultLinearAxis(Axes.get(types[d]), "um", 0.5 + d / 10.0, d + 1))
                .toArray(CalibratedAxis[]::new);
        return new ImgPlus<>(Cast.unchecked(image), name, axes);
    }

    /** As imglib2-roi's regions are: a predicate of positions that has dimensions. */
    record Region<T>(int numDimensions, Predicate<T> inside) implements Predicate<T>, EuclideanSpace {

        @Override
        public boolean test(T position) {
            return inside.test(position);
        }
    }
}
