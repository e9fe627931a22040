package sc.fiji.imagetomask.zarr.store;

import java.io.IOException;
import java.time.Duration;

/** A server that could not be reached is not waited for again for a while. Safe for use from several threads. */
public final class LostServer {

    private record Loss(String text, long time) {}

    private final Duration rest;
    private volatile Loss latest;

    /** @param rest how long it is not asked again */
    public LostServer(Duration rest) {
        this.rest = rest;
    }

    /** @throws IOException with the sentence of the last time, about that object, if that was not long ago */
    public void requireNotLost(String object) throws IOException {
        Loss loss = latest;
        if (loss != null && System.nanoTime() - loss.time() < rest.toNanos()) throw Problem.in(object, loss.text());
    }

    /** The server was asked often enough for an object, and could not be reached. */
    public IOException lost(String object, String text) {
        latest = new Loss(text, System.nanoTime());
        return Problem.in(object, text);
    }
}
