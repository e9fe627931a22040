package sc.fiji.imagetomask.engine.opencl;

import org.jocl.CL;
import sc.fiji.imagetomask.engine.EngineException;

/** A call of OpenCL failed. */
final class ClException extends EngineException {

    private static final long serialVersionUID = 1;

    private final int status;

    ClException(String call, int status) {
        super(sentence(call, status));
        this.status = status;
    }

    /** OpenCL's error number. */
    int status() {
        return status;
    }

    @Override
    public boolean isOutOfMemory() {
        return switch (status) {
            case CL.CL_MEM_OBJECT_ALLOCATION_FAILURE,
                    CL.CL_OUT_OF_RESOURCES,
                    CL.CL_OUT_OF_HOST_MEMORY,
                    CL.CL_INVALID_BUFFER_SIZE -> true;
            default -> false;
        };
    }

    /** Whether the context may be unusable, so that a new one is needed. */
    boolean isLoss() {
        return switch (status) {
            case CL.CL_DEVICE_NOT_AVAILABLE, CL.CL_INVALID_CONTEXT, CL.CL_INVALID_COMMAND_QUEUE, CL.CL_INVALID_DEVICE ->
                true;
            default -> false;
        };
    }

    private static String sentence(String call, int status) {
        if (status == -1001) return "No OpenCL platform is installed (no vendor's driver is registered).";
        return "OpenCL's " + call + " failed with " + CL.stringFor_errorCode(status) + ".";
    }
}
