package sc.fiji.imagetomask.engine.jvm;

import sc.fiji.imagetomask.channel.ChannelFormula;
import sc.fiji.imagetomask.channel.Stains;

/** The amount of a stain in a block of pixels: one table for each of red, green and blue. */
final class StainBlock implements ChannelBlock.Loop {

    private static final int HALF = 1 << Stains.SCALE_BITS - 1;

    private final int[] argb;
    private final int[] values;
    private final int[] red;
    private final int[] green;
    private final int[] blue;

    StainBlock(ChannelFormula formula, int[] argb, int[] values) {
        this.argb = argb;
        this.values = values;
        red = formula.stains().table(formula.stain(), 0);
        green = formula.stains().table(formula.stain(), 1);
        blue = formula.stains().table(formula.stain(), 2);
    }

    @Override
    public void run(int n) {
        for (int i = 0; i < n; i++) {
            int p = argb[i];
            int sum = red[p >>> 16 & 255] + green[p >>> 8 & 255] + blue[p & 255] + HALF;
            values[i] = Math.max(0, Math.min(255, sum >> Stains.SCALE_BITS));
        }
    }
}
