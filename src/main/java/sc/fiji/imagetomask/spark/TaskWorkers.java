package sc.fiji.imagetomask.spark;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.spark.TaskContext;
import org.apache.spark.resource.ResourceInformation;

/**
 * The workers of one kind on this machine, for the latest job: one for all tasks or, where Spark gives a GPU to each task,
 * one for each GPU.
 */
final class TaskWorkers<W> {

    interface Maker<W> {

        /** @param gpu the number of the GPU to work on, or null if Spark gives none */
        W make(JobArguments words, SparkOptions options, String gpu) throws IOException;
    }

    private final Maker<W> maker;
    private final Consumer<W> end;
    private final Map<String, W> ofGpu = new HashMap<>();
    private final Set<String> ended = new HashSet<>();
    private String id;

    /** @param end is told when a worker is no longer needed */
    TaskWorkers(Maker<W> maker, Consumer<W> end) {
        this.maker = maker;
        this.end = end;
    }

    /**
     * The worker for the task that asks; made when the first one asks for it.
     *
     * @throws IOException with one sentence, also if the job has ended: a task may outlive it
     */
    synchronized W of(JobArguments words) throws IOException {
        if (ended.contains(words.id())) throw new IOException("The job has ended.");
        if (!words.id().equals(id)) {
            endAll();
            id = words.id();
        }
        String gpu = gpu();
        W worker = ofGpu.get(gpu);
        if (worker == null) ofGpu.put(gpu, worker = maker.make(words, words.options(), gpu));
        return worker;
    }

    /** The workers of that job are no longer needed, and there will be no more of them. */
    synchronized void end(JobArguments words) {
        ended.add(words.id());
        if (words.id().equals(id)) endAll();
    }

    private void endAll() {
        ofGpu.values().forEach(end);
        ofGpu.clear();
    }

    /** The number of the task's GPU, the first if it has several; null if Spark gave it none. */
    private static String gpu() {
        TaskContext task = TaskContext.get();
        ResourceInformation gpus = task == null ? null : task.resourcesJMap().get("gpu");
        return gpus == null ? null : gpus.addresses()[0];
    }
}
