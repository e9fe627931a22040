package sc.fiji.imagetomask.engine;

/**
 * What a kind of engine offers to {@code auto} now.
 *
 * @param engine null if there is none so far, or none that could be better than the Java engine
 * @param reason why, in one sentence
 * @param notice what users should be told once, or null
 */
public record Offer(Engine engine, String reason, String notice) {

    /** No engine, with this reason. */
    public static Offer none(String reason) {
        return new Offer(null, reason, null);
    }

    static Offer of(Engine engine) {
        return new Offer(engine, "a usable device was found: " + engine.device() + ".", null);
    }
}
