package sc.fiji.imagetomask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import sc.fiji.imagetomask.engine.ByteSpan;
import sc.fiji.imagetomask.engine.MaskSpan;

class MaskValuesTest {

    @Test
    void allAboveZeroIsInsideOfLabels() {
        MaskSpan bytes = ByteSpan.of(new byte[] {0, 1, 127, -1});
        float smallest = 1 / 4294967295f;
        MaskSpan floats = MaskSpan.Floats.of(new float[] {0, smallest, 3, Float.NaN, -2});

        assertThat(bytes(MaskValues.LABELS.factor(bytes))).containsExactly(0, 255, 255, 255);
        assertThat(bytes(MaskValues.LABELS.factor(floats))).containsExactly(0, 255, 255, 0, 0);
        assertThat(MaskValues.VALUES.factor(floats)).isSameAs(floats);
    }

    private static byte[] bytes(MaskSpan run) {
        return (byte[]) run.array();
    }

    @Test
    void words() {
        assertThat(MaskValues.of("Labels")).isEqualTo(MaskValues.LABELS);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MaskValues.of("binary"))
                .withMessage("maskvalues is 'binary', but must be one of values, labels.");
    }
}
