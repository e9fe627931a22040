package sc.fiji.imagetomask.engine;

/** The engine is unavailable or failed. The message is the reason, in one sentence for users. */
public class EngineException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public EngineException(String reason) {
        super(reason);
    }

    public EngineException(String reason, Throwable cause) {
        super(reason, cause);
    }

    /** Whether fewer pixels at a time may succeed. */
    public boolean isOutOfMemory() {
        return false;
    }
}
