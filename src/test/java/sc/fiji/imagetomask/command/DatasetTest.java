package sc.fiji.imagetomask.command;

import static org.assertj.core.api.Assertions.assertThat;

import ij.ImagePlus;
import ij.gui.OvalRoi;
import ij.gui.PointRoi;
import ij.gui.Roi;
import ij.measure.Calibration;
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
import net.imagej.display.ImageDisplayService;
import net.imagej.legacy.LegacyService;
import net.imglib2.EuclideanSpace;
import net.imglib2.FinalInterval;
import net.imglib2.Localizable;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.RealLocalizable;
import net.imglib2.display.ColorTable8;
import net.imglib2.img.Img;
import net.imglib2.img.ImgView;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.img.cell.CellImgFactory;
import net.imglib2.img.planar.PlanarImgFactory;
import net.imglib2.position.FunctionRandomAccessible;
import net.imglib2.type.logic.BoolType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.util.Cast;
import net.imglib2.util.ImgUtil;
import net.imglib2.view.Views;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.scijava.Context;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;
import org.scijava.service.Service;
import org.scijava.util.DefaultTreeNode;
import sc.fiji.imagetomask.MaskSettings;
import sc.fiji.imagetomask.engine.jvm.JavaEngine;
import sc.fiji.imagetomask.imagej.ImagePlusMasks;
import sc.fiji.imagetomask.imagej.Images;
import sc.fiji.imagetomask.img.ImgMasks;
import sc.fiji.imagetomask.img.ImgPictures;

/** Datasets, images of ImageJ, and ROIs of every kind; with stand-ins for ImageJ2, which is not on Maven Central. */
@ExtendWith(BatchImages.class)
class DatasetTest {

    private static final int W = 12;
    private static final int H = 9;

    private final Img<UnsignedByteType> pixels = noise(W, H, 3, 2);
    private Context context;

    @BeforeEach
    void open() {
        context = new Context();
        add(new DatasetService.Simple());
    }

    @AfterEach
    void close() {
        context.close();
    }

    @Test
    void typedAxesAreFollowedAndNameCalibrationAndUnitsKept() throws Exception {
        Dataset dataset = dataset(pixels, "cells.tif", "X", "Y", "Channel", "Z");
        for (boolean process : new boolean[] {true, false}) {
            Dataset mask = (Dataset) result(run(process, "image", dataset, "channel", "S (HSV)"));
            assertThat(values(mask)).isEqualTo(expected(pixels, 2));
            assertThat(mask.getName()).isEqualTo("Mask of cells.tif");
            assertThat(axes(mask)).containsExactly("X 0.5 um from 1.0", "Y 0.6 um from 2.0", "Z 0.8 um from 4.0");
            assertThat(mask.getImgPlus().channel()).containsExactly(0, 255);
        }
    }

    @Test
    void xAndYAreFollowedWhereverTheyStand() throws Exception {
        for (int[] order : new int[][] {{2, 0, 1, 3}, {3, 1, 2, 0}, {1, 0, 3, 2}, {0, 3, 1, 2}}) {
            String[] types = {"X", "Y", "Channel", "Z"};
            String[] moved = IntStream.of(order).mapToObj(d -> types[d]).toArray(String[]::new);
            Dataset mask =
                    (Dataset) result(run(true, "image", dataset(moved(order), "moved", moved), "channel", "S (HSV)"));
            assertThat(values(mask)).as(String.join(" ", moved)).isEqualTo(expected(pixels, 2));
            assertThat(axes(mask)).extracting(axis -> axis.substring(0, 1)).containsExactly("X", "Y", "Z");
        }
    }

    @Test
    void otherTypesThanChannelCountSlices() throws Exception {
        Dataset dataset = dataset(pixels, null, "X", "Y", "Lifetime", "Z");
        Dataset mask = (Dataset) result(run(true, "image", dataset));
        assertThat(mask.dimensionsAsLongArray()).containsExactly(W, H, 3, 2);
        assertThat(mask.getName()).isEqualTo("Mask");
        assertThat(axes(mask)).last().isEqualTo("Z 0.8 um from 4.0");
    }

