package sc.fiji.imagetomask.engine.opencl;

import org.jocl.CL;

/** The binding with processors of OpenCL 1.2, whose memory Java cannot share. */
final class Unshared {

    private Unshared() {}

    static ClApi over(ClApi real) {
        return ChangedApi.over(
                real,
                (call, arguments, meant) ->
                        call.equals("deviceNumber") && (int) arguments[1] == CL.CL_DEVICE_SVM_CAPABILITIES
                                ? 0L
                                : meant.make());
    }
}
