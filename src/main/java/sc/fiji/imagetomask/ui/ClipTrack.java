package sc.fiji.imagetomask.ui;

import java.awt.Dimension;
import java.util.List;
import java.util.function.Consumer;
import javax.swing.JComponent;
import sc.fiji.imagetomask.tone.ClipRange;

/**
 * The handles of the clip range, above the histogram. A handle that is dragged stays under the mouse; when it is released, the
 * range is set, and the histogram is stretched to it.
 */
final class ClipTrack extends JComponent {

    private static final long serialVersionUID = 1;
    private static final String KEYS = ". Drag it, or use the arrow keys (Shift: ten steps)";

    private final transient Consumer<ClipRange> moved;
    private final LevelHandle low;
    private final LevelHandle high;
    private transient ClipRange range;
    private transient ClipRange dragged;

    /** @param moved takes the range that the user drags or steps to */
    ClipTrack(Consumer<ClipRange> moved) {
        this.moved = moved;
        setName("clip track");
        setPreferredSize(new Dimension(100, LevelHandle.edge()));
        low = handle("clip low", "Low end of the clip range", "This value of the channel and all below become 0", true);
        high = handle(
                "clip high", "High end of the clip range", "This value of the channel and all above become 255", false);
    }

    private LevelHandle handle(String name, String label, String help, boolean isLow) {
        LevelHandle handle = new LevelHandle(
                new LevelHandle.Look(name, label, help + " before the levels apply" + KEYS, HistogramView.EDGE, true),
                x -> drag(isLow, x),
                this::release,
                steps -> step(isLow, steps));
        add(handle);
        return handle;
    }

    private void drag(boolean isLow, double x) {
        if (!canMove()) return;
        ValueAxis axis = ValueAxis.across(this);
        double value = range.low() + axis.value(x) / 255 * (range.high() - range.low());
        dragged = changed(isLow, (int) Math.round(value));
        LevelHandle handle = isLow ? low : high;
        handle.setLocation((int) Math.round(x - handle.getWidth() / 2.0), 0);
    }

    private void release() {
        if (dragged != null) moved.accept(dragged);
        dragged = null;
        doLayout();
    }

    private void step(boolean isLow, int steps) {
        if (canMove()) moved.accept(changed(isLow, (isLow ? range.low() : range.high()) + steps));
    }

    private boolean canMove() {
        return range != null && range.low() < range.high();
    }

    private ClipRange changed(boolean isLow, int value) {
        return isLow
                ? new ClipRange(Math.min(Math.max(value, 0), range.high() - 1), range.high())
                : new ClipRange(range.low(), Math.max(Math.min(value, 255), range.low() + 1));
    }

    /** Shows the range; null until it is counted. */
    void show(ClipRange newRange) {
        range = newRange;
        for (LevelHandle handle : List.of(low, high)) handle.setEnabled(canMove());
        if (dragged == null) doLayout();
    }

    @Override
    public void doLayout() {
        ValueAxis axis = ValueAxis.across(this);
        low.setLocation((int) Math.round(axis.x(0) - low.getWidth() / 2.0), 0);
        high.setLocation((int) Math.round(axis.x(255) - high.getWidth() / 2.0), 0);
    }
}
