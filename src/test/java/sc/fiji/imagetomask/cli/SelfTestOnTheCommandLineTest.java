package sc.fiji.imagetomask.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** {@code --self-test}: the report, and its exit status. */
class SelfTestOnTheCommandLineTest {

    @Test
    void theJavaEngineIsTestedAndReported() {
        CliRun run = CliRun.of("--self-test", "--device", "java");
        List<String> lines = run.status() == 0 ? run.out() : run.err();
        String report = String.join("\n", lines);
        if (report.contains("not finished")) return; // a busy machine
        assertThat(run.status()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(report)
                .contains(
                        "Image To Mask ",
                        "java: ",
                        "vendor: ",
                        "memory: ",
                        "passed        20 channels, all 2^24 colours")
                .contains("not supported masks that stay on the device", "Mpixel/s")
                .endsWith("Result: all parts passed.");
        assertThat(run.out())
                .hasSizeLessThan(25)
                .allSatisfy(line -> assertThat(line).hasSizeLessThan(130));
    }

    @Test
    void mistakesAreSentences() {
        assertThat(CliRun.of("--self-test", "--device", "Imaginary 9000").err())
                .hasSize(1)
                .first()
                .asString()
                .startsWith("device is 'Imaginary 9000', but must be java");
        assertThat(CliRun.of("--full"))
                .isEqualTo(new CliRun(2, List.of(), List.of("--full is given, but it is an option of --self-test.")));
        assertThat(CliRun.of("--self-test", "picture.png"))
                .isEqualTo(new CliRun(
                        2,
                        List.of(),
                        List.of("--self-test is given with 'picture.png', but it tests the devices and makes no masks;"
                                + " leave one of them out.")));
    }
}
