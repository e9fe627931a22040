package sc.fiji.imagetomask.engine.opencl;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import org.jocl.CL;

/** The binding with processors that claim to be GPUs, which get the kernels and the transfers of GPUs. */
final class ClaimedGpu {

    private ClaimedGpu() {}

    static ClApi over(ClApi real) {
        return (ClApi) Proxy.newProxyInstance(
                ClApi.class.getClassLoader(), new Class<?>[] {ClApi.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("deviceNumber") && (int) arguments[1] == CL.CL_DEVICE_TYPE)
                        return CL.CL_DEVICE_TYPE_GPU;
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
