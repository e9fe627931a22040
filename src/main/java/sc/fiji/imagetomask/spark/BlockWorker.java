package sc.fiji.imagetomask.spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import net.imglib2.parallel.Parallelization;
import org.apache.spark.TaskContext;
import sc.fiji.imagetomask.ImageToMask;
import sc.fiji.imagetomask.KeptPlanes;
import sc.fiji.imagetomask.MaskInput;
import sc.fiji.imagetomask.MemoryFloatMask;
import sc.fiji.imagetomask.MemoryMask;
import sc.fiji.imagetomask.Multiplied;
import sc.fiji.imagetomask.Output;
import sc.fiji.imagetomask.PlaneFile;
import sc.fiji.imagetomask.WeightMap;
import sc.fiji.imagetomask.ome.MaskChunks;
import sc.fiji.imagetomask.ome.OmeZarrOutput;
import sc.fiji.imagetomask.tone.ClipRanges;
import sc.fiji.imagetomask.tone.Histograms;

/**
 * The work of one machine on blocks. All its tasks, or all on one GPU, share one engine and one view of the files; they run
 * in parallel, each on the number of threads that Spark gives it.
 */
final class BlockWorker implements BlockWork {

    private static final TaskWorkers<BlockWorker> WORKERS =
            new TaskWorkers<>(BlockWorker::new, BlockWorker::giveUpPlanes);

    private final MaskPlan plan;
    private final ImageToMask job;
    private final OmeZarrOutput output;
    /** What pass 1 keeps for pass 2, as far as there is room. */
    private final Map<Block, KeptPlanes> kept = new ConcurrentHashMap<>();
    /** Takes what the heap has no room for; null if there is none. */
    private final PlaneFile file;

    private volatile boolean hasGivenUp;

    private BlockWorker(JobArguments words, SparkOptions options, String gpu) throws IOException {
        plan = MaskPlan.of(words, options);
        job = new ImageToMask(options.engine(gpu), plan.settings());
        output = OmeZarrOutput.join(words.output(options));
        file = KeptOnDisk.file(words, options);
    }

    /** This machine's worker for a job. */
    static BlockWorker of(JobArguments words) throws IOException {
        return WORKERS.of(words);
    }

    /** Gives up what this machine keeps for a job that has ended. */
    static void end(JobArguments words) {
        WORKERS.end(words);
    }

    /** Does a task's work on as many threads as the task may have. */
    static <T> T onItsThreads(Callable<T> work) {
        TaskContext task = TaskContext.get();
        return task == null || task.cpus() == 1
                ? Parallelization.runSingleThreaded(work)
                : Parallelization.runWithNumThreads(task.cpus(), work);
    }

    @Override
    public String engine() {
        return job.engine().name() + " on " + job.engine().device();
    }

    @Override
    public Count count(Block block) {
        KeptPlanes planes = new KeptPlanes(file);
        try {
            Count count = Count.of(job.histograms(frame(block), planes), Problems.NONE);
            if (!planes.isEmpty()) planes = kept.put(block, planes);
            if (hasGivenUp) takePlanes(block).close();
            return count;
        } catch (UncheckedIOException e) {
            return Count.of(Histograms.empty(plan.settings().terms().size()), Problems.of(block, e));
        } finally {
            if (planes != null) planes.close();
        }
    }

    private KeptPlanes takePlanes(Block block) {
        KeptPlanes planes = kept.remove(block);
        return planes == null ? new KeptPlanes() : planes;
    }

    private void giveUpPlanes() {
        hasGivenUp = true;
        for (Block block : kept.keySet()) takePlanes(block).close();
        if (file != null) file.close();
    }

    @Override
    public Written write(Block block, ClipRanges ranges) throws IOException {
        int width = block.place().width();
        int height = block.place().height();
        Object values;
        Multiplied multiplied;
        try (KeptPlanes planes = takePlanes(block)) {
            if (plan.settings().output() == Output.FLOAT) {
                MemoryFloatMask mask = new MemoryFloatMask(width, height);
                multiplied = job.apply(frame(block), planes, ranges, mask);
                values = mask.values();
            } else {
                MemoryMask mask = new MemoryMask(width, height);
                multiplied = job.apply(frame(block), planes, ranges, mask);
                values = mask.bytes();
            }
        } catch (UncheckedIOException e) {
            return new Written(List.of(), Problems.of(block, e), Multiplied.NOTHING);
        }
        MaskChunks.of(plan.spec(), output).write(block.slice(), block.place(), values);
        return new Written(List.of(), Problems.NONE, multiplied);
    }

    private MaskInput frame(Block block) {
        WeightMap mask = plan.mask() == null ? null : plan.mask().weights(plan.maskSlice(block.slice()));
        return block.of(plan.pictures().picture(block.slice()), mask);
    }

    @Override
    public void writeMeans(int level, long number) throws IOException {
        long[] grid = output.levels().get(level).gridShape();
        long rest = number;
        for (int d = grid.length - 1; d >= 0; d--) {
            long along = rest % grid[d];
            rest /= grid[d];
            grid[d] = along;
        }
        output.writeMeans(level, grid);
    }
}
