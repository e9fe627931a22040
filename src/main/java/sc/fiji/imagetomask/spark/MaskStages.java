package sc.fiji.imagetomask.spark;

import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.apache.spark.SparkEnv;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.storage.BlockManagerId;
import org.apache.spark.util.CollectionAccumulator;
import sc.fiji.imagetomask.Multiplied;
import sc.fiji.imagetomask.ome.OmeZarrOutput;
import scala.Tuple2;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;
import scala.reflect.ClassTag;
import scala.reflect.ClassTag$;

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
    Counted count() {
        JobArguments job = words;
        CollectionAccumulator<TaskPlace> places = context.sc().collectionAccumulator();
        JavaPairRDD<Long, Count> counts = numbers("Pass 1", plan.grid().groups(), Map.of())
                .mapPartitionsToPair(groups -> {
                    places.add(TaskPlace.here());
                    return BlockWorker.onItsThreads(() -> count(job, groups));
                })
                .reduceByKey(Count::plus, counters());
        Map<Long, Count> ofSlices = counts.collectAsMap();
        Map<Integer, String> executors = new HashMap<>();
        for (TaskPlace place : places.value()) executors.put(place.task(), place.executor());
        return new Counted(ofSlices, executors);
    }

    /**
     * What pass 1 found.
     *
     * @param ofSlices histograms by the numbers of slices
     * @param executors by the numbers of tasks; they may have kept what they have read
     */
    record Counted(Map<Long, Count> ofSlices, Map<Integer, String> executors) {}

    private record TaskPlace(int task, String executor) implements Serializable {

        /** In the words in which Spark names an executor as a preferred place. */
        static TaskPlace here() {
            BlockManagerId executor = SparkEnv.get().blockManager().blockManagerId();
            return new TaskPlace(
                    TaskContext.getPartitionId(), "executor_" + executor.host() + "_" + executor.executorId());
        }
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

    /**
     * Pass 2: writes the blocks of the slices whose range is known.
     *
     * @param executors that have counted the blocks, by the numbers of tasks
     */
    Written write(SliceClipRanges ranges, Map<Integer, String> executors) {
        JobArguments job = words;
        Broadcast<SliceClipRanges> known = context.broadcast(ranges);
        return numbers("Pass 2", plan.grid().groups(), executors)
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
            numbers("Resolution " + level, chunks(output, level), Map.of()).foreachPartition(chunks -> {
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

    /**
     * The numbers below that one, shared out to tasks.
     *
     * @param executors where tasks are preferably done, by their numbers
     */
    private JavaRDD<Long> numbers(String stage, long count, Map<Integer, String> executors) {
        context.setJobDescription(stage);
        int tasks = tasks(count);
        List<Tuple2<Integer, Seq<String>>> places = new ArrayList<>();
        for (int task = 0; task < tasks; task++) {
            String executor = executors.get(task);
            List<String> preferred = executor == null ? List.of() : List.of(executor);
            places.add(
                    new Tuple2<>(task, CollectionConverters.asScala(preferred).toSeq()));
        }
        ClassTag<Integer> type = ClassTag$.MODULE$.apply(Integer.class);
        return context.sc()
                .makeRDD(CollectionConverters.asScala(places).toSeq(), type)
                .toJavaRDD()
                .flatMap(task -> LongStream.range(first(task, count, tasks), first(task + 1, count, tasks))
                        .iterator());
    }

    /** The first number of a task. */
    private static long first(int task, long count, int tasks) {
        return count / tasks * task + count % tasks * task / tasks;
    }

    private int tasks(long count) {
        long wanted = Math.max(count / GROUPS_PER_TASK, Math.max(FEWEST_TASKS, 4L * context.defaultParallelism()));
        return (int) Math.min(count, Math.min(wanted, MOST_TASKS));
    }

    private int counters() {
        return (int) Math.min(plan.grid().slices(), context.defaultParallelism());
    }
}
