package sc.fiji.imagetomask.engine.opencl;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/** The binding with something put between its caller and the driver. */
final class ChangedApi {

    /** What is done instead of a call. */
    interface Change {

        /**
         * Answers the call.
         *
         * @param arguments null if it has none
         */
        Object instead(String call, Object[] arguments, Call real) throws Throwable;
    }

    /** The call as it was meant. */
    interface Call {
        Object make() throws Throwable;
    }

    private ChangedApi() {}

    static ClApi over(ClApi real, Change change) {
        return (ClApi) Proxy.newProxyInstance(
                ClApi.class.getClassLoader(),
                new Class<?>[] {ClApi.class},
                (proxy, method, arguments) -> change.instead(method.getName(), arguments, () -> {
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}
