package sc.fiji.imagetomask.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import sc.fiji.imagetomask.ClassPath;

/** Engines where JOCL is not on the class path, as in a Fiji without CLIJ. */
class WithoutJoclTest {

    private static final String REASON = "JOCL, which connects Java with OpenCL, is not installed.";

    @Test
    void theJavaEngineIsUsedAndTheReasonIsSaid() throws Exception {
        assertThat(ClassPath.without("jocl", Choices.class))
                .asString()
                .startsWith("opencl: none. " + REASON + "\njava: ")
                .endsWith("""
                        The java engine is used: %1$s
                        java
                        java
                        %1$s""".formatted(REASON));
    }

    /** Runs in the class loader without JOCL. */
    public static final class Choices implements Callable<String> {

        @Override
        public String call() {
            List<String> said = new ArrayList<>(EngineChoice.devices());
            for (int i = 0; i < 2; i++)
                said.add(EngineChoice.of("auto", null, said::add).engine().name());
            try {
                EngineChoice.of("opencl", null, said::add);
            } catch (EngineException e) {
                said.add(e.getMessage());
            }
            return String.join("\n", said);
        }
    }
}
