package sc.fiji.imagetomask.ui;

import java.awt.Component;
import java.awt.event.FocusAdapter;
import java.awt.event.FocusEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;
import sc.fiji.imagetomask.tone.Levels;

/** The levels that were left, the last first: one entry for each drag, each button, and each visit to a field. */
final class LevelHistory {

    private final Supplier<Levels> now;
    private final Deque<Levels> left = new ArrayDeque<>();

    /** @param now gives the levels as they stand */
    LevelHistory(Supplier<Levels> now) {
        this.now = now;
    }

    /** Remembers the levels as they stand. */
    void mark() {
        if (!now.get().equals(left.peek())) left.push(now.get());
    }

    /** Marks whenever the user begins to work at that part. */
    void watch(Component part) {
        part.addMouseListener(new MouseAdapter() {
            @Override
            public void mousePressed(MouseEvent event) {
                mark();
            }
        });
        part.addFocusListener(new FocusAdapter() {
            @Override
            public void focusGained(FocusEvent event) {
                mark();
            }
        });
    }

    /** The levels before the last change; the levels as they stand if there was none. */
    Levels back() {
        while (!left.isEmpty()) {
            Levels last = left.pop();
            if (!last.equals(now.get())) return last;
        }
        return now.get();
    }

    /** Forgets all. */
    void clear() {
        left.clear();
    }
}
