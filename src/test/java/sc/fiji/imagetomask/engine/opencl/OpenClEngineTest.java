package sc.fiji.imagetomask.engine.opencl;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import sc.fiji.imagetomask.engine.Engine;
import sc.fiji.imagetomask.engine.EngineChoice;
import sc.fiji.imagetomask.engine.EngineContract;
import sc.fiji.imagetomask.engine.jvm.JavaEngine;
import sc.fiji.imagetomask.oracle.MaskCase;
import sc.fiji.imagetomask.oracle.RandomCases;

class OpenClEngineTest extends EngineContract {

    @Override
    protected Engine engine() {
        OpenCl.require();
        return EngineChoice.of("opencl", null, notice -> {}).engine();
    }

    @Test
    void agreesWithTheJavaEngine() {
        Engine openCl = engine();
        Engine java = new JavaEngine();
        for (MaskCase mask : RandomCases.of(7, 52)) {
            MaskCase.Result expected = mask.make(java);
            MaskCase.Result result = mask.make(openCl);
            assertThat(result.ranges()).as("%s", mask).isEqualTo(expected.ranges());
            assertThat(result.mask()).as("%s", mask).isEqualTo(expected.mask());
        }
    }
}
