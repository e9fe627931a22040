package sc.fiji.imagetomask.engine;

import java.util.List;
import java.util.function.Consumer;

/** A kind of engine that may or may not work on this machine; found by {@link java.util.ServiceLoader}. */
public interface EngineProvider {

    /** What users call this kind of engine: {@code java} or {@code opencl}. */
    String name();

    /** Higher ones are tried first if the choice is {@code auto}. */
    int priority();

    /**
     * The names of the devices that it can compute on.
     *
     * @throws EngineException with the reason, if there are none
     */
    List<String> devices();

    /**
     * The engine on that device, kept between calls.
     *
     * @param device its name as in {@link #devices}, or null for the best one
     * @throws EngineException with the reason, if that device is unavailable or failed; no other device is used instead
     */
    Engine engine(String device);

    /**
     * The engines on all devices that can share the work: those of GPUs, if there are any.
     *
     * @param notices takes one sentence about each device that is not used, or that does harm
     * @throws EngineException with the reason, if there are none
     */
    default List<Engine> all(Consumer<String> notices) {
        return List.of(engine(EngineChoice.ALL_DEVICES));
    }

    /**
     * What users should know before they use that device, in one sentence; or null.
     *
     * @param device as for {@link #engine}
     * @throws EngineException with the reason, if that device is unavailable or failed
     */
    default String warning(String device) {
        return null;
    }

    /**
     * The engine that {@code auto} can use instead of the Java engine. It does not wait for the search for devices.
     *
     * @param pixels how many the next plane has; 0 if there is none yet
     * @throws EngineException with the reason, if there is none although users may expect one
     */
    default Offer automatic(int pixels) {
        return Offer.of(engine(null));
    }
}
