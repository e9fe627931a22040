package sc.fiji.imagetomask.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** <i>Plugins &gt; Masks &gt; Test Devices</i> in an ImageJ with its window. */
class DeviceTestsIT extends InImageJ {

    @Test
    void theReportCanBeCopiedAndATestStopped() throws Exception {
        String output = imageJ().session(DeviceTestsSession.class);
        assertThat(output)
                .contains("first row: java: ", "copied: Image To Mask ", "channels, all 2^24 colours", "\nResult: ")
                .contains("stopped, showing: true, rows: 0", "7 / 0 throws")
                .doesNotContain("Exception")
                .doesNotContain("closed: false");
    }
}
