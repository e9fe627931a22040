package sc.fiji.imagetomask.engine.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import sc.fiji.imagetomask.engine.EngineException;

/** The test of an engine on a device. */
public final class Proof {

    private Proof() {}

    /**
     * Runs all parts; after a part that fails, the next ones are still run.
     *
     * @throws CancellationException if the watch throws it
     */
    public static List<PartResult> of(Subject subject, Depth depth, Watch watch) {
        return of(subject, depth, depth.seconds(), watch);
    }

    /** The same with another time limit. */
    public static List<PartResult> of(Subject subject, Depth depth, int seconds, Watch watch) {
        Clock clock = new Clock(watch, depth, seconds);
        List<PartResult> results = new ArrayList<>();
        for (Check check : depth.checks()) {
            watch.part(check.name());
            PartResult result = clock.isOver()
                    ? new PartResult(check.name(), Verdict.UNFINISHED, "no time was left", 0)
                    : result(check, subject, clock);
            results.add(result);
            watch.result(result);
        }
        return results;
    }

    private static PartResult result(Check check, Subject subject, Clock clock) {
        long start = System.nanoTime();
        Verdict verdict;
        String text;
        try {
            text = check.run(subject, clock);
            verdict = text == null ? Verdict.UNSUPPORTED : Verdict.PASSED;
        } catch (Clock.NoTimeException e) {
            text = e.getMessage();
            verdict = Verdict.UNFINISHED;
        } catch (DifferenceException | EngineException e) {
            text = e.getMessage();
            verdict = Verdict.FAILED;
        } catch (CancellationException e) {
            throw e;
        } catch (RuntimeException e) {
            text = e.toString();
            verdict = Verdict.FAILED;
        } catch (OutOfMemoryError e) {
            text = "Java has too little memory for this part";
            verdict = Verdict.UNFINISHED;
        }
        long millis = (System.nanoTime() - start) / 1_000_000;
        return new PartResult(check.name(), verdict, text == null ? "" : text, millis);
    }
}
