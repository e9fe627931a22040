package sc.fiji.imagetomask.engine.opencl;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jocl.cl_platform_id;
import sc.fiji.imagetomask.engine.Engine;

/** The best device of this machine in two contexts, as if there were two of it; for tests of other packages. */
public final class TwoDevices {

    private TwoDevices() {}

    /** Their engines. */
    public static List<Engine> engines() {
        ClApi real = OpenCl.requireOne();
        return new OpenClEngines(() -> ChangedApi.over(real, (call, arguments, meant) -> {
                    Object result = meant.make();
                    if (!(result instanceof cl_platform_id[] platforms)) return result;
                    return Stream.of(platforms, platforms)
                            .flatMap(Arrays::stream)
                            .toArray(cl_platform_id[]::new);
                }))
                .all(notice -> {});
    }
}
