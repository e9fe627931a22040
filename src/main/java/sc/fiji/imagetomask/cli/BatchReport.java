package sc.fiji.imagetomask.cli;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
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
        Consumer<FileMask> told = mask -> {
            tell(mask);
            if (mask.isMade()) made.incrementAndGet();
        };
        Supplier<String> name = () -> made + " of " + plan.assignments().size() + " masks";
        boolean isComplete = hasOmeZarr(plan) ? withBytes(batch, plan, name, told) : withBar(batch, plan, told);
        boolean interrupted = Thread.currentThread().isInterrupted();
        int all = plan.assignments().size() + plan.unnamed().size();
        int failed = all - made.get();
        String end = interrupted ? "then the work was interrupted." : failed + " failed.";
        if (failed > 0) console.problem(made + " of " + all + " masks were made, " + end);
        return failed == 0 && isComplete;
    }

    private static boolean hasOmeZarr(Plan plan) {
        return plan.assignments().stream()
                .anyMatch(assignment -> assignment.input().isOmeZarr());
    }

    private static int steps(MaskBatch batch, Plan plan) {
        return plan.assignments().size() * (batch.countsFirst() ? 2 : 1);
    }

    /** A line with bytes and seconds left. */
    private boolean withBytes(MaskBatch batch, Plan plan, Supplier<String> name, Consumer<FileMask> told) {
        Consumer<String> shown = console.showsProgress() ? console::progress : null;
        try (MaskProgress progress = new MaskProgress(steps(batch, plan), name, shown)) {
            return run(batch.shownBy(progress), plan, told, progress::step);
        }
    }

    private boolean withBar(MaskBatch batch, Plan plan, Consumer<FileMask> told) {
        boolean isInterrupted = false;
        try (ProgressBar progress = console.progress("Masks", steps(batch, plan))) {
            boolean isComplete = run(batch, plan, told, progress::step);
            isInterrupted = Thread.currentThread().isInterrupted();
            return isComplete;
        } finally {
            console.endProgress();
            if (isInterrupted) Thread.currentThread().interrupt(); // closing the bar may have taken it back
        }
    }

    private static boolean run(MaskBatch batch, Plan plan, Consumer<FileMask> told, Runnable step) {
        return batch.run(plan, step, mask -> {
            told.accept(mask);
            step.run();
        });
    }

    private void tell(FileMask mask) {
        mask.notices().forEach(console::problem);
        if (mask.isMade()) console.line(mask.line());
        else if (mask.line() != null) console.problem(mask.line());
    }
}
