package sc.fiji.imagetomask.spark;

import java.io.IOException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import sc.fiji.imagetomask.Multiplied;
import sc.fiji.imagetomask.ome.OmeZarrOutput;
import scala.Tuple2;

/**
 * The stages of a job: histograms of blocks are summed; blocks of masks are written; each smaller resolution is made of
 * the one before. A task may run twice, or again: what it writes is the same.
 *
 * @param context where tasks run
 * @param words the job
 * @param plan of it
 * @param progress receives each stage
 */
record MaskStages(JavaSparkContext context, JobArguments words, MaskPlan plan, PercentLines progress) {

    private static final int FEWEST_TASKS = 100;
    private static final int MOST_TASKS = 10_000;
    private static final int GROUPS_PER_TASK = 16;

    /** The cost of writing a chunk of a smaller resolution; a block of one pass costs 1. */
    private static final double MEANS = 0.5;

    /** Announces all stages, so that percentages can be computed. */
    void announce(OmeZarrOutput output) {
        long groups = plan.grid().groups();
        progress.announce("Pass 1", groups, tasks(groups) + counters());
        progress.announce("Pass 2", groups, tasks(groups));
        for (int level = 1; level < output.levels().size(); level++) {
            long chunks = chunks(output, level);
            progress.announce("Resolution " + level, MEANS * chunks, tasks(chunks));
        }
    }

    /** Pass 1: the histograms of each slice, or of all together, by its number; with what could not be read. */
    Map<Long, Count> count() {
        JobArguments job = words;
        JavaPairRDD<Long, Count> counts = numbers("Pass 1", plan.grid().groups())
                .mapPartitionsToPair(groups -> BlockWorker.onItsThreads(() -> count(job, groups)))
                .reduceByKey(Count::plus, counters());
        return counts.collectAsMap();
    }

    private static Iterator<Tuple2<Long, Count>> count(JobArguments job, Iterator<Long> groups) throws IOException {
        BlockWorker worker = BlockWorker.of(job);
        Map<Long, Count> counts = new LinkedHashMap<>();
        while (groups.hasNext())
            for (Block block : worker.plan().grid().group(groups.next()))
                counts.merge(
                        SliceClipRanges.key(worker.plan().settings(), block.slice()), worker.count(block), Count::plus);
        return counts.entrySet().stream()
                .map(count -> new Tuple2<>(count.getKey(), count.getValue()))
                .iterator();
    }

    /** Pass 2: writes the blocks of the slices whose range is known. */
    Written write(SliceClipRanges ranges) {
        JobArguments job = words;
        Broadcast<SliceClipRanges> known = context.broadcast(ranges);
        return numbers("Pass 2", plan.grid().groups())
                .mapPartitions(groups -> BlockWorker.onItsThreads(() -> write(job, known.value(), groups)))
                .reduce(Written::plus);
    }

    private static Iterator<Written> write(JobArguments job, SliceClipRanges ranges, Iterator<Long> groups)
            throws IOException {
        BlockWorker worker = BlockWorker.of(job);
        Written written = new Written(List.of(worker.engine()), Problems.NONE, Multiplied.NOTHING);
        while (groups.hasNext())
            for (Block block : worker.plan().grid().group(groups.next())) {
                var range = ranges.get(SliceClipRanges.key(worker.plan().settings(), block.slice()));
                if (range != null) written = written.plus(worker.write(block, range));
            }
        return List.of(written).iterator();
    }

    /** Writes all smaller resolutions, one after the other. */
    void writeResolutions(OmeZarrOutput output) {
        JobArguments job = words;
        for (int level = 1; level < output.levels().size(); level++) {
            int next = level;
            numbers("Resolution " + level, chunks(output, level)).foreachPartition(chunks -> {
                BlockWorker worker = BlockWorker.of(job);
                while (chunks.hasNext()) worker.writeMeans(next, chunks.next());
            });
        }
    }

    private static long chunks(OmeZarrOutput output, int level) {
        long chunks = 1;
        for (long along : output.levels().get(level).gridShape()) chunks = Math.multiplyExact(chunks, along);
        return chunks;
    }

    /** The numbers below that one, shared out to tasks. */
    private JavaRDD<Long> numbers(String stage, long count) {
        context.setJobDescription(stage);
        return context.sc().range(0, count, 1, tasks(count)).toJavaRDD().map(number -> (Long) number);
    }

    private int tasks(long count) {
        long wanted = Math.max(count / GROUPS_PER_TASK, Math.max(FEWEST_TASKS, 4L * context.defaultParallelism()));
        return (int) Math.min(count, Math.min(wanted, MOST_TASKS));
    }

    private int counters() {
        return (int) Math.min(plan.grid().slices(), context.defaultParallelism());
    }
}
