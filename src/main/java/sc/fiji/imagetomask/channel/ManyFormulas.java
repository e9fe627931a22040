package sc.fiji.imagetomask.channel;

import java.util.List;

/**
 * Several channels of the same pixel of 16-bit and 32-bit images; L*, a* and b* are computed once for all. Each gives the value of
 * {@link ChannelFormula#value(float, float, float, float)}.
 */
public final class ManyFormulas {

    private final ChannelFormula[] formulas;
    private final float[][][] references;

    /** Those formulas, in this order. */
    public ManyFormulas(List<ChannelFormula> formulas) {
        this.formulas = formulas.toArray(ChannelFormula[]::new);
        references = formulas.stream().map(formula -> formula.colours().lab()).toArray(float[][][]::new);
    }

    /** Writes the values of a pixel, 0..255 and not rounded; r, g, b, a as in {@link Channel#value}. */
    public void values(float r, float g, float b, float a, float[] out) {
        float red = Channel.clamp(r, 1);
        float green = Channel.clamp(g, 1);
        float blue = Channel.clamp(b, 1);
        float l = Lab.l(red, green, blue);
        float labA = Lab.a(red, green, blue);
        float labB = Lab.b(red, green, blue);
        for (int i = 0; i < formulas.length; i++) {
            ChannelFormula formula = formulas[i];
            out[i] = switch (formula.channel()) {
                case LAB_L -> l;
                case LAB_A -> labA;
                case LAB_B -> labB;
                case LCH_C -> Lch.chroma(labA, labB);
                case LCH_H -> Lch.hue(labA, labB);
                case DISTANCE, DISTANCE_2000 ->
                    ReferenceColours.distance(formula.difference(), l, labA, labB, references[i]);
                default -> formula.value(r, g, b, a);
            };
        }
    }
}
