package sc.fiji.imagetomask.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import sc.fiji.imagetomask.engine.EngineException;
import sc.fiji.imagetomask.files.Sentence;
import sc.fiji.imagetomask.threads.Batch;

/**
 * Makes the masks of many picture files, several at once; a file that fails is told, and the others are still made.
 *
 * @param job makes each
 * @param needs how much memory each needs
 * @param threads how many work at once
 */
record MaskBatch(MaskJob job, MemoryNeeds needs, int threads) {

    /**
     * Makes them. A thread that is interrupted makes no more.
     *
     * @param told takes what became of each, in their order
     */
    void run(List<Assignment> assignments, Consumer<FileMask> told) {
        new Batch<FileMask>(threads, needs.most())
                .run(assignments.stream().map(Picture::new).toList(), told);
    }

    private final class Picture implements Batch.Job<FileMask> {

        private final Assignment assignment;

        Picture(Assignment assignment) {
            this.assignment = assignment;
        }

        @Override
        public long bytes() {
            return needs.of(assignment.input());
        }

        @Override
        public FileMask run(boolean isAlone) {
            List<String> notices = new ArrayList<>();
            try {
                return mask(true, notices, job.telling(notices::add).run(assignment));
            } catch (IOException | IllegalArgumentException | EngineException | OutOfMemoryError e) {
                if (!isAlone && isOutOfMemory(e)) throw new OutOfMemoryError(e.getMessage());
                if (Thread.currentThread().isInterrupted()) return mask(false, notices, null);
                String sentence = Sentence.of(e);
                String name = "'" + assignment.input() + "'";
                return mask(false, notices, sentence.contains(name) ? sentence : name + ": " + sentence);
            }
        }

        private FileMask mask(boolean isMade, List<String> notices, String line) {
            return new FileMask(assignment.input(), assignment.output(), isMade, notices, line);
        }

        private static boolean isOutOfMemory(Throwable problem) {
            for (Throwable cause = problem; cause != null; cause = cause.getCause())
                if (cause instanceof OutOfMemoryError) return true;
            return false;
        }
    }
}
