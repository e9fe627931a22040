package sc.fiji.imagetomask.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.imagetomask.Python;

class OracleTest {

    @Test
    void theProjectsOwnMasksAreWhatTheScriptMakes(@TempDir Path folder) {
        Python.run("make_golden.py", folder);
        assertThat(folder.resolve("masks.tsv"))
                .hasSameTextualContentAs(Path.of("src/test/resources/golden/own/masks.tsv"));
    }
}
