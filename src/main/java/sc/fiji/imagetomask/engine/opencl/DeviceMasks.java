package sc.fiji.imagetomask.engine.opencl;

import java.util.ArrayList;
import java.util.List;
import org.jocl.cl_command_queue;
import org.jocl.cl_context;
import org.jocl.cl_device_id;
import org.jocl.cl_mem;
import sc.fiji.imagetomask.channel.ChannelFormula;
import sc.fiji.imagetomask.engine.ByteSpan;
import sc.fiji.imagetomask.tone.Clip;
import sc.fiji.imagetomask.tone.ClipRange;
import sc.fiji.imagetomask.tone.Histogram;
import sc.fiji.imagetomask.tone.Levels;
import sc.fiji.imagetomask.tone.Tone;

/**
 * Makes masks of pictures that are already in the memory of a device, and leaves the masks there.
 *
 * <p>No pixel is copied to the host, or on the device. For 8-bit pixels nothing is read back, unless the histogram is asked
 * for or the clip range is fixed: the clip range and the table are computed on the device. For 16-bit and 32-bit pixels only the 256 counts of the
 * histogram are read back.
 *
 * <p>For one thread at a time; others wait.
 */
public final class DeviceMasks implements AutoCloseable {

    private static final int MOST = 255;
    private static final Tone UNCHANGED = new Tone(new ClipRange(0, MOST), Levels.NONE, false);

    private final ClContext context;
    private ClBuffer normalized;
    private ClBuffer shaped;
    private Shape shape;

    /** The values that the levels table depends on. */
    private record Shape(Levels levels, boolean invert) {}

    DeviceMasks(ClContext context) {
        this.context = context;
    }

    /**
     * Works in a context and a queue that belong to another program: all work goes through that queue, and neither is
     * closed here.
     *
     * @throws sc.fiji.imagetomask.engine.EngineException if the properties of the device cannot be read
     */
    public static DeviceMasks in(cl_context context, cl_device_id device, cl_command_queue queue) {
        ClApi api = new JoclApi();
        return new DeviceMasks(new ClContext(api, ClDevice.of(api, null, device), context, queue));
    }

    /**
     * What a mask is multiplied with, in memory of the device, one value per pixel.
     *
     * @param memory where it lies
     * @param offset where the value of the first pixel is, in elements
     * @param format bytes 0..255, shorts 0..65535, or floats 0..1; values beyond count as the nearer end
     * @param labels whether all above 0 is inside instead
     */
    public record Factor(cl_mem memory, long offset, DevicePixels.Format format, boolean labels) {

        /** Values that count as fractions of the largest one. */
        public Factor(cl_mem memory, long offset, DevicePixels.Format format) {
            this(memory, offset, format, false);
        }

        /** Checks that there is one value per element. */
        public Factor {
            if (format == DevicePixels.Format.PACKED) throw new IllegalArgumentException("A mask has no colours.");
        }
    }

    /**
     * Takes a mask, in memory of the device, one value per pixel.
     *
     * @param memory where it lies, from its first element on
     * @param floats whether it holds floats 0..1, not bytes 0..255
     */
    public record Result(cl_mem memory, boolean floats) {}

    /**
     * Enqueues a mask; it is complete when the queue has done the command.
     *
     * @param hueShift shifts the hue circle, 0..254; 0 for other channels than H (HSV)
     * @param clip where the clip range comes from
     * @param mask multiplies the mask, or null
     * @param out takes the mask
     * @throws sc.fiji.imagetomask.engine.EngineException if the device fails
     */
    public synchronized void mask(
            DevicePixels pixels,
            ChannelFormula formula,
            int hueShift,
            Clip clip,
            Levels levels,
            boolean invert,
            Factor mask,
            Result out) {
        Part part = new Part(formula, hueShift, clip, levels, invert, false);
        context.inLane(lane -> mask(lane, pixels, part, mask, out, false));
    }

    /**
     * One term of a mask.
     *
     * @param invert whether it is inverted before it is joined
     * @param isOr whether what it and the terms before miss is multiplied, and not what they have
     */
    public record Part(ChannelFormula formula, int hueShift, Clip clip, Levels levels, boolean invert, boolean isOr) {}

