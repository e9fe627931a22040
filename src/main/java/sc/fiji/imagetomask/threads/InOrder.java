package sc.fiji.imagetomask.threads;

import java.util.TreeMap;
import java.util.function.Consumer;

/** Tells results in their order, as soon as all before them were told. */
final class InOrder<R> {

    private final Consumer<R> told;
    private final TreeMap<Integer, R> waiting = new TreeMap<>();
    private int next;

    InOrder(Consumer<R> told) {
        this.told = told;
    }

    synchronized void put(int i, R result) {
        waiting.put(i, result);
        while (waiting.containsKey(next)) told.accept(waiting.remove(next++));
    }

    /** Those that are left when some are missing. */
    synchronized void tellRest() {
        waiting.values().forEach(told);
        waiting.clear();
    }
}
