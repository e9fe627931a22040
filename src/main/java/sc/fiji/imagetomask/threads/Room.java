package sc.fiji.imagetomask.threads;

import java.util.TreeSet;

/**
 * Memory that several threads share. Whoever needs more than there is waits; the one with the lowest number is next, so
 * that none waits for ever.
 */
final class Room {

    private final long bytes;
    private final TreeSet<Integer> waiting = new TreeSet<>();
    private long used;

    Room(long bytes) {
        this.bytes = bytes;
    }

    /** @param need at least 1, and at most all */
    synchronized void enter(int number, long need) throws InterruptedException {
        waiting.add(number);
        try {
            while (waiting.first() != number || used + need > bytes) wait();
            used += need;
        } finally {
            waiting.remove(number);
            notifyAll();
        }
    }

    synchronized void leave(long need) {
        used -= need;
        notifyAll();
    }
}
