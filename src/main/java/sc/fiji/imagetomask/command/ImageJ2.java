package sc.fiji.imagetomask.command;

import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import net.imglib2.display.ColorTable;
import net.imglib2.img.Img;
import org.scijava.Context;
import org.scijava.util.TreeNode;
import sc.fiji.imagetomask.reading.ShownChannel;

/**
 * Access to ImageJ2: the types and calibration of axes, the ROIs attached to a Dataset, the selection on its window,
 * and new Datasets. The classes of ImageJ2 are found by name, because the project is built without them. If they are
 * missing, images have none of this, and a mask is an Img.
 */
final class ImageJ2 {

    private static final String DATASET = "net.imagej.Dataset";
    private static final String METADATA = "net.imagej.ImgPlusMetadata";
    private static final String IMG_PLUS = "net.imagej.ImgPlus";
    private static final String CALIBRATED_AXIS = "net.imagej.axis.CalibratedAxis";
    private static final String AXIS_TYPE = "net.imagej.axis.AxisType";
    private static final String UNKNOWN = "Unknown";

    private final Context context;

    ImageJ2(Context context) {
        this.context = context;
    }

    /** Whether the classes of ImageJ itself are present. */
    static boolean hasImageJ() {
        return type("ij.ImagePlus") != null;
    }

    /** Whether the image is an ImgPlus or a Dataset. */
    boolean isTyped(Object image) {
        return isA(METADATA, image);
    }

    /** The type of each axis, such as X or Channel; null where it is not known. */
    List<String> types(Img<?> image) {
        List<String> types = new ArrayList<>();
        for (int d = 0; d < image.numDimensions(); d++) {
            Object type = call("net.imagej.axis.TypedAxis", axisOf(image, d), "type");
            String label = (String) call(AXIS_TYPE, type, "getLabel");
            types.add(UNKNOWN.equals(label) ? null : label);
        }
        return types;
    }

    /** The ImgPlus of a Dataset, which gives faster access to the pixels; any other image without change. */
    Img<?> unwrapped(Img<?> image) {
        return isA(DATASET, image) ? (Img<?>) call(DATASET, image, "getImgPlus") : image;
    }

    /** How each of that many channels of a Dataset or ImgPlus is shown; empty if it does not say, or all are grey. */
    List<ShownChannel> colours(Object image, int channels) {
        List<ShownChannel> colours = new ArrayList<>();
        boolean isGrey = true;
        int known = isTyped(image) ? (int) call(METADATA, image, "getColorTableCount") : 0;
        Class<?>[] ofChannel = {int.class};
        for (int c = 0; c < channels && known >= channels; c++) {
            if (!(call(METADATA, image, "getColorTable", ofChannel, c) instanceof ColorTable table)) return List.of();
            byte[][] rgb = new byte[3][256];
            for (int i = 0; i < 3; i++)
                for (int v = 0; v < 256; v++)
                    rgb[i][v] = (byte) table.getResampled(Math.min(i, table.getComponentCount() - 1), 256, v);
            isGrey &= Arrays.equals(rgb[0], rgb[1]) && Arrays.equals(rgb[1], rgb[2]);
            double min = (double) call(METADATA, image, "getChannelMinimum", ofChannel, c);
            double max = (double) call(METADATA, image, "getChannelMaximum", ofChannel, c);
            boolean hasRange = min < max;
            colours.add(
                    new ShownChannel(rgb[0], rgb[1], rgb[2], hasRange ? min : Double.NaN, hasRange ? max : Double.NaN));
        }
        return isGrey ? List.of() : colours;
    }

    /** The regions attached to a Dataset or ImgPlus, which ROIService keeps in its properties. */
    List<Predicate<?>> rois(Object image) {
        List<Predicate<?>> rois = new ArrayList<>();
        if (!isTyped(image)) return rois;
        Object attached = ((Map<?, ?>) call(METADATA, image, "getProperties")).get("rois");
        if (attached instanceof TreeNode<?> tree) collect(tree, rois);
        return rois;
    }

    private static void collect(TreeNode<?> node, List<Predicate<?>> rois) {
        if (node.data() instanceof Predicate<?> roi) rois.add(roi);
        for (TreeNode<?> child : node.children()) collect(child, rois);
    }

