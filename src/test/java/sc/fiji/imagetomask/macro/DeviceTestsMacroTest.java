package sc.fiji.imagetomask.macro;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In a macro the report of <i>Test Devices</i> goes to the log, and a mistake stops the macro. */
class DeviceTestsMacroTest {

    @TempDir
    private Path folder;

    @Test
    void theReportGoesToTheLog() throws Exception {
        List<String> classPath = List.of(System.getProperty("java.class.path").split(File.pathSeparator));
        String output = HeadlessFiji.output(folder, "-Xmx512m", classPath, DeviceTestsSession.class);
        assertThat(output)
                .contains("Image To Mask ", "channels, all 2^24 colours", "\nResult: ")
                .contains("error: null")
                .contains("error: device is 'Imaginary 9000', but must be java")
                .contains("error: 'thorough' is not an option, but must be one of device, full.");
    }
}