    @Test
    void channelsCountInTheColoursInWhichTheyAreShown() throws Exception {
        Dataset dataset = dataset(pixels, "cells", "X", "Y", "Channel", "Z");
        ImgPlus<?> plus = dataset.getImgPlus();
        plus.initializeColorTables(3);
        plus.setColorTable(shades(2), 0);
        plus.setColorTable(shades(1), 1);
        plus.setColorTable(shades(0), 2);
        byte[] blueFirst = values(result(run(true, "image", dataset, "channel", "H (HSV)")));
        byte[] numbered = values(result(run(true, "image", dataset, "channel", "H (HSV)", "rgb", "3,2,1")));
        assertThat(blueFirst).isEqualTo(numbered);
        assertThat(blueFirst)
                .isNotEqualTo(values(result(run(true, "image", dataset, "channel", "H (HSV)", "rgb", "1,2,3"))));
    }

    /** From black to red, green or blue. */
    private static ColorTable8 shades(int primary) {
        byte[][] rgb = new byte[3][256];
        for (int v = 0; v < 256; v++) rgb[primary][v] = (byte) v;
        return new ColorTable8(rgb);
    }

    @Test
    void aFourthChannelIsNoAlphaUnlessItIsChosen() throws Exception {
        Img<UnsignedByteType> four = noise(W, H, 4, 1);
        for (int y = 0; y < H; y++)
            for (int x = 0; x < W; x++) four.getAt(x, y, 3, 0).set(0);
        Dataset dataset = dataset(four, "cells", "X", "Y", "Channel", "Z");
        byte[] mask = values(result(run(true, "image", dataset, "channel", "S (HSV)")));
        assertThat(mask).isEqualTo(values(result(run(true, "image", dataset, "channel", "S (HSV)", "rgb", "1,2,3"))));
        assertThat(values(result(run(true, "image", dataset, "channel", "S (HSV)", "rgb", "1,2,3,4"))))
                .containsOnly(0);
    }

    @Test
    void anAxisIsNamedOnlyWhereItHasNoType() throws Exception {
        assertRefused(
                run(true, "image", dataset(pixels, "a", "X", "Y", "Channel", "Z"), "axis", 3),
                "axis is 3, but must be left out: the axes of the image have types, and dimension 2 is of type Channel.");
        assertRefused(
                run(true, "image", dataset(pixels, "a", "X", "Y", "Time", "Z"), "axis", 2),
                "axis is 2, but must be left out: the axes of the image have types, and dimension 2 is of type Time.");
        Dataset untyped = dataset(pixels, "a", "X", "Y", "Unknown", "Z");
        assertThat(values(result(run(true, "image", untyped, "axis", 2, "channel", "S (HSV)"))))
                .isEqualTo(expected(pixels, 2));
    }

    @Test
    void imgsAndImgPlusesBecomeDatasetsOrImgPlusesWhereThatIsAllThereIs() throws Exception {
        Dataset ofImg = (Dataset) result(run(true, "image", pixels));
        assertThat(ofImg.getName()).isEqualTo("Mask");
        assertThat(axes(ofImg).get(0)).isEqualTo("X 1.0 null from 0.0");
        try (Context plain = new Context(CommandService.class)) {
            ImgPlus<?> mask = (ImgPlus<?>) plain.service(CommandService.class)
                    .run(ImgLib2ToMaskCommand.class, true, "image", imgPlus(pixels, "plus", "X", "Y", "Channel", "Z"))
                    .get()
                    .getOutput("result");
            assertThat(mask.getName()).isEqualTo("Mask of plus");
        }
    }

    @Test
    void planarCellAndViewedImagesGiveTheSame() throws Exception {
        for (Img<UnsignedByteType> image : List.of(
                copy(new PlanarImgFactory<>(new UnsignedByteType()).create(pixels)),
                copy(new CellImgFactory<>(new UnsignedByteType(), 5).create(pixels)),
                ImgView.wrap(Views.translate(pixels, -4, 7, 0, 2), pixels.factory()))) {
            Dataset mask = (Dataset)
                    result(run(true, "image", dataset(image, "a", "X", "Y", "Channel", "Z"), "channel", "S (HSV)"));
            assertThat(values(mask)).isEqualTo(expected(pixels, 2));
            assertThat(mask.min(0)).isEqualTo(image.min(0));
        }
    }

