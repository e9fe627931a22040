package sc.fiji.imagetomask.engine.opencl;

import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jocl.Pointer;
import org.jocl.cl_command_queue;
import org.jocl.cl_kernel;
import org.jocl.cl_mem;
import org.jocl.cl_program;
import sc.fiji.imagetomask.channel.Channel;

/** The binding with a device that lies: in one channel, and in those that share its kernel, it computes a wrong byte for the first pixel. */
final class LyingApi {

    private LyingApi() {}

    static ClApi over(ClApi real, Channel channel) {
        String kernel = KernelSpec.sharing(channel, false, false).name();
        Map<cl_program, Boolean> programs = new IdentityHashMap<>();
        Map<cl_kernel, cl_mem> values = new IdentityHashMap<>();
        return ChangedApi.over(real, (call, arguments, meant) -> {
            Object result = meant.make();
            switch (call) {
                case "build" -> {
                    String options = arguments[2] + " ";
                    if (options.contains("CHANNEL=CHANNEL_" + kernel + " "))
                        programs.put((cl_program) arguments[0], true);
                }
                case "createKernel" -> {
                    if (programs.containsKey((cl_program) arguments[0]) && arguments[1].equals("channel_plane"))
                        values.put((cl_kernel) result, null);
                }
                case "setArgument" -> {
                    if ((int) arguments[1] == VALUES && values.containsKey((cl_kernel) arguments[0]))
                        values.put((cl_kernel) arguments[0], (cl_mem) arguments[2]);
                }
                case "run" -> {
                    cl_mem plane = values.get((cl_kernel) arguments[1]);
                    if (plane != null) flip(real, (cl_command_queue) arguments[0], plane);
                }
                default -> {}
            }
            return result;
        });
    }

    /** Which argument of the kernel takes the channel's values. */
    private static final int VALUES = 6;

    private static void flip(ClApi real, cl_command_queue queue, cl_mem plane) {
        byte[] first = new byte[1];
        real.read(queue, plane, 0, 1, Pointer.to(first));
        first[0] ^= 1;
        real.write(queue, plane, 0, 1, Pointer.to(Arrays.copyOf(first, 1)));
    }
}
