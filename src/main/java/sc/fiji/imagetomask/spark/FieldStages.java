package sc.fiji.imagetomask.spark;

import java.util.List;
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

    /** The histograms of all fields together, and which cannot be read. */
    Count count() {
        JobArguments job = words;
        return fields(COUNT)
                .map(name -> BlockWorker.onItsThreads(() -> FieldWorker.of(job).count(name)))
                .reduce(Count::plus);
    }

    /** @param all the histograms of all fields, or null if each has its own clip range */
    FieldsWritten write(Count all) {
        JobArguments job = words;
        Broadcast<Count> known = context.broadcast(all);
        return fields(WRITE)
                .map(name -> BlockWorker.onItsThreads(() -> {
                    Count count = known.value();
                    return FieldWorker.of(job).write(name, count == null ? null : count.histograms());
                }))
                .reduce(FieldsWritten::plus);
    }

    private JavaRDD<String> fields(String stage) {
        context.setJobDescription(stage);
        return context.parallelize(names, names.size());
    }
}
