package sc.fiji.imagetomask.ui.preview;

import ij.gui.Roi;
import java.util.ArrayList;
import java.util.List;
import sc.fiji.imagetomask.Term;
import sc.fiji.imagetomask.options.MaskOptions;

/**
 * One thing to show.
 *
 * @param options how the mask is made
 * @param edited the term whose histogram is wanted; it need not be one of the mask's
 * @param situation of the picture
 * @param roi a copy of the picture's selection, or null
 * @param viewport of which the mask is wanted, or null; the histogram always is
 */
record PreviewRequest(MaskOptions options, Term edited, PreviewState situation, Roi roi, Viewport viewport) {

    /** One for the histogram of the first term. */
    PreviewRequest(MaskOptions options, PreviewState situation, Roi roi, Viewport viewport) {
        this(options, options.settings().first(), situation, roi, viewport);
    }

    /** The terms of the mask, and the edited one. */
    List<Term> terms() {
        List<Term> all = new ArrayList<>(options.settings().terms());
        if (!all.contains(edited)) all.add(edited);
        return all;
    }
}
