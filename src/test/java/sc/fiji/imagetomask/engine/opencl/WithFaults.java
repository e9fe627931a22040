package sc.fiji.imagetomask.engine.opencl;

import org.junit.jupiter.api.BeforeEach;

/** Tests with the engines of this machine, of whose calls any can be made to fail. */
abstract class WithFaults {

    final FaultyApi faults = new FaultyApi();
    OpenClEngines engines;

    @BeforeEach
    void wrapTheBinding() {
        ClApi real = OpenCl.requireOne();
        engines = new OpenClEngines(() -> faults.over(real));
    }
}
