package sc.fiji.imagetomask.clij;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import sc.fiji.imagetomask.ChildJava;
import sc.fiji.imagetomask.ClassPath;

/** SciJava with our plugins where CLIJ2 is not on the class path. */
class WithoutClijTest {

    @Test
    void nothingOfItIsOfferedAndNothingComplains() throws Exception {
        assertThat(ChildJava.output(ClassPath.without("clij.*"), Map.of(), ClijPlugins.class))
                .isEqualToNormalizingNewlines("""
                [INFO] started
                commands: 5
                extensions: 0
                exit 0""");
    }
}
