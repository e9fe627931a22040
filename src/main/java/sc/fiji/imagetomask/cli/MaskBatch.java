package sc.fiji.imagetomask.cli;

import java.io.IOException;
import java.util.List;
import me.tongfei.progressbar.ProgressBar;
import sc.fiji.imagetomask.engine.EngineException;
import sc.fiji.imagetomask.files.Sentence;

/**
 * Makes the masks of many picture files; a file that fails is reported, and the others are still made.
 *
 * @param job makes each
 * @param console takes a line about each
 */
record MaskBatch(MaskJob job, Console console) {

    /** Whether all masks were made. A thread that is interrupted makes no more. */
    boolean run(Plan plan) {
        List<Assignment> assignments = plan.assignments();
        plan.unnamed().forEach(console::problem);
        int made = 0;
        boolean interrupted = false;
        try (ProgressBar progress = console.progress(assignments.size())) {
            for (int i = 0; i < assignments.size() && !interrupted; i++) {
                if (isMade(assignments.get(i))) made++;
                progress.step();
                interrupted = Thread.currentThread().isInterrupted();
            }
        }
        console.endProgress();
        int all = assignments.size() + plan.unnamed().size();
        int failed = all - made;
        String outcome = interrupted ? "then the work was interrupted." : failed + " failed.";
        if (failed > 0) console.problem(made + " of " + all + " masks were made, " + outcome);
        return failed == 0;
    }

    private boolean isMade(Assignment assignment) {
        try {
            console.line(job.run(assignment));
            return true;
        } catch (IOException | IllegalArgumentException | EngineException | OutOfMemoryError e) {
            String sentence = Sentence.of(e);
            String name = "'" + assignment.input() + "'";
            console.problem(sentence.contains(name) ? sentence : name + ": " + sentence);
            return false;
        }
    }
}
