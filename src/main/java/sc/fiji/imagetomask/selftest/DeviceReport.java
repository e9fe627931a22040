package sc.fiji.imagetomask.selftest;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import sc.fiji.imagetomask.engine.proof.PartResult;
import sc.fiji.imagetomask.engine.proof.Verdict;

/**
 * What the test of one device has shown.
 *
 * @param device as it is named in the list of devices, after its kind of engine
 * @param facts about it, in their order
 * @param results of the parts that ended
 * @param trouble one sentence, if it could not be tested to the end, or there is no device; else null
 * @param isAbsent whether there is no device of that kind, which is no failure
 * @param seconds how long the test took
 */
public record DeviceReport(
        String device,
        Map<String, String> facts,
        List<PartResult> results,
        String trouble,
        boolean isAbsent,
        double seconds) {

    /** How the test of the device ended as a whole. */
    public Verdict verdict() {
        if (trouble != null) return isAbsent ? Verdict.UNSUPPORTED : Verdict.FAILED;
        return results.stream()
                .map(PartResult::verdict)
                .filter(verdict -> !verdict.isGood())
                .min(Comparator.naturalOrder())
                .orElse(Verdict.PASSED);
    }

    /** Whether the device can be relied on, or there is none. */
    public boolean isGood() {
        return verdict().isGood();
    }
}
