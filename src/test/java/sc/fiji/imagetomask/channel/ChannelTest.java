package sc.fiji.imagetomask.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import sc.fiji.imagetomask.Golden;

class ChannelTest {

    @ParameterizedTest
    @EnumSource
    void everyColourGivesTheReferencesByte(Channel channel) {
        byte[] values = new byte[1 << 24];
        int all = 0;
        for (int i = 0; i < values.length; i++) {
            int value = channel.value(0xff000000 | i);
            all |= value;
            values[i] = (byte) value;
        }
        assertThat(all).isBetween(0, 255);
        assertThat(Golden.sha256(values))
                .isEqualTo(Golden.hashes("all-colours.tsv").get(channel.label()));
    }

    @Test
    void isFoundByItsLabelInAnyCase() {
        for (Channel channel : Channel.values())
            assertThat(Channel.of(channel.toString().toLowerCase())).isSameAs(channel);
    }

    @Test
    void refusesAnUnknownLabelInOneSentence() {
        assertThatThrownBy(() -> Channel.of("Chroma"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("channel is 'Chroma', but must be one of L (LAB), ");
    }
}
