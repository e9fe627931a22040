package sc.fiji.imagetomask.spark;

import java.io.PrintStream;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.spark.Success$;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerStageSubmitted;
import org.apache.spark.scheduler.SparkListenerTaskEnd;

/** Prints a line for each percent of a job that is done. */
final class PercentLines extends SparkListener {

    private static final String DESCRIPTION = "spark.job.description";

    private record Stage(double weight, int tasks) {}

    private record Task(int stage, int index) {}

    private final PrintStream out;
    private final Map<String, Stage> announced = new HashMap<>();
    private final Map<Integer, String> running = new HashMap<>();
    private final Set<Task> done = new HashSet<>();
    private double all;
    private double weightDone;
    private int printed;

    PercentLines(PrintStream out) {
        this.out = out;
    }

    /**
     * A stage to come.
     *
     * @param name is given to Spark as the description of its job
     * @param weight how long it takes, compared with the others
     * @param tasks how many tasks it has
     */
    synchronized void announce(String name, double weight, int tasks) {
        announced.put(name, new Stage(weight, tasks));
        all += weight;
    }

    @Override
    public synchronized void onStageSubmitted(SparkListenerStageSubmitted event) {
        String name = event.properties().getProperty(DESCRIPTION);
        if (announced.containsKey(name)) running.put(event.stageInfo().stageId(), name);
    }

    @Override
    public synchronized void onTaskEnd(SparkListenerTaskEnd event) {
        String name = running.get(event.stageId());
        boolean isNew = name != null
                && event.reason() == Success$.MODULE$
                && done.add(new Task(event.stageId(), event.taskInfo().index()));
        if (!isNew) return;
        Stage stage = announced.get(name);
        weightDone += stage.weight / stage.tasks;
        int percent = (int) Math.min(100, 100 * weightDone / all + 1e-6);
        if (percent > printed) out.println(percent + " %: " + name);
        printed = Math.max(percent, printed);
    }
}
