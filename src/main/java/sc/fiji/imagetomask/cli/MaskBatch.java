package sc.fiji.imagetomask.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import me.tongfei.progressbar.ProgressBar;
import sc.fiji.imagetomask.engine.EngineException;
import sc.fiji.imagetomask.files.Sentence;
import sc.fiji.imagetomask.threads.Batch;

/**
 * Makes the masks of many picture files, several at once; a file that fails is reported, and the others are still made.
 *
 * @param job makes each
 * @param needs how much memory each needs
 * @param threads how many work at once
 * @param console takes a line about each, in the order of the inputs
 */
record MaskBatch(MaskJob job, MemoryNeeds needs, int threads, Console console) {

    /**
     * What became of a picture file.
     *
     * @param isMade whether there is a mask
     * @param notices of it alone
     * @param line about it; null if the work was interrupted, which is said once
     */
    private record Outcome(boolean isMade, List<String> notices, String line) {}

    /** Whether all masks were made. A thread that is interrupted makes no more. */
    boolean run(Plan plan) {
        List<Assignment> assignments = plan.assignments();
        plan.unnamed().forEach(console::problem);
        List<Outcome> outcomes = new ArrayList<>();
        boolean interrupted;
        try (ProgressBar progress = console.progress("Masks", assignments.size())) {
            new Batch<Outcome>(threads, needs.most())
                    .run(assignments.stream().map(Picture::new).toList(), outcome -> {
                        tell(outcome);
                        outcomes.add(outcome);
                        progress.step();
                    });
            interrupted = Thread.currentThread().isInterrupted();
        }
        console.endProgress();
        long made = outcomes.stream().filter(Outcome::isMade).count();
        int all = assignments.size() + plan.unnamed().size();
        long failed = all - made;
        String end = interrupted ? "then the work was interrupted." : failed + " failed.";
        if (failed > 0) console.problem(made + " of " + all + " masks were made, " + end);
        return failed == 0;
    }

    private void tell(Outcome outcome) {
        outcome.notices.forEach(console::problem);
        if (outcome.isMade) console.line(outcome.line);
        else if (outcome.line != null) console.problem(outcome.line);
    }

    private final class Picture implements Batch.Job<Outcome> {

        private final Assignment assignment;

        Picture(Assignment assignment) {
            this.assignment = assignment;
        }

        @Override
        public long bytes() {
            return needs.of(assignment.input());
        }

        @Override
        public Outcome run(boolean isAlone) {
            List<String> notices = new ArrayList<>();
            try {
                return new Outcome(true, notices, job.telling(notices::add).run(assignment));
            } catch (IOException | IllegalArgumentException | EngineException | OutOfMemoryError e) {
                if (!isAlone && isOutOfMemory(e)) throw new OutOfMemoryError(e.getMessage());
                if (Thread.currentThread().isInterrupted()) return new Outcome(false, notices, null);
                String sentence = Sentence.of(e);
                String name = "'" + assignment.input() + "'";
                return new Outcome(false, notices, sentence.contains(name) ? sentence : name + ": " + sentence);
            }
        }

        private static boolean isOutOfMemory(Throwable problem) {
            for (Throwable cause = problem; cause != null; cause = cause.getCause())
                if (cause instanceof OutOfMemoryError) return true;
            return false;
        }
    }
}