    @Test
    void regionsOfWholeAndRealNumbersLimitTheMask() throws Exception {
        Region<RealLocalizable> disc =
                new Region<>(2, p -> Math.hypot(p.getDoublePosition(0) - 5.5, p.getDoublePosition(1) - 4) <= 3.2);
        Region<Localizable> box = new Region<>(3, p -> p.getLongPosition(0) > 3 && p.getLongPosition(2) == 1);
        Dataset dataset = dataset(pixels, "a", "X", "Y", "Channel", "Z");
        assertCut(
                result(run(true, "image", dataset, "mask", disc, "channel", "S (HSV)")),
                (x, y, z) -> Math.hypot(x - 5.5, y - 4) <= 3.2);
        assertCut(result(run(true, "image", dataset, "mask", box, "channel", "S (HSV)")), (x, y, z) -> x > 3 && z == 1);
        Predicate<Localizable> bare = p -> p.getIntPosition(1) < 2;
        assertCut(result(run(true, "image", dataset, "mask", bare, "channel", "S (HSV)")), (x, y, z) -> y < 2);
        assertRefused(
                run(true, "image", dataset, "mask", new Region<Localizable>(4, p -> true)),
                "The selection has 4 dimensions, but must have 2, or the 3 of the mask.");
    }

    @Test
    void anImageJRoiLimitsTheMaskWithThePixelsThatImageJCounts() throws Exception {
        Dataset dataset = dataset(pixels, "a", "X", "Y", "Channel", "Z");
        Roi oval = new OvalRoi(2, 1, 7, 6);
        assertCut(
                result(run(true, "image", dataset, "mask", oval, "channel", "S (HSV)")),
                (x, y, z) -> oval.contains(x, y));
        assertRefused(
                run(true, "image", dataset, "mask", new PointRoi(2, 2)),
                "The selection is of type 'point', but must enclose an area, such as a rectangle, oval or polygon.");
        Img<UnsignedByteType> moved = ImgView.wrap(Views.translate(noise(W, H), -3, 100), pixels.factory());
        Img<?> cut = result(run(true, "image", moved, "mask", new Roi(-1, 102, 4, 3)));
        assertThat(Views.interval(cut, new long[] {-3, 100}, new long[] {-2, 108}).stream())
                .allMatch(pixel -> ((UnsignedByteType) pixel).get() == 0);
        assertThat(((UnsignedByteType) cut.getAt(-1, 102)).get() + ((UnsignedByteType) cut.getAt(2, 104)).get())
                .isPositive();
    }

    @Test
    void roisAttachedToADatasetLimitTheMaskTogether() throws Exception {
        Dataset dataset = dataset(pixels, "a", "X", "Y", "Channel", "Z");
        DefaultTreeNode<Object> tree = new DefaultTreeNode<>(null, null);
        tree.children().add(new DefaultTreeNode<>(new Region<Localizable>(2, p -> p.getLongPosition(0) < 2), tree));
        tree.children()
                .add(new DefaultTreeNode<>(new Region<RealLocalizable>(2, p -> p.getDoublePosition(1) > 6.5), tree));
        dataset.getProperties().put("rois", tree);
        assertCut(result(run(true, "image", dataset, "channel", "S (HSV)")), (x, y, z) -> x < 2 || y > 6);
        assertCut(
                result(run(true, "image", dataset, "channel", "S (HSV)", "mask", new Roi(0, 0, 12, 1))),
                (x, y, z) -> x < 2 && y == 0);
        assertThat(values(result(run(true, "image", dataset, "channel", "S (HSV)", "limited", false))))
                .isEqualTo(expected(pixels, 2));
    }