    /** The image of ImageJ that has a window and shows the Dataset; null if there is none. */
    Object window(Object dataset) {
        Object legacy = context.getService("net.imagej.legacy.LegacyService");
        Object displays = context.getService("net.imagej.display.ImageDisplayService");
        if (!isA(DATASET, dataset) || legacy == null || displays == null) return null;
        Object images = call("net.imagej.legacy.LegacyService", legacy, "getImageMap");
        if (images == null) return null;
        String service = "net.imagej.display.ImageDisplayService";
        Class<?>[] display = {type("net.imagej.display.ImageDisplay")};
        for (Object one : (List<?>) call(service, displays, "getImageDisplays")) {
            if (call(service, displays, "getActiveDataset", display, one) != dataset) continue;
            Object shown = call("net.imagej.legacy.LegacyImageMap", images, "lookupImagePlus", display, one);
            if (shown != null) return shown;
        }
        return null;
    }

    /** The axis of a dimension of an image, which may be changed. */
    Object axisCopy(Img<?> image, int dimension) {
        return call(CALIBRATED_AXIS, axisOf(image, dimension), "copy");
    }

    /** A new one. */
    Object axis(String label, String unit, double scale, double origin) {
        Object type = call("net.imagej.axis.Axes", null, "get", new Class<?>[] {String.class}, label);
        return create(
                "net.imagej.axis.DefaultLinearAxis",
                new Class<?>[] {type(AXIS_TYPE), String.class, double.class, double.class},
                type,
                unit,
                scale,
                origin);
    }

    /** Whether images can have names and axes. */
    boolean isPresent() {
        return type(IMG_PLUS) != null;
    }

    /** The image as a Dataset, or as an ImgPlus where no service makes Datasets. */
    Img<?> named(Img<?> image, String name, List<Object> axes, double brightest) {
        Object array = Array.newInstance(type(CALIBRATED_AXIS), axes.size());
        for (int d = 0; d < axes.size(); d++) Array.set(array, d, axes.get(d));
        Object made = create(IMG_PLUS, new Class<?>[] {Img.class, String.class, array.getClass()}, image, name, array);
        Class<?>[] channelAndValue = {int.class, double.class};
        call(IMG_PLUS, made, "setChannelMinimum", channelAndValue, 0, 0.0);
        call(IMG_PLUS, made, "setChannelMaximum", channelAndValue, 0, brightest);
        Object service = context.getService("net.imagej.DatasetService");
        return (Img<?>)
                (service == null
                        ? made
                        : call("net.imagej.DatasetService", service, "create", new Class<?>[] {type(IMG_PLUS)}, made));
    }

    private Object axisOf(Object image, int dimension) {
        return call(METADATA, image, "axis", new Class<?>[] {int.class}, dimension);
    }

    private boolean isA(String name, Object object) {
        Class<?> type = type(name);
        return type != null && type.isInstance(object);
    }

    /** Null if it is missing. */
    private static Class<?> type(String name) {
        try {
            ClassLoader loader = Thread.currentThread().getContextClassLoader();
            return Class.forName(name, true, loader == null ? ImageJ2.class.getClassLoader() : loader);
        } catch (ClassNotFoundException e) {
            return null;
        }
    }

    private static Object call(String type, Object object, String method) {
        return call(type, object, method, new Class<?>[0]);
    }

    private static Object call(String type, Object object, String method, Class<?>[] types, Object... arguments) {
        try {
            return type(type).getMethod(method, types).invoke(object, arguments);
        } catch (ReflectiveOperationException e) {
            throw failure(type + "." + method, e);
        }
    }

    private static Object create(String type, Class<?>[] types, Object... arguments) {
        try {
            return type(type).getConstructor(types).newInstance(arguments);
        } catch (ReflectiveOperationException e) {
            throw failure(type, e);
        }
    }

    private static RuntimeException failure(String what, ReflectiveOperationException e) {
        if (e instanceof InvocationTargetException thrown && thrown.getCause() instanceof RuntimeException cause)
            return cause;
        return new IllegalStateException(
                "This version of ImageJ2 does not have " + what + " in the form that Image To Mask needs.", e);
    }
}
