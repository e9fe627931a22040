package sc.fiji.imagetomask.cli;

import java.util.concurrent.atomic.AtomicInteger;
import me.tongfei.progressbar.ProgressBar;

/**
 * Prints what becomes of the pictures of a batch.
 *
 * @param console takes a line about each, in the order of the inputs
 */
record BatchReport(Console console) {

    /** Runs the batch, and tells whether all masks were made. */
    boolean of(MaskBatch batch, Plan plan) {
        plan.leftOut().forEach(console::problem);
        plan.unnamed().forEach(console::problem);
        AtomicInteger made = new AtomicInteger();
        boolean interrupted;
        boolean isComplete;
        int steps = plan.assignments().size() * (batch.countsFirst() ? 2 : 1);
        try (ProgressBar progress = console.progress("Masks", steps)) {
            isComplete = batch.run(plan, progress::step, mask -> {
                tell(mask);
                if (mask.isMade()) made.incrementAndGet();
                progress.step();
            });
            interrupted = Thread.currentThread().isInterrupted();
        }
        console.endProgress();
        int all = plan.assignments().size() + plan.unnamed().size();
        int failed = all - made.get();
        String end = interrupted ? "then the work was interrupted." : failed + " failed.";
        if (failed > 0) console.problem(made + " of " + all + " masks were made, " + end);
        return failed == 0 && isComplete;
    }

    private void tell(FileMask mask) {
        mask.notices().forEach(console::problem);
        if (mask.isMade()) console.line(mask.line());
        else if (mask.line() != null) console.problem(mask.line());
    }
}
