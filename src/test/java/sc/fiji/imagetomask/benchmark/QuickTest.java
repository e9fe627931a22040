package sc.fiji.imagetomask.benchmark;

import java.util.List;
import java.util.Locale;
import sc.fiji.imagetomask.engine.Engine;
import sc.fiji.imagetomask.engine.EngineChoice;
import sc.fiji.imagetomask.engine.proof.Depth;
import sc.fiji.imagetomask.engine.proof.EngineSubject;
import sc.fiji.imagetomask.engine.proof.PartResult;
import sc.fiji.imagetomask.engine.proof.Proof;
import sc.fiji.imagetomask.engine.proof.Verdict;
import sc.fiji.imagetomask.engine.proof.Watch;

/**
 * How long the quick part of the test of a device takes, in milliseconds: once with building the kernels, and then ten times
 * with kernels that are built.
 */
final class QuickTest {

    private static final int TIMES = 11;
    private static final int MOST_SECONDS = 100;

    private QuickTest() {}

    /** @param args the engine */
    public static void main(String[] args) {
        Engine engine = EngineChoice.of(args[0], null, System.err::println).engine();
        for (int i = 0; i < TIMES; i++) {
            long start = System.nanoTime();
            List<PartResult> results = Proof.of(new EngineSubject(engine), Depth.QUICK, MOST_SECONDS, new Watch() {});
            double millis = (System.nanoTime() - start) / 1e6;
            if (results.stream().anyMatch(result -> result.verdict() != Verdict.PASSED))
                throw new IllegalStateException(results.toString());
            System.out.printf(Locale.ROOT, "%s%.0f", i == 0 ? "with building " : i == 1 ? ", then " : " ", millis);
        }
        System.out.println(" ms on " + engine.device());
        System.exit(0);
    }
}
