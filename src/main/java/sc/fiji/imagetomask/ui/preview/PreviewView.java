package sc.fiji.imagetomask.ui.preview;

import sc.fiji.imagetomask.Labelled;

/** What the preview shows. */
public enum PreviewView implements Labelled {
    /** The mask. */
    MASK("mask"),
    /** The picture with a tint where the mask is dark. */
    TINTED("excluded part coloured"),
    /** The picture with a tint where the mask is bright. */
    KEPT("kept part coloured"),
    /** The picture with a line around the areas where the mask is 128 or more. */
    OUTLINE("outline");

    private final String label;

    PreviewView(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }

    /** The view of that word, in any case. */
    public static PreviewView of(String word) {
        return Labelled.of("view", word, values());
    }
}
