package sc.fiji.imagetomask.spark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.SparkEnv;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.storage.BlockManagerId;
import org.apache.spark.util.CollectionAccumulator;
import scala.Tuple2;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;
import scala.reflect.ClassTag;
import scala.reflect.ClassTag$;

/** Which executors have done the tasks of one stage, so that they preferably do those of the same numbers of a later one. */
final class TaskPlaces {

    private TaskPlaces() {}

    private record TaskPlace(int task, String executor) implements Serializable {

        private static final long serialVersionUID = 1;
    }

    /** Collects the places of tasks. */
    record Found(CollectionAccumulator<TaskPlace> places) implements Serializable {

        private static final long serialVersionUID = 1;

        /** The task that asks is done here. */
        void addThis() {
            BlockManagerId executor = SparkEnv.get().blockManager().blockManagerId();
            // In the words in which Spark names an executor as a preferred place.
            places.add(new TaskPlace(
                    TaskContext.getPartitionId(), "executor_" + executor.host() + "_" + executor.executorId()));
        }

        /** The executors by the numbers of tasks. */
        Map<Integer, String> executors() {
            Map<Integer, String> executors = new HashMap<>();
            for (TaskPlace task : places.value()) executors.put(task.task, task.executor);
            return executors;
        }
    }

    static Found found(JavaSparkContext context) {
        return new Found(context.sc().collectionAccumulator());
    }

    /**
     * The numbers of tasks, one for each task.
     *
     * @param executors where tasks are preferably done, by their numbers
     */
    static JavaRDD<Integer> tasks(JavaSparkContext context, int tasks, Map<Integer, String> executors) {
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
                .toJavaRDD();
    }
}
