package sc.fiji.imagetomask.imagej;

import static org.assertj.core.api.Assertions.assertThat;

import ij.ImagePlus;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import sc.fiji.imagetomask.MaskSettings;
import sc.fiji.imagetomask.Output;
import sc.fiji.imagetomask.SomeFormulas;
import sc.fiji.imagetomask.channel.Channel;
import sc.fiji.imagetomask.channel.ChannelFormula;
import sc.fiji.imagetomask.engine.HighBitDepthDefinition;
import sc.fiji.imagetomask.engine.jvm.JavaEngine;
import sc.fiji.imagetomask.reading.NumberRange;
import sc.fiji.imagetomask.reading.Reading;
import sc.fiji.imagetomask.tone.ClipRange;
import sc.fiji.imagetomask.tone.Levels;
import sc.fiji.imagetomask.tone.Tone;

/**
 * How much the masks of the same bytes promoted to 16 bits (257 v) and to floats (v / 255) differ from the exact 8-bit
 * masks, and floats at 32-bit output from a double-precision evaluation; what is measured is printed.
 */
class PromotedImagesTest {

    private static final int SIDE = 512;

    /** Not the hue of CIELAB: that of colours that are nearly grey changes with the last digit. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "LCH_H")
    void differLittle(Channel channel) {
        ChannelFormula formula = SomeFormulas.of(channel);
        byte[][] bytes = new byte[3][SIDE * SIDE];
        short[][] shorts = new short[3][SIDE * SIDE];
        float[][] floats = new float[3][SIDE * SIDE];
        Random random = new Random(8);
        for (int c = 0; c < 3; c++) {
            random.nextBytes(bytes[c]);
            for (int i = 0; i < bytes[c].length; i++) {
                int value = bytes[c][i] & 255;
                shorts[c][i] = (short) (257 * value);
                floats[c][i] = value / 255f;
            }
        }
        double values = 0;
        for (int i = 0; i < SIDE * SIDE; i++) {
            int argb = 0xff000000 | (bytes[0][i] & 255) << 16 | (bytes[1][i] & 255) << 8 | bytes[2][i] & 255;
            double deep = formula.value(floats[0][i], floats[1][i], floats[2][i], 1);
            values = Math.max(values, distance(channel, deep, formula.value(argb)));
        }
        ImagePlus exact = mask(channel, Output.BYTE, "type", bytes);
        int byShorts = difference(channel, exact, mask(channel, Output.BYTE, "type", shorts));
        int byFloats = difference(channel, exact, mask(channel, Output.BYTE, "type", floats));
        double precise = precision(channel, mask(channel, Output.FLOAT, "type", floats), floats);
        System.out.printf(
                "%-8s channel value differs by at most %.3f, mask of 16 bits by %d, of floats by %d of 255;"
                        + " 32-bit output from double precision by %.1e%n",
                channel, values, byShorts, byFloats, precise);
        boolean isLab = channel.label().contains("LAB") || channel == Channel.LCH_C || channel.isDistance();
        assertThat(values).isLessThan(isLab ? 3.1 : 1.01);
        assertThat(Math.max(byShorts, byFloats)).isLessThanOrEqualTo(channel == Channel.STAIN_2 ? 17 : isLab ? 14 : 2);
        assertThat(precise).isLessThan(1e-4);
    }

    private static ImagePlus mask(Channel channel, Output output, String range, Object[] planes) {
        MaskSettings settings = SomeFormulas.settings(channel).withOutput(output);
        Reading reading = Reading.DEFAULT.withRange(NumberRange.parse(range));
        return new ImagePlusMasks(new JavaEngine(), settings, reading)
                .of(HighBitDepthImages.square("promoted", SIDE, planes));
    }

    private static double distance(Channel channel, double a, double b) {
        double d = Math.abs(a - b);
        return channel == Channel.HSV_H ? Math.min(d, 255 - d) : d;
    }

    private static int difference(Channel channel, ImagePlus a, ImagePlus b) {
        byte[] first = Images.bytes(a, 1);
        byte[] second = Images.bytes(b, 1);
        double most = 0;
        for (int i = 0; i < first.length; i++)
            most = Math.max(most, distance(channel, first[i] & 255, second[i] & 255));
        return (int) most;
    }

    private static double precision(Channel channel, ImagePlus mask, float[][] rgb) {
        ClipRange range = MaskInfo.of(mask).ranges().get(0).first();
        Tone tone = new Tone(range, Levels.NONE, false);
        float[] made = (float[]) mask.getProcessor().getPixels();
        double most = 0;
        for (int i = 0; i < made.length; i++) {
            double value = HighBitDepthDefinition.value(SomeFormulas.of(channel), rgb[0][i], rgb[1][i], rgb[2][i], 1);
            most = Math.max(most, Math.abs(tone.value(value) / 255 - made[i]));
        }
        return most;
    }
}
