package sc.fiji.imagetomask.ij1;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BatchMaskTest {

    @Test
    void optionsThatFitNoFileAreTold() {
        assertThat(BatchMask.mistake("channel=[S (HSV)] white=200")).isEmpty();
        assertThat(BatchMask.mistake("black=x")).isEqualTo("black is 'x', but must be a whole number from 0 to 255.");
        assertThat(BatchMask.mistake("image=[a b]"))
                .isEqualTo("image is 'a b', but must be left out when pictures are files.");
        assertThat(BatchMask.mistake("output=selection"))
                .isEqualTo("output is 'selection', but must be 8-bit, 32-bit or binary for files.");
    }
}
