package sc.fiji.imagetomask.engine;

/** An engine cannot be had, or failed at its work; the message is the reason, as one sentence for users. */
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
