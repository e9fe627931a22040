package sc.fiji.imagetomask.engine.proof;

/**
 * How a part of the test ended.
 *
 * @param part which one, for people to read
 * @param text what was seen: what differed, why it is not supported, or how fast it was; or empty
 * @param millis how long it took
 */
public record PartResult(String part, Verdict verdict, String text, long millis) {}
