package sc.fiji.imagetomask.ome;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sc.fiji.imagetomask.MaskSettings;
import sc.fiji.imagetomask.Output;
import sc.fiji.imagetomask.Version;
import sc.fiji.imagetomask.options.MaskOption;
import sc.fiji.imagetomask.options.MaskOptions;
import sc.fiji.imagetomask.reading.Reading;
import sc.fiji.imagetomask.zarr.DataType;
import sc.fiji.imagetomask.zarr.store.Store;

/** The form of the OME-Zarr image for the masks of another image. */
public final class MaskImage {

    /** The key of the record in the attributes of an image. */
    public static final String RECORD = "image-to-mask";

    private MaskImage() {}

    /** The record of the mask image at exactly the root of that store; null if it is none that was written here. */
    static Object recordIn(Store store) throws IOException {
        OmeZarrImage image = OmeZarrImage.at(store);
        return image == null ? null : image.attributes().get(RECORD);
    }

    /**
     * An image of the source's axes, units, scale and size at that level, but without channels.
     *
     * @param chunk edge of its chunks in y and x, in pixels; they are not larger than the image
     * @param record how the masks are made, see {@link #record}
     */
    public static OmeZarrSpec of(
            OmeZarrImage source, int level, MaskSettings settings, int chunk, Map<String, ?> record) {
        OmeLevel largest = source.level(level);
        List<Axis> axes = new ArrayList<>();
        List<Long> shape = new ArrayList<>();
        List<Integer> chunks = new ArrayList<>();
        List<Double> scale = new ArrayList<>();
        List<Double> translation = new ArrayList<>();
        for (int d = 0; d < source.axes().size(); d++) {
            Axis axis = source.axes().get(d);
            if (axis.name().equals("c")) continue;
            long size = largest.array().shape()[d];
            axes.add(axis);
            shape.add(size);
            chunks.add("yx".contains(axis.name()) ? (int) Math.min(chunk, size) : 1);
            scale.add(largest.scale().get(d));
            translation.add(largest.translation().get(d));
        }
        DataType type = settings.output() == Output.FLOAT ? DataType.FLOAT32 : DataType.UINT8;
        return OmeZarrSpec.of(type, axes, shape)
                .withVersion(source.version())
                .withChunk(chunks)
                .withScale(scale, translation)
                .withName("Mask of " + source.store().lastName())
                .withAttributes(record);
    }

    /** The same image, but only at that position along an axis, if it has that axis; 0 is the first. */
    public static OmeZarrSpec only(OmeZarrSpec spec, String axis, long position) {
        int d = spec.axes().stream().map(Axis::name).toList().indexOf(axis);
        if (d < 0) return spec;
        List<Long> shape = new ArrayList<>(spec.shape());
        List<Double> translation = new ArrayList<>(spec.translation());
        shape.set(d, 1L);
        translation.set(d, translation.get(d) + position * spec.scale().get(d));
        return OmeZarrSpec.of(spec.type(), spec.axes(), shape)
                .withVersion(spec.version())
                .withChunk(spec.chunk())
                .withScale(spec.scale(), translation)
                .withName(spec.name())
                .withAttributes(spec.attributes());
    }

    /**
     * How masks are made, by the names of the options.
     *
     * @param mask the name of what they are multiplied with; null if there is nothing
     */
    public static Map<String, Object> record(
            OmeZarrImage source, int level, MaskSettings settings, Reading reading, String mask) {
        return record(source.store().lastName(), level, settings, reading, mask);
    }

    /** The same of a picture of any kind, by its name. */
    public static Map<String, Object> record(
            String input, int level, MaskSettings settings, Reading reading, String mask) {
        MaskOptions options = MaskOptions.DEFAULT.with(settings).with(reading);
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("input", input);
        record.put("level", level);
        if (mask != null) record.put(MaskOption.MASK.key(), mask);
        for (MaskOption option : MaskOption.values())
            if (option.isForFiles() && option != MaskOption.ENGINE && option.isWritten(options))
                record.put(option.key(), option.value(options));
        record.put(MaskOption.RGB.key(), reading.rgb().text());
        record.put("version", Version.text());
        return record;
    }
}
