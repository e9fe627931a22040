package sc.fiji.imagetomask.engine.opencl;

import sc.fiji.imagetomask.engine.ByteRun;
import sc.fiji.imagetomask.engine.ChannelPlane;
import sc.fiji.imagetomask.tone.Histogram;
import sc.fiji.imagetomask.tone.ToneTable;

/** A channel plane in the memory of a device. */
final class OpenClPlane implements ChannelPlane {

    private final ClContext context;
    private final ClBuffer values;
    private final int length;
    private final Histogram histogram;

    OpenClPlane(ClContext context, ClBuffer values, int length, Histogram histogram) {
        this.context = context;
        this.values = values;
        this.length = length;
        this.histogram = histogram;
    }

    @Override
    public int length() {
        return length;
    }

    @Override
    public Histogram histogram() {
        return histogram;
    }

    @Override
    public synchronized Histogram histogram(ByteRun inside) {
        return context.inLane(lane -> {
            try (ClBuffer mask = context.allocate(length);
                    ClBuffer counts = context.allocate(4L * Histogram.BINS)) {
                lane.write(mask, 0, inside);
                lane.clear(counts);
                lane.run(KernelSpec.HISTOGRAM_INSIDE, length, values, mask, length, counts);
                return histogram(lane, counts);
            }
        });
    }

    @Override
    public synchronized void apply(ToneTable table, ByteRun mask, ByteRun out) {
        context.inLane(lane -> {
            try (ClBuffer entries = context.allocate(Histogram.BINS);
                    ClBuffer result = context.allocate(length);
                    ClBuffer factors = context.allocate(mask == null ? 0 : length)) {
                lane.write(entries, 0, ByteRun.of(table.toArray()));
                if (mask == null) lane.run(KernelSpec.APPLY, length, values, entries, length, result);
                else {
                    lane.write(factors, 0, mask);
                    lane.run(KernelSpec.APPLY_MASKED, length, values, entries, length, result, factors);
                }
                lane.read(result, out);
                return out;
            }
        });
    }

    static Histogram histogram(ClLane lane, ClBuffer counts) {
        int[] numbers = new int[Histogram.BINS];
        lane.read(counts, numbers);
        return Histogram.of(numbers);
    }

    @Override
    public synchronized void close() {
        values.close();
    }
}
