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

/** Earlier levels, for undo, the latest first: one entry for each drag, each button, and each visit to a field. */
final class LevelHistory {

    private final Supplier<Levels> now;
    private final Deque<Levels> left = new ArrayDeque<>();

    /** @param now gives the current levels */
    LevelHistory(Supplier<Levels> now) {
        this.now = now;
    }

    /** Saves the current levels. */
    void mark() {
        if (!now.get().equals(left.peek())) left.push(now.get());
    }

    /** Saves the current levels whenever the user starts to work with that component. */
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

    /** The levels before the last change; the current levels if there was none. */
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
