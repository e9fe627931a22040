package sc.fiji.imagetomask.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import sc.fiji.imagetomask.Needs;

class SoakTest {

    @Test
    void aShortRunIsRightAndLeaksNothing() {
        Needs.openCl();
        assertThat(new CommandLine(new Soak()).execute("--masks", "300")).isZero();
    }
}
