package sc.fiji.imagetomask.spark;

import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;

/**
 * The stages of a job on the fields of a plate, or on series: if they share a clip range, the histograms of all of them are
 * summed; then the mask of each is made by one task.
 *
 * @param context where tasks run
 * @param words the job
 * @param names of the fields
 */
record FieldStages(JavaSparkContext context, JobArguments words, List<String> names) {

    static final String COUNT = "Pass 1";
    static final String WRITE = "Pass 2";

    /**
     * What pass 1 found.
     *
     * @param count the histograms of all fields together, and which cannot be read
     * @param executors by the numbers of the fields; they may have kept what they have read
     */
    record Counted(Count count, Map<Integer, String> executors) {}

    /** Pass 1. */
    Counted count() {
        JobArguments job = words;
        List<String> all = names;
        TaskPlaces.Found places = TaskPlaces.found(context);
        Count count = fields(COUNT, Map.of())
                .map(field -> {
                    places.addThis();
                    return BlockWorker.onItsThreads(() -> FieldWorker.of(job).count(all.get(field)));
                })
                .reduce(Count::plus);
        return new Counted(count, places.executors());
    }

    /** @param counted what pass 1 found, or null if each field has its own clip range */
    FieldsWritten write(Counted counted) {
        JobArguments job = words;
        List<String> all = names;
        Broadcast<Count> known = context.broadcast(counted == null ? null : counted.count());
        return fields(WRITE, counted == null ? Map.of() : counted.executors())
                .map(field -> BlockWorker.onItsThreads(() -> {
                    Count count = known.value();
                    return FieldWorker.of(job).write(all.get(field), count == null ? null : count.histograms());
                }))
                .reduce(FieldsWritten::plus);
    }

    private JavaRDD<Integer> fields(String stage, Map<Integer, String> executors) {
        context.setJobDescription(stage);
        return TaskPlaces.tasks(context, names.size(), executors);
    }
}
