package sc.fiji.imagetomask.spark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.apache.spark.Partitioner;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import sc.fiji.imagetomask.Multiplied;
import sc.fiji.imagetomask.Statistics;
import sc.fiji.imagetomask.ome.OmeZarrOutput;
import scala.Tuple2;

/**
 * The stages of a job: histograms of blocks are summed; blocks of masks are written; each smaller resolution is made of
 * the one before. A task may run twice, or again: what it writes is the same.
 *
 * @param context where tasks run
 * @param work what is done on each machine
 * @param grid the blocks
 * @param statistics which slices are counted together
 * @param progress receives each stage
 */
record MaskStages(
        JavaSparkContext context, BlockWork.Place work, BlockGrid grid, Statistics statistics, PercentLines progress) {

    private static final String COUNT = "Pass 1";
    private static final String WRITE = "Pass 2";

    private static final int FEWEST_TASKS = 100;
    private static final int MOST_TASKS = 10_000;
    private static final int GROUPS_PER_TASK = 16;

    /** The driver has the histograms of so many slices at once, or of more if there are few cores. */
    private static final int SLICES_PER_COUNTER = 1000;

    /** The cost of writing a chunk of a smaller resolution; a block of one pass costs 1. */
    private static final double MEANS = 0.5;

    /** Announces all stages, so that percentages can be computed. */
    void announce(OmeZarrOutput output) {
        long groups = grid.groups();
        progress.announce(COUNT, groups, tasks(groups) + counters());
        progress.announce(WRITE, groups, tasks(groups));
        for (int level = 1; level < output.levels().size(); level++) {
            long chunks = chunks(output, level);
            progress.announce("Resolution " + level, MEANS * chunks, tasks(chunks));
        }
    }

    /**
     * Pass 1: the histograms of each slice, or of all together.
     *
     * @param slices takes them with the numbers of the slices, some at a time, because all may be more than the memory holds
     * @return the executors by the numbers of tasks; they may have kept what they have read
     */
    <T> Counted<T> count(Function<Iterator<Tuple2<Long, Count>>, T> slices) {
        BlockWork.Place place = work;
        BlockGrid blocks = grid;
        Statistics kind = statistics;
        TaskPlaces.Found places = TaskPlaces.found(context);
        JavaPairRDD<Long, Count> counts = numbers(COUNT, grid.groups(), Map.of())
                .mapPartitionsToPair(groups -> {
                    places.addThis();
                    return BlockWorker.onItsThreads(() -> count(place.here(), blocks, kind, groups));
                })
                .reduceByKey(new InOrder(counters(), slices()), Count::plus)
                .mapPartitionsToPair(MaskStages::inOrder, true);
        T found = slices.apply(counts.toLocalIterator());
        return new Counted<>(found, places.executors());
    }

    /** Slices that follow each other are counted together. */
    private static final class InOrder extends Partitioner {

        private final int counters;
        private final long slices;

        InOrder(int counters, long slices) {
            this.counters = counters;
            this.slices = slices;
        }

        @Override
        public int numPartitions() {
            return counters;
        }

        @Override
        public int getPartition(Object slice) {
            return (int) ((Long) slice * counters / slices);
        }
    }

    private static Iterator<Tuple2<Long, Count>> inOrder(Iterator<Tuple2<Long, Count>> counts) {
        List<Tuple2<Long, Count>> all = new ArrayList<>();
        counts.forEachRemaining(all::add);
        all.sort(Comparator.comparing(Tuple2::_1));
        return all.iterator();
    }

    /**
     * What pass 1 found.
     *
     * @param found what was made of the histograms
     * @param executors by the numbers of tasks; they may have kept what they have read
     */
    record Counted<T>(T found, Map<Integer, String> executors) {}

    private static Iterator<Tuple2<Long, Count>> count(
            BlockWork worker, BlockGrid grid, Statistics statistics, Iterator<Long> groups) {
        Map<Long, Count> counts = new LinkedHashMap<>();
        while (groups.hasNext())
            for (Block block : grid.group(groups.next()))
                counts.merge(SliceClipRanges.key(statistics, block.slice()), worker.count(block), Count::plus);
        return counts.entrySet().stream()
                .map(count -> new Tuple2<>(count.getKey(), count.getValue()))
                .iterator();
    }

    /**
     * Pass 2: writes the blocks of the slices whose range is known.
     *
     * @param executors that have counted the blocks, by the numbers of tasks
     */
    Written write(SliceClipRanges ranges, Map<Integer, String> executors) {
        BlockWork.Place place = work;
        BlockGrid blocks = grid;
        Statistics kind = statistics;
        Broadcast<SliceClipRanges> known = context.broadcast(ranges);
        return numbers(WRITE, grid.groups(), executors)
                .mapPartitions(groups ->
                        BlockWorker.onItsThreads(() -> write(place.here(), blocks, kind, known.value(), groups)))
                .reduce(Written::plus);
    }

    private static Iterator<Written> write(
            BlockWork worker, BlockGrid grid, Statistics statistics, SliceClipRanges ranges, Iterator<Long> groups)
            throws IOException {
        Written written = new Written(List.of(worker.engine()), Problems.NONE, Multiplied.NOTHING);
        while (groups.hasNext())
            for (Block block : grid.group(groups.next())) {
                var range = ranges.get(SliceClipRanges.key(statistics, block.slice()));
                if (range != null) written = written.plus(worker.write(block, range));
            }
        return List.of(written).iterator();
    }

    /** Writes all smaller resolutions, one after the other. */
    void writeResolutions(OmeZarrOutput output) {
        BlockWork.Place place = work;
        for (int level = 1; level < output.levels().size(); level++) {
            int next = level;
            numbers("Resolution " + level, chunks(output, level), Map.of()).foreachPartition(chunks -> {
                BlockWork worker = place.here();
                while (chunks.hasNext()) worker.writeMeans(next, chunks.next());
            });
        }
    }

    private static long chunks(OmeZarrOutput output, int level) {
        long chunks = 1;
        for (long along : output.levels().get(level).gridShape()) chunks = Math.multiplyExact(chunks, along);
        return chunks;
    }

    /**
     * The numbers below that one, shared out to tasks.
     *
     * @param executors where tasks are preferably done, by their numbers
     */
    private JavaRDD<Long> numbers(String stage, long count, Map<Integer, String> executors) {
        context.setJobDescription(stage);
        int tasks = tasks(count);
        return TaskPlaces.tasks(context, tasks, executors)
                .flatMap(task -> LongStream.range(first(task, count, tasks), first(task + 1, count, tasks))
                        .iterator());
    }

    /** The first number of a task. */
    private static long first(int task, long count, int tasks) {
        return count / tasks * task + count % tasks * task / tasks;
    }

    private int tasks(long count) {
        long fewest = Math.max(FEWEST_TASKS, 4L * context.defaultParallelism());
        return (int) Math.min(count, Math.max(fewest, Math.min(count / GROUPS_PER_TASK, MOST_TASKS)));
    }

    /** Those that are counted by themselves. */
    private long slices() {
        return statistics.isOfAllSlices() ? 1 : grid.slices();
    }

    private int counters() {
        return (int) Math.min(slices(), Math.max(context.defaultParallelism(), slices() / SLICES_PER_COUNTER));
    }
}
