package sc.fiji.imagetomask.picturefile.deflate;

import java.util.List;
import java.util.function.ToIntFunction;
import sc.fiji.imagetomask.Labelled;

/** How much time is spent to make a mask file small. The values of the mask are the same with each. */
public enum Effort implements Labelled {
    /** About half of the usual time, for larger files. */
    FAST("fast", 0.2),
    DEFAULT("default", 0.03),
    /** Many times the usual time, for the smallest files. */
    SMALL("small", 0);

    private final String label;
    private final double gain;

    /** @param gain by which part a slower method must be smaller than a faster one to be taken */
    Effort(String label, double gain) {
        this.label = label;
        this.gain = gain;
    }

    @Override
    public String label() {
        return label;
    }

    /** Whether all bytes are tried with each method, and not only a sample of them. */
    public boolean triesAll() {
        return this == SMALL;
    }

    /**
     * A method, and how many bytes became of those that it was tried with.
     *
     * @param method that was tried
     * @param bytes that it made
     */
    public record Tried<T>(T method, int bytes) {}

    /**
     * The method that makes the fewest bytes, or a faster one that makes hardly more.
     *
     * @param methods the fastest first
     * @param size how many bytes each makes
     */
    public <T> Tried<T> best(List<T> methods, ToIntFunction<T> size) {
        return best(methods, size, () -> {});
    }

    /**
     * The same.
     *
     * @param isBest is called after a method that is better than all before it
     */
    public <T> Tried<T> best(List<T> methods, ToIntFunction<T> size, Runnable isBest) {
        Tried<T> best = null;
        for (T method : methods) {
            Tried<T> next = new Tried<>(method, size.applyAsInt(method));
            if (best != null && next.bytes >= best.bytes * (1 - gain)) continue;
            best = next;
            isBest.run();
        }
        return best;
    }
}
