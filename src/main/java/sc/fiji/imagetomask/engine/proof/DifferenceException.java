package sc.fiji.imagetomask.engine.proof;

/** What an engine computed differs from what it must compute; the message says how, in one sentence. */
public final class DifferenceException extends RuntimeException {

    private static final long serialVersionUID = 1;

    DifferenceException(String sentence) {
        super(sentence);
    }
}