    @Test
    void theSelectionShownOnADatasetCountsBeforeAttachedRois() throws Exception {
        Dataset dataset = dataset(pixels, "a", "X", "Y", "Channel", "Z");
        DefaultTreeNode<Object> tree = new DefaultTreeNode<>(null, null);
        tree.children().add(new DefaultTreeNode<>(new Region<Localizable>(2, p -> false), tree));
        dataset.getProperties().put("rois", tree);
        ImagePlus window = Images.noise("a", W, H, 1);
        window.setRoi(new Roi(3, 2, 4, 4));
        add(new LegacyService(window));
        add(new ImageDisplayService.OfOne(dataset));
        assertCut(
                result(run(true, "image", dataset, "channel", "S (HSV)")),
                (x, y, z) -> x >= 3 && x < 7 && y >= 2 && y < 6);
        assertThat(window.getRoi()).isNotNull();
    }

    @Test
    void theCommandOfImageJTakesTheWindowOfADatasetWithItsSelection() throws Exception {
        Dataset dataset = dataset(pixels, "a", "X", "Y", "Channel", "Z");
        ImagePlus window = Images.noise("a", W, H, 1);
        window.setRoi(new Roi(3, 2, 4, 4));
        add(new LegacyService(window));
        add(new ImageDisplayService.OfOne(dataset));
        CommandModule done = context.service(CommandService.class)
                .run(ImageToMaskCommand.class, true, "image", dataset)
                .get();
        ImagePlus mask = (ImagePlus) done.getOutput("result");
        assertThat(mask.getProcessor().get(2, 2)).isZero();
        assertThat(Images.bytes(mask, 1))
                .isEqualTo(Images.bytes(new ImagePlusMasks(new JavaEngine(), MaskSettings.DEFAULT).of(window), 1));
        assertThat(window.getRoi().getBounds()).isEqualTo(new Roi(3, 2, 4, 4).getBounds());
    }

    @Test
    void anImageOfImageJKeepsItsMeaning() throws Exception {
        ImagePlus stack =
                new ImagePlus("stack", Images.noise("", W, H, 1).getStack().duplicate());
        stack.getStack().addSlice(Images.noise("", W, H, 2).getProcessor());
        stack.setDimensions(1, 1, 2);
        Calibration scale = stack.getCalibration();
        scale.pixelWidth = 0.25;
        scale.xOrigin = 2;
        scale.setUnit("micron");
        scale.frameInterval = 3;
        stack.setRoi(new OvalRoi(1, 1, 9, 7));
        Dataset mask = (Dataset) result(run(true, "image", stack));
        ImagePlus expected = new ImagePlusMasks(new JavaEngine(), MaskSettings.DEFAULT).of(stack);
        byte[] both = new byte[2 * W * H];
        for (int n = 0; n < 2; n++) System.arraycopy(Images.bytes(expected, n + 1), 0, both, n * W * H, W * H);
        assertThat(values(mask)).isEqualTo(both);
        assertThat(mask.getName()).isEqualTo("Mask of stack");
        assertThat(axes(mask))
                .containsExactly("X 0.25 micron from -0.5", "Y 1.0 micron from -0.0", "Time 3.0 sec from 0.0");
        assertRefused(
                run(true, "image", stack, "axis", 2),
                "axis is 2, but must be left out: an ImageJ image says which its channels are.");
        assertThat(stack.isLocked()).isFalse();
    }

    @Test
    void whatIsNoMaskCancelsAndNothingIsMade() throws Exception {
        assertRefused(
                run(true, "image", pixels, "mask", "Roi"),
                "mask is 'Roi', but must be an Img of numbers or booleans, an ImageJ Roi or a region of imglib2-roi.");
        assertRefused(
                run(false, "image", pixels, "mask", 1),
                "mask is of type Integer, but must be an Img of numbers or booleans, an ImageJ Roi or a region of"
                        + " imglib2-roi.");
        Img<?> cut = result(run(true, "image", pixels, "axis", 2, "mask", booleans(), "channel", "S (HSV)"));
        assertCut(cut, (x, y, z) -> x == 5);
        assertRefused(
                run(true, "image", pixels, "mask", ArrayImgs.argbs(W, H)),
                "The mask is of type ARGBType, but must be of a type of real numbers or booleans.");
        assertRefused(
                run(true, "image", 5), "image is of type Integer, but must be an Img, ImgPlus, Dataset or ImagePlus.");
        assertRefused(run(true), "No image is open, but one must be.");
    }

