package sc.fiji.imagetomask.engine.opencl;

import java.util.List;
import org.jocl.cl_mem;
import sc.fiji.imagetomask.channel.Channel;
import sc.fiji.imagetomask.channel.ChannelFormula;
import sc.fiji.imagetomask.engine.opencl.DeviceMasks.Factor;
import sc.fiji.imagetomask.engine.opencl.DeviceMasks.Result;
import sc.fiji.imagetomask.tone.Histogram;
import sc.fiji.imagetomask.tone.Levels;
import sc.fiji.imagetomask.tone.Tone;

/** The steps of the job on a device, each enqueued in a lane: the one place that knows the kernels' arguments. */
final class ClSteps {

    private ClSteps() {}

    /**
     * The channel of the pixels: bytes with their histogram; or, of pixels of high bit depth, floats.
     *
     * @param counts 256 32-bit numbers, all 0; not touched for pixels of high bit depth
     */
    static void plane(
            ClContext context,
            ClLane lane,
            DevicePixels pixels,
            ChannelFormula formula,
            cl_mem values,
            ClBuffer counts) {
        KernelSpec kernel = KernelSpec.plane(formula.channel(), pixels);
        Channel channel = formula.channel();
        int n = pixels.length();
        List<DevicePixels.Plane> planes = pixels.read(channel);
        cl_mem s0 = planes.get(0).memory();
        cl_mem s1 = planes.get(1).memory();
        cl_mem s2 = planes.get(2).memory();
        long[] offsets = pixels.offsets(channel);
        boolean deep = pixels.format().isHighBitDepth();
        ClTables tables = context.tables();
        try (ClTables.Use use = deep ? tables.floats(formula, lane) : tables.bytes(formula, lane)) {
            cl_mem look = use.memory(s0);
            if (deep) {
                lane.run(kernel, n, s0, s1, s2, offsets, n, pixels.ranges(channel), look, values);
                return;
            }
            lane.run(kernel, n, s0, s1, s2, offsets, n, look, values, counts);
        }
    }

    /**
     * The histograms of several channels of sets of pixels that lie one after the other.
     *
     * @param ends where each of four sets ends
     * @param count how many channels there are
     * @param most the most that there can be
     * @param histograms for each set, for each channel, 256 counts of 32 bits, all 0
     */
    static void counts(
            ClLane lane,
            DevicePixels pixels,
            long[] ends,
            ClTables.Several channels,
            int count,
            int most,
            ClBuffer histograms) {
        List<DevicePixels.Plane> planes = pixels.colours();
        float[] ranges = new float[8];
        long[] offsets = new long[4];
        for (int c = 0; c < planes.size(); c++) {
            offsets[c] = planes.get(c).offset();
            ranges[2 * c] = planes.get(c).range().min();
            ranges[2 * c + 1] = planes.get(c).range().max();
        }
        lane.run(
                KernelSpec.counts(pixels.format(), most),
                pixels.length(),
                planes.get(0).memory(),
                planes.get(1).memory(),
                planes.get(2).memory(),
                planes.get(3).memory(),
                offsets,
                pixels.hasAlpha() ? 1 : 0,
                ranges,
                ends,
                count,
                channels.channels(),
                channels.tables(),
                histograms);
    }

    /** The histogram of a plane of bytes where the mask, bytes too, is at least 128. */
    static void histogramInside(ClLane lane, cl_mem values, cl_mem inside, int n, ClBuffer counts) {
        lane.run(KernelSpec.HISTOGRAM_INSIDE, n, values, inside, n, counts);
    }

    /** The histogram of a plane of floats where the mask is at least 128 of 255; without a mask, of all. */
    static void highBitDepthHistogram(ClLane lane, cl_mem values, Factor inside, int n, ClBuffer counts) {
        lane.run(
                KernelSpec.highBitDepthHistogram(inside),
                n,
                values,
                inside == null ? values : inside.memory(),
                offset(inside),
                inside == null ? 0 : 1,
                n,
                counts);
    }

    /**
     * The table of a tone from the histogram of a plane of bytes, on the device.
     *
     * @param normalized for every extent and height above low the normalized value
     * @param shaped for every normalized value what levels and invert make of it
     */
    static void table(
            ClLane lane, ClBuffer counts, int n, ClBuffer normalized, ClBuffer shaped, int hueShift, ClBuffer table) {
        lane.runOneGroup(KernelSpec.TABLE, Histogram.BINS, counts, n, normalized, shaped, hueShift, table);
    }

    /** Applies a table of 256 bytes to a plane of bytes. */
    static void apply(ClLane lane, cl_mem values, ClBuffer table, Factor mask, int n, Result out) {
        KernelSpec kernel = KernelSpec.apply(mask, out.floats());
        if (mask == null) lane.run(kernel, n, values, table, n, out.memory());
        else lane.run(kernel, n, values, table, n, out.memory(), mask.memory(), offset(mask));
    }

    /** Applies a tone to a plane of floats. */
    static void highBitDepthTone(ClLane lane, cl_mem values, Tone tone, Factor mask, int n, Result out) {
        lane.run(
                KernelSpec.highBitDepthTone(mask, out.floats()),
                n,
                values,
                mask == null ? values : mask.memory(),
                offset(mask),
                mask == null ? 0 : 1,
                n,
                curve(tone),
                tone.hueShift(),
                tone.invert() ? 1 : 0,
                out.memory());
    }

    /**
     * Joins masks of terms, of bytes or of floats 0..1.
     *
     * @param times what floats are multiplied by at last
     */
    static void join(ClLane lane, ClBuffer joined, ClBuffer next, int n, boolean isDeep, boolean isOr, int times) {
        if (isDeep) lane.run(KernelSpec.JOIN_FLOATS, n, joined, next, n, isOr ? 1 : 0, times);
        else lane.run(KernelSpec.JOIN_BYTES, n, joined, next, n, isOr ? 1 : 0);
    }

    private static long[] offset(Factor mask) {
        return new long[] {mask == null ? 0 : mask.offset()};
    }

    private static float[] curve(Tone tone) {
        Levels levels = tone.levels();
        return new float[] {
            tone.range().low(),
            tone.range().high(),
            Math.min(levels.black(), levels.white()),
            Math.max(levels.black(), levels.white()),
            (float) (1 / levels.gray()),
            Math.min(levels.white2(), levels.black2()),
            Math.max(levels.white2(), levels.black2()),
            0
        };
    }
}
