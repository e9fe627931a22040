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

    /** Whether it shows that the device is right or wrong; else the time was too short, as on a busy machine. */
    public boolean isDecided() {
        return results.stream().anyMatch(result -> result.verdict() == Verdict.FAILED)
                || trouble != null && !late
                || fault() == null;
    }

    /** What was wrong first, in one sentence; null if all is well. */
    public String fault() {
        for (PartResult result : results)
            if (!result.verdict().isGood())
                return result.text().isEmpty() || !result.text().endsWith(".")
                        ? "The test of " + result.part() + " was "
                                + result.verdict().label() + ": " + result.text() + "."
                        : result.text();
        return trouble;
    }
}
