package sc.fiji.imagetomask.zarr.store;

import java.time.Duration;

/**
 * How long a server is waited for.
 *
 * @param silence while it sends nothing
 * @param attempts how often it is asked when it is busy or a connection breaks
 * @param pause before the second attempt; it doubles from attempt to attempt
 * @param longestPause that a server can ask for
 */
public record Patience(Duration silence, int attempts, Duration pause, Duration longestPause) {

    public static final Patience USUAL =
            new Patience(Duration.ofSeconds(30), 6, Duration.ofMillis(200), Duration.ofSeconds(30));
}
