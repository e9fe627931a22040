package sc.fiji.imagetomask.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import sc.fiji.imagetomask.Golden;
import sc.fiji.imagetomask.SomeFormulas;

class ChannelTest {

    @ParameterizedTest
    @EnumSource
    void everyColourGivesTheReferencesByte(Channel channel) {
        IntUnaryOperator formula = SomeFormulas.of(channel).values();
        byte[] values = new byte[1 << 24];
        int all = 0;
        for (int i = 0; i < values.length; i++) {
            int value = formula.applyAsInt(0xff000000 | i);
            all |= value;
            values[i] = (byte) value;
        }
        assertThat(all).isBetween(0, 255);
        assertThat(Golden.sha256(values)).isEqualTo(Golden.allColours().get(channel.label()));
    }

    @Test
    void isFoundByItsLabelInAnyCase() {
        for (Channel channel : Channel.values())
            assertThat(Channel.of(channel.toString().toLowerCase())).isSameAs(channel);
    }

    @ParameterizedTest
    @CsvSource({
        "l, L (LAB)", "Lightness, L (LAB)", "R, R (RGB)", "red, R (RGB)", "G, G (RGB)", "GREEN, G (RGB)",
                "blue, B (RGB)",
        "alpha, Alpha", "y, Y (YUV)", "luma, Y (YUV)", "U, U (YUV)", "h, H (HSV)", "Hue, H (HSV)", "S, S (HSV)",
        "saturation, S (HSV)", "Value, V (HSV)", "b(lab), B (LAB)", "V HSV, V (HSV)", "stain 2, Stain 2",
                "chroma, C (LCH)", "h lch, H (LCH)",
        "distance, Distance", "CIEDE2000, Distance (CIEDE2000)"
    })
    void isFoundByAShortNameThatMeansNoOtherOne(String name, String label) {
        assertThat(Channel.of(name).label()).isEqualTo(label);
    }

    @ParameterizedTest
    @CsvSource({"A, A (LAB) or Alpha", "b, B (LAB) or B (RGB)", "V, V (YUV) or V (HSV)"})
    void refusesAShortNameThatMeansTwo(String name, String both) {
        assertThatThrownBy(() -> Channel.of(name))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("channel is '" + name + "', but must be " + both + ".");
    }

    @Test
    void refusesAnUnknownLabelInOneSentence() {
        assertThatThrownBy(() -> Channel.of("Tint"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("channel is 'Tint', but must be one of L (LAB), ");
    }
}
