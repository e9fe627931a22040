package sc.fiji.imagetomask.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The line under the histogram. */
class SharesTest {

    @Test
    void sayHowMuchIsWhiteAndBlack() {
        assertThat(new Shares(125, 400, 1000).text()).isEqualTo("12.5 % white, 40.0 % black");
    }

    @Test
    void aLittleIsNotNothingAndNearlyAllIsNotAll() {
        assertThat(new Shares(1, 999_999, 1_000_000).text()).isEqualTo("under 0.1 % white, over 99.9 % black");
    }

    @Test
    void adviseWhereTheWholeMaskIsOfOneValue() {
        assertThat(new Shares(0, 1000, 1000).text()).isEqualTo("0.0 % white, 100.0 % black: click Auto");
        assertThat(new Shares(1000, 0, 1000).text()).isEqualTo("100.0 % white, 0.0 % black: click Auto");
        assertThat(new Shares(0, 0, 0).text()).isEqualTo("0.0 % white, 0.0 % black");
    }
}
