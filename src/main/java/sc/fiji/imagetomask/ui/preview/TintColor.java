package sc.fiji.imagetomask.ui.preview;

import java.awt.Color;
import sc.fiji.imagetomask.Labelled;

/** The colours for the tint; for every picture at least one of them is clearly visible. */
enum TintColor implements Labelled {
    RED("red", 0xff0000),
    GREEN("green", 0x00e000),
    BLUE("blue", 0x2040ff),
    CYAN("cyan", 0x00e8ff),
    MAGENTA("magenta", 0xff00ff),
    YELLOW("yellow", 0xffe600),
    BLACK("black", 0x000000),
    WHITE("white", 0xffffff);

    private final String label;
    private final int rgb;

    TintColor(String label, int rgb) {
        this.label = label;
        this.rgb = rgb;
    }

    @Override
    public String label() {
        return label;
    }

    /** As {@code 0xRRGGBB}. */
    int rgb() {
        return rgb;
    }

    Color color() {
        return new Color(rgb);
    }

    /** The colour of that word; red if there is none. */
    static TintColor of(String word) {
        for (TintColor color : values()) if (color.label.equals(word)) return color;
        return RED;
    }
}
