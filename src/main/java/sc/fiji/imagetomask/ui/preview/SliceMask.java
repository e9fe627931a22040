package sc.fiji.imagetomask.ui.preview;

import java.util.List;
import java.util.stream.IntStream;
import sc.fiji.imagetomask.Output;
import sc.fiji.imagetomask.engine.ByteSpan;
import sc.fiji.imagetomask.engine.MaskSpan;
import sc.fiji.imagetomask.tone.ToneTable;

/**
 * The mask of one slice. A view reads only the values for its pixels on the screen, so other levels are shown in the same time
 * for a picture of any size.
 *
 * @param width of the slice
 * @param terms at least one
 * @param factor what the values are multiplied with, or null
 */
record SliceMask(int width, List<SliceTerm> terms, MaskSpan factor) {

    /** The part of the mask that is seen. */
    MaskView view(Output output, Viewport viewport) {
        byte[] shown = new byte[viewport.width() * viewport.height()];
        int[] columns =
                IntStream.range(0, viewport.width()).map(viewport::column).toArray();
        boolean isOfBytes = terms.get(0).isOfBytes();
        boolean split = output == Output.BINARY || output == Output.SELECTION;
        IntStream.range(0, viewport.height()).parallel().forEach(j -> {
            int start = viewport.row(j) * width;
            for (int i = 0; i < columns.length; i++) {
                int value = isOfBytes ? bytes(start + columns[i]) : deep(start + columns[i]);
                if (split) value = value >= Output.THRESHOLD ? 255 : 0;
                shown[j * columns.length + i] = (byte) value;
            }
        });
        return new MaskView(shown, viewport);
    }

    private int bytes(int i) {
        int value = terms.get(0).of(i);
        for (int t = 1; t < terms.size(); t++)
            value = terms.get(t).join().of(value, terms.get(t).of(i));
        if (factor == null) return value;
        return ToneTable.masked(
                value, factor instanceof ByteSpan mask ? mask.get(i) : Math.round(255 * factor.fraction(i)));
    }

    /** As the engine would round it; one in some thousands differs by 1. */
    private int deep(int i) {
        double value = terms.get(0).deep(i);
        if (terms.size() > 1) {
            float joined = (float) (value / 255);
            for (int t = 1; t < terms.size(); t++)
                joined = terms.get(t).join().of(joined, (float) (terms.get(t).deep(i) / 255));
            value = 255.0 * joined;
        }
        return (int) Math.round(factor == null ? value : value * factor.fraction(i));
    }
}
