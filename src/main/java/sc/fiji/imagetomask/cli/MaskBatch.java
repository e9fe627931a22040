package sc.fiji.imagetomask.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import sc.fiji.imagetomask.MaskSettings;
import sc.fiji.imagetomask.engine.EngineException;
import sc.fiji.imagetomask.files.Sentence;
import sc.fiji.imagetomask.threads.Batch;
import sc.fiji.imagetomask.tone.Histograms;

/**
 * Makes the masks of many picture files, several at once; a file that fails is told, and the others are still made.
 *
 * @param job makes each
 * @param needs how much memory each needs
 * @param threads how many work at once
 */
record MaskBatch(MaskJob job, MemoryNeeds needs, int threads) {

    /** The same, with who shows how far it is. */
    MaskBatch shownBy(MaskProgress progress) {
        return new MaskBatch(job.shownBy(progress), needs, threads);
    }

    /**
     * Makes them. A thread that is interrupted makes no more. The fields of a plate make a plate, which is complete only if
     * all of them were made.
     *
     * @param counted is called after each picture that was counted first, if they share a clip range
     * @param told takes what became of each, in their order
     * @return whether every plate whose fields were made is complete
     * @throws IllegalArgumentException with one sentence, if a plate is all that is made, and cannot be begun
     */
    boolean run(Plan plan, Runnable counted, Consumer<FileMask> told) {
        PlateMasks plates = new PlateMasks(job);
        boolean isAlone = plan.masks().size() == 1;
        plan.plates().forEach(plate -> plates.begin(plate, isAlone, told));
        run(plan.assignments().stream().filter(plates::isBegun).toList(), plates, counted, (assignment, mask) -> {
            told.accept(mask);
            if (mask.isMade()) plates.made(assignment);
        });
        return plan.plates().stream().filter(plates::finish).count()
                == plan.plates().size();
    }

    private void run(
            List<Assignment> assignments, PlateMasks plates, Runnable counted, BiConsumer<Assignment, FileMask> told) {
        MaskJob ranged = countsFirst() ? job.with(ranged(assignments, counted)) : job;
        new Batch<Made>(threads, needs.most())
                .run(
                        assignments.stream()
                                .map(assignment -> new Picture(ranged, assignment, plates))
                                .toList(),
                        made -> told.accept(made.assignment(), made.mask()));
    }

    /** Whether all pictures are counted before the first mask is made. */
    boolean countsFirst() {
        return job.job().settings().needsHistogramOfBatch();
    }

    /** The settings with the clip range of all pictures together, without those that cannot be read. */
    private MaskSettings ranged(List<Assignment> assignments, Runnable counted) {
        AtomicReference<Histograms> sum = new AtomicReference<>(none());
        new Batch<Histograms>(threads, needs.most())
                .run(assignments.stream().map(Counting::new).toList(), histograms -> {
                    sum.accumulateAndGet(histograms, Histograms::plus);
                    counted.run();
                });
        return job.job().settings().withRangeOfBatch(sum.get());
    }

    private Histograms none() {
        return Histograms.empty(job.job().settings().terms().size());
    }

    private static boolean isOutOfMemory(Throwable problem) {
        for (Throwable cause = problem; cause != null; cause = cause.getCause())
            if (cause instanceof OutOfMemoryError) return true;
        return false;
    }

    /** A picture that cannot be counted cannot be made either, and is told then. */
    private final class Counting implements Batch.Job<Histograms> {

        private final Place input;

        Counting(Assignment assignment) {
            input = assignment.input();
        }

        @Override
        public long bytes() {
            return needs.of(input);
        }

        @Override
        public Histograms run(boolean isAlone) {
            try {
                return job.telling(notice -> {}).histograms(input);
            } catch (IOException | IllegalArgumentException | EngineException | OutOfMemoryError e) {
                if (!isAlone && isOutOfMemory(e)) throw new OutOfMemoryError(e.getMessage());
                return none();
            }
        }
    }

    private record Made(Assignment assignment, FileMask mask) {}

    private final class Picture implements Batch.Job<Made> {

        private final MaskJob job;

        private final Assignment assignment;

        private final PlateMasks plates;

        Picture(MaskJob job, Assignment assignment, PlateMasks plates) {
            this.job = job;
            this.assignment = assignment;
            this.plates = plates;
        }

        @Override
        public long bytes() {
            return needs.of(assignment.input());
        }

        @Override
        public Made run(boolean isAlone) {
            List<String> notices = new ArrayList<>();
            try {
                return mask(true, notices, job.telling(notices::add).run(assignment));
            } catch (IOException | IllegalArgumentException | EngineException | OutOfMemoryError e) {
                if (!isAlone && isOutOfMemory(e)) throw new OutOfMemoryError(e.getMessage());
                if (Thread.currentThread().isInterrupted()) return mask(false, notices, null);
                plates.failed(assignment, e);
                String sentence = Sentence.of(e);
                String name = "'" + assignment.input() + "'";
                return mask(false, notices, sentence.contains(name) ? sentence : name + ": " + sentence);
            }
        }

        private Made mask(boolean isMade, List<String> notices, String line) {
            return new Made(
                    assignment,
                    new FileMask(assignment.input().path(), assignment.output().path(), isMade, notices, line));
        }
    }
}
