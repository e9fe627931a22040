package sc.fiji.imagetomask.cli;

import java.io.PrintStream;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Lines on standard output and standard error, with a progress bar below them on a terminal. */
final class Console {

    private static final int COLUMNS = 79;

    private final PrintStream out;
    private final PrintStream err;
    private final boolean quiet;
    private final boolean isTerminal;
    private String bar = "";

    /**
     * @param quiet prints no lines on standard output and no progress
     * @param isTerminal whether somebody sees the progress
     */
    Console(PrintStream out, PrintStream err, boolean quiet, boolean isTerminal) {
        this.out = out;
        this.err = err;
        this.quiet = quiet;
        this.isTerminal = isTerminal;
    }

    void line(String text) {
        if (!quiet) aboveBar(() -> out.println(text));
    }

    void problem(String text) {
        aboveBar(() -> err.println(text));
    }

    private synchronized void aboveBar(Runnable printing) {
        if (!bar.isEmpty()) err.print("\r" + " ".repeat(bar.length()) + "\r");
        err.flush();
        printing.run();
        out.flush();
        err.print(bar.isEmpty() ? "" : "\r" + bar);
        err.flush();
    }

    private synchronized void draw(String newBar) {
        bar = newBar.stripTrailing();
        err.print("\r" + bar);
        err.flush();
    }

    /** Whether this process has a terminal. From Java 22 on there can be a console without one. */
    static boolean isTerminal() {
        java.io.Console console = System.console();
        if (console == null) return false;
        try {
            return (boolean) java.io.Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException e) {
            return true;
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }

    /** Whether progress is shown: only on a terminal. */
    boolean showsProgress() {
        return !quiet && isTerminal;
    }

    /** Shows that text in the place of a progress bar; an empty one ends it. */
    synchronized void progress(String text) {
        String cut = text.substring(0, Math.min(COLUMNS, text.length()));
        String rest = " ".repeat(Math.max(0, bar.length() - cut.length()));
        err.print("\r" + cut + rest + (cut.isEmpty() ? "\r" : ""));
        err.flush();
        bar = cut;
    }

    /** A progress bar with this number of steps; it is shown only on a terminal. */
    ProgressBar progress(String task, int steps) {
        boolean shown = showsProgress();
        return new ProgressBarBuilder()
                .setTaskName(task)
                .setInitialMax(steps)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(200)
                .setConsumer(new DelegatingProgressBarConsumer(shown ? this::draw : text -> {}, COLUMNS))
                .build();
    }

    /** Ends the progress bar: further lines are printed below it. */
    synchronized void endProgress() {
        if (!bar.isEmpty()) err.println();
        bar = "";
    }
}
