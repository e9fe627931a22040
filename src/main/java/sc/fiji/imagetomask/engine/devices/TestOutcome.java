package sc.fiji.imagetomask.engine.devices;

import java.util.List;
import java.util.Map;
import sc.fiji.imagetomask.engine.proof.PartResult;
import sc.fiji.imagetomask.engine.proof.Verdict;

/**
 * What a test of a device has shown.
 *
 * @param facts about the device, in their order
 * @param results of the parts that ended
 * @param trouble one sentence, if the test did not come to its end; else null
 * @param late whether the time limit ended it
 */
public record TestOutcome(Map<String, String> facts, List<PartResult> results, String trouble, boolean late) {

    /** Whether it shows that the device is right or wrong; else the time was too short, as on a slow or busy machine. */
    public boolean isDecided() {
        return fault() != null || lack() == null;
    }

    /** What was wrong first, in one sentence; null if nothing was. A lack of time is no fault. */
    public String fault() {
        String failed = first(Verdict.FAILED);
        return failed != null ? failed : late ? null : trouble;
    }

    /** What the time was too short for, in one sentence; null if it was enough. */
    public String lack() {
        return late ? trouble : first(Verdict.UNFINISHED);
    }

    private String first(Verdict verdict) {
        return results.stream()
                .filter(result -> result.verdict() == verdict)
                .map(TestOutcome::sentence)
                .findFirst()
                .orElse(null);
    }

    private static String sentence(PartResult result) {
        return result.text().endsWith(".")
                ? result.text()
                : "The test of " + result.part() + " was " + result.verdict().label() + ": " + result.text() + ".";
    }
}