    @Test
    void theActiveImageIsTakenWhereNoneIsNamed() throws Exception {
        Images.noise("active", W, H, 1).show();
        assertThat(((Dataset) result(run(true))).getName()).isEqualTo("Mask of active");
    }

    private static RandomAccessibleInterval<BoolType> booleans() {
        return Views.interval(
                new FunctionRandomAccessible<>(2, (p, inside) -> inside.set(p.getIntPosition(0) == 5), BoolType::new),
                new FinalInterval(W, H));
    }

    private CommandModule run(boolean process, Object... inputs) throws Exception {
        Object[] all = Arrays.copyOf(inputs, inputs.length + 2);
        all[inputs.length] = "engine";
        all[inputs.length + 1] = "java";
        return context.service(CommandService.class)
                .run(ImgLib2ToMaskCommand.class, process, all)
                .get();
    }

    private void add(Service service) {
        service.setContext(context);
        context.getServiceIndex().add(service);
    }

    private static Img<?> result(CommandModule module) {
        assertThat(module.getCancelReason()).isNull();
        return (Img<?>) module.getOutput("result");
    }

    private static void assertRefused(CommandModule module, String sentence) {
        assertThat(module.getCancelReason()).isEqualTo(sentence);
        assertThat(module.getOutput("result")).isNull();
    }

    private interface Inside {
        boolean at(int x, int y, int z);
    }

    /** Equal to the whole mask inside, 0 outside; and not all 0 inside. */
    private void assertCut(Img<?> mask, Inside inside) {
        byte[] whole = expected(pixels, 2);
        for (int i = 0; i < whole.length; i++) if (!inside.at(i % W, i / W % H, i / W / H)) whole[i] = 0;
        assertThat(values(mask)).isEqualTo(whole);
        assertThat(IntStream.range(0, whole.length).anyMatch(i -> whole[i] != 0))
                .isTrue();
    }

    private static byte[] expected(Img<UnsignedByteType> image, int axis) {
        return values(new ImgMasks(new JavaEngine(), MaskSettings.of("S (HSV)")).of(ImgPictures.channels(image, axis)));
    }

    private static byte[] values(Img<?> image) {
        byte[] values = new byte[(int) image.size()];
        int[] i = {0};
        Views.flatIterable(image).forEach(pixel -> values[i[0]++] = (byte) ((UnsignedByteType) pixel).get());
        return values;
    }

    private static List<String> axes(Dataset image) {
        return IntStream.range(0, image.numDimensions())
                .mapToObj(d -> image.axis(d).toString())
                .toList();
    }

    private Img<UnsignedByteType> moved(int... order) {
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

    private Img<UnsignedByteType> copy(Img<UnsignedByteType> target) {
        ImgUtil.copy(pixels, target);
        return target;
    }

    private static Img<UnsignedByteType> noise(long... size) {
        Img<UnsignedByteType> image = ArrayImgs.unsignedBytes(size);
        Random random = new Random(4);
        image.forEach(pixel -> pixel.set(random.nextInt(256)));
        return image;
    }

    private static Dataset dataset(Img<UnsignedByteType> image, String name, String... types) {
        return new DefaultDataset(imgPlus(image, name, types));
    }

    private static ImgPlus<UnsignedByteType> imgPlus(Img<UnsignedByteType> image, String name, String... types) {
        CalibratedAxis[] axes = IntStream.range(0, types.length)
                .mapToObj(d -> new DefaultLinearAxis(Axes.get(types[d]), "um", 0.5 + d / 10.0, d + 1))
                .toArray(CalibratedAxis[]::new);
        return new ImgPlus<>(Cast.unchecked(image), name, axes);
    }

    /** As imglib2-roi's regions are: a predicate of positions that has dimensions. */
    private record Region<T>(int numDimensions, Predicate<T> inside) implements Predicate<T>, EuclideanSpace {

        @Override
        public boolean test(T position) {
            return inside.test(position);
        }
    }
}