    /**
     * The same for a mask of one or more terms, which read the same pixels. The 256 counts of each channel are read back.
     *
     * @param parts the terms; the first one is joined with nothing
     * @return the histogram of each
     */
    public synchronized List<Histogram> joinedMask(DevicePixels pixels, List<Part> parts, Factor mask, Result out) {
        boolean isDeep = pixels.format().isHighBitDepth();
        int n = pixels.length();
        return context.inLane(lane -> {
            if (parts.size() == 1) return List.of(mask(lane, pixels, parts.get(0), mask, out, true));
            List<Histogram> histograms = new ArrayList<>();
            try (ClBuffer joined = context.allocate((isDeep ? 4L : 1L) * n);
                    ClBuffer next = context.allocate((isDeep ? 4L : 1L) * n);
                    ClBuffer table = context.allocate(Histogram.BINS)) {
                for (int i = 0; i < parts.size(); i++) {
                    ClBuffer made = i == 0 ? joined : next;
                    histograms.add(mask(lane, pixels, parts.get(i), null, new Result(made.memory(), isDeep), true));
                    int times = i == parts.size() - 1 ? MOST : 1;
                    if (i > 0) ClSteps.join(lane, joined, next, n, isDeep, parts.get(i).isOr, times);
                }
                apply(lane, joined.memory(), isDeep, UNCHANGED, table, mask, n, out);
            }
            return histograms;
        });
    }

    private Histogram mask(
            ClLane lane, DevicePixels pixels, Part part, Factor mask, Result out, boolean withHistogram) {
        boolean isDeep = pixels.format().isHighBitDepth();
        int n = pixels.length();
        try (ClBuffer values = context.allocate((isDeep ? 4L : 1L) * n);
                ClBuffer table = context.allocate(Histogram.BINS)) {
            ClBuffer counts = lane.counts();
            ClSteps.plane(context, lane, pixels, part.formula, values.memory(), counts);
            if (isDeep) ClSteps.highBitDepthHistogram(lane, values.memory(), null, n, counts);
            if (!isDeep
                    && !withHistogram
                    && part.clip.fixed() == null
                    && lane.fitsOneGroup(KernelSpec.TABLE, Histogram.BINS)) {
                prepare(lane, new Shape(part.levels, part.invert));
                ClSteps.table(lane, counts, n, normalized, shaped, part.hueShift, table);
                lane.clearCounts();
                ClSteps.apply(lane, values.memory(), table, mask, n, out);
                return Histogram.EMPTY;
            }
            Histogram histogram = lane.histogram();
            ClipRange range = part.clip.range(histogram.hueShifted(part.hueShift));
            Tone tone = new Tone(range, part.levels, part.invert, part.hueShift);
            apply(lane, values.memory(), isDeep, tone, table, mask, n, out);
            return histogram;
        }
    }

    private static void apply(
            ClLane lane, cl_mem values, boolean isDeep, Tone tone, ClBuffer table, Factor mask, int n, Result out) {
        if (isDeep) {
            ClSteps.highBitDepthTone(lane, values, tone, mask, n, out);
            return;
        }
        lane.write(table, 0, ByteSpan.of(tone.table().toArray()));
        ClSteps.apply(lane, values, table, mask, n, out);
    }

    /** Whether this object is unusable because the device failed; a new one may work. */
    public boolean isLost() {
        return context.isLost();
    }

    /** Waits until all that was enqueued is complete. */
    public synchronized void finish() {
        context.inLane(lane -> {
            lane.finish();
            return lane;
        });
    }

    private void prepare(ClLane lane, Shape wanted) {
        if (normalized == null) normalized = context.stored(lane, ByteSpan.of(everyRange()));
        if (wanted.equals(shape)) return;
        ClBuffer made = context.stored(
                lane,
                ByteSpan.of(new Tone(new ClipRange(0, 255), wanted.levels, wanted.invert)
                        .table()
                        .toArray()));
        if (shaped != null) shaped.close();
        shaped = made;
        shape = wanted;
    }

    /** For every extent high - low and every height above low the normalized value. */
    private static byte[] everyRange() {
        byte[] table = new byte[Histogram.BINS * Histogram.BINS];
        for (int extent = 0; extent < Histogram.BINS; extent++) {
            ClipRange range = new ClipRange(0, extent);
            for (int above = 0; above <= extent; above++)
                table[extent * Histogram.BINS + above] = (byte) range.normalize(above);
        }
        return table;
    }

    /** Frees its own memory and kernels. */
    @Override
    public synchronized void close() {
        if (normalized != null) normalized.close();
        if (shaped != null) shaped.close();
        context.close();
    }
}
