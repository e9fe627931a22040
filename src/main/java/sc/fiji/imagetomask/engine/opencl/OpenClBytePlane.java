package sc.fiji.imagetomask.engine.opencl;

import java.nio.ByteBuffer;
import sc.fiji.imagetomask.channel.ChannelFormula;
import sc.fiji.imagetomask.engine.ByteSpan;
import sc.fiji.imagetomask.engine.MaskSpan;
import sc.fiji.imagetomask.threads.ParallelRanges;
import sc.fiji.imagetomask.tone.Histogram;
import sc.fiji.imagetomask.tone.Tone;
import sc.fiji.imagetomask.tone.ToneTable;

/** A channel plane of 8-bit pixels in the memory of a device. */
final class OpenClBytePlane extends OpenClPlane {

    /** So many bytes stay in the cache. */
    private static final int PIECE = 1 << 14;

    private OpenClBytePlane(ClContext context, ClBuffer values, int length, Histogram histogram) {
        super(context, values, length, histogram);
    }

    static OpenClBytePlane of(ClContext context, ClLane lane, DevicePixels pixels, ChannelFormula formula) {
        int n = pixels.length();
        return context.keeping(n, values -> {
            ClSteps.plane(context, lane, pixels, formula, values.memory(), lane.counts());
            return new OpenClBytePlane(context, values, n, lane.histogram());
        });
    }

    @Override
    Histogram count(ClContext context, ClLane lane, ClBuffer values, MaskSpan inside) {
        try (ClBuffer mask = context.allocate(length())) {
            lane.write(mask, 0, ByteSpan.of(inside));
            ClSteps.histogramInside(lane, values.memory(), mask.memory(), length(), lane.counts());
            return lane.histogram();
        }
    }

    @Override
    void apply(ClContext context, ClLane lane, ClBuffer values, Tone tone, MaskSpan mask, MaskSpan out) {
        int n = length();
        ByteSpan bytes = out instanceof ByteSpan run ? run : ByteSpan.allocate(n);
        ByteSpan factors = mask == null ? null : ByteSpan.of(mask);
        byte[] table = tone.table().toArray();
        if (values.shared() != null) applyHere(values.shared(), table, factors, bytes);
        else applyThere(context, lane, values, table, factors, bytes);
        if (bytes != out) for (int i = 0; i < n; i++) out.set(i, bytes.get(i));
    }

    /**
     * Where the host shares the memory, the table is applied while the values are copied to the heap. A kernel would take as
     * long, and a copy would follow.
     */
    private static void applyHere(ByteBuffer values, byte[] table, ByteSpan factors, ByteSpan out) {
        ParallelRanges.forEach(out.length(), (start, end) -> {
            for (int from = start; from < end; from += PIECE) {
                int to = Math.min(from + PIECE, end);
                values.get(from, out.array(), out.offset() + from, to - from);
                if (factors == null) plain(table, out, from, to);
                else masked(table, factors, out, from, to);
            }
        });
    }

    private static void plain(byte[] table, ByteSpan out, int start, int end) {
        byte[] array = out.array();
        for (int i = out.offset() + start; i < out.offset() + end; i++) array[i] = table[array[i] & 255];
    }

    private static void masked(byte[] table, ByteSpan factors, ByteSpan out, int start, int end) {
        byte[] array = out.array();
        int offset = out.offset();
        byte[] mask = factors.array();
        int first = factors.offset();
        for (int i = start; i < end; i++)
            array[offset + i] = (byte) ToneTable.masked(table[array[offset + i] & 255] & 255, mask[first + i] & 255);
    }

    private void applyThere(
            ClContext context, ClLane lane, ClBuffer values, byte[] table, ByteSpan mask, ByteSpan out) {
        int n = length();
        try (ClBuffer entries = context.allocate(Histogram.BINS);
                ClBuffer result = context.allocate(n);
                ClBuffer factors = context.allocate(mask == null ? 0 : n)) {
            lane.write(entries, 0, ByteSpan.of(table));
            if (mask != null) lane.write(factors, 0, mask);
            DeviceMasks.Factor multiplied =
                    mask == null ? null : new DeviceMasks.Factor(factors.memory(), 0, DevicePixels.Format.BYTES);
            ClSteps.apply(
                    lane, values.memory(), entries, multiplied, n, new DeviceMasks.Result(result.memory(), false));
            lane.read(result, out);
        }
    }
}
