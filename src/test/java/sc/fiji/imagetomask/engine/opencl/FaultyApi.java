package sc.fiji.imagetomask.engine.opencl;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntUnaryOperator;

/**
 * The binding with faults: before each call a rule may replace it by an error. Counts what was created and released.
 */
final class FaultyApi {

    /** Decides the status of the call of that name, which is made for the n-th time; 0 lets it through. */
    interface Rule {
        int status(String call, int n);
    }

    private final Map<String, Integer> calls = new TreeMap<>();
    private final Map<String, Integer> held = new TreeMap<>();
    private Rule rule = (call, n) -> 0;
    private long room = Long.MAX_VALUE;
    private int noRoom;

    void rule(Rule newRule) {
        rule = newRule;
        calls.clear();
    }

    /** Fails the calls of that name for which the number of the call, from 1, gives a status other than 0. */
    void fail(String call, IntUnaryOperator status) {
        rule((name, n) -> name.equals(call) ? status.applyAsInt(n) : 0);
    }

    /** Fails with that status where a buffer of more than so many bytes is created. */
    void failBuffersOver(long bytes, int status) {
        room = bytes;
        noRoom = status;
    }

    /** How many objects of each kind are created and not yet released. */
    synchronized Map<String, Integer> held() {
        Map<String, Integer> left = new TreeMap<>(held);
        left.values().removeIf(n -> n == 0);
        return left;
    }

    /** What is held once all that ends late, apart from who asked for it, has ended; waits 10 seconds at most. */
    Map<String, Integer> heldInTheEnd() {
        for (int i = 0; i < 200 && !held().isEmpty(); i++) LockSupport.parkNanos(50_000_000);
        return held();
    }

    /** How often each call was made since the rule was set. */
    synchronized Map<String, Integer> calls() {
        return new TreeMap<>(calls);
    }

    ClApi over(ClApi real) {
        return (ClApi) Proxy.newProxyInstance(
                ClApi.class.getClassLoader(), new Class<?>[] {ClApi.class}, (proxy, method, arguments) -> {
                    String name = method.getName();
                    int status;
                    synchronized (this) {
                        status = rule.status(name, calls.merge(name, 1, Integer::sum));
                        if (name.equals("createBuffer") && (long) arguments[2] > room) status = noRoom;
                        if (name.equals("release")) // the driver takes it back even if it complains
                        held.merge(arguments[0].getClass().getSimpleName(), -1, Integer::sum);
                        if (name.equals("unmap")) held.merge("map", -1, Integer::sum);
                    }
                    if (status != 0) throw new ClException(name, status);
                    try {
                        Object result = method.invoke(real, arguments);
                        synchronized (this) {
                            if (name.startsWith("create"))
                                held.merge(result.getClass().getSimpleName(), 1, Integer::sum);
                            if (name.equals("map")) held.merge("map", 1, Integer::sum);
                        }
                        return result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
