package sc.fiji.imagetomask.engine.opencl;

import java.util.List;
import sc.fiji.imagetomask.engine.Engine;
import sc.fiji.imagetomask.engine.EngineProvider;

/** Offers the OpenCL engine where there is OpenCL; loads nothing of it before it is asked. */
public final class OpenClEngineProvider implements EngineProvider {

    @Override
    public String name() {
        return "opencl";
    }

    @Override
    public int priority() {
        return 1;
    }

    @Override
    public List<String> devices() {
        return OpenClEngines.shared().names();
    }

    @Override
    public Engine engine(String device) {
        return OpenClEngines.shared().engine(device);
    }

    /**
     * {@inheritDoc}
     *
     * <p>Design decision: not the processor itself, on which the Java engine is as fast. And OpenCL for processors brings
     * a compiler into the process, LLVM, whose signal handlers are not made for a JVM's: with PoCL 3.1 a JVM was seen
     * killed at a safepoint.
     */
    @Override
    public Engine automatic() {
        return OpenClEngines.shared().isProcessorBest() ? null : engine(null);
    }
}
