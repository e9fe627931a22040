package sc.fiji.imagetomask.zarr.store;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.nio.ByteBuffer;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;
import javax.net.ssl.SSLException;

/**
 * Requests to a server: one that is busy or breaks a connection is asked again, one that is silent is not waited for
 * without end. Safe for use from several threads.
 */
final class HttpRequests {

    /** What is asked for: a method, a range of bytes or null, whether the answer may be compressed. */
    record Question(String method, String range, boolean mayBeZipped) {}

    /** How many bytes Java's client reads at once: with its own 16384, large chunks take a quarter more processor time. */
    private static final String BUFFER = "jdk.httpclient.bufsize";

    private static final int MOST_MOVES = 5;

    private static final Set<Integer> MOVED = Set.of(301, 302, 303, 307, 308);
    private static final Set<Integer> BUSY = Set.of(429, 500, 502, 503, 504);

    /**
     * One for all, so that connections are used again.
     *
     * <p>Design decision, measured: what comes without encryption is only copied, see {@link Body}, and so the client's own
     * thread does it. To hand it over to another one takes as much processor time as all else, which two cores need for the
     * mask. What is encrypted is decrypted by several threads.
     */
    private static final HttpClient CLIENT =
            client().executor(Runnable::run).sslContext(NoEncryption.context()).build();

    /** Made when it is needed first. */
    private static final class ForTls {
        static final HttpClient CLIENT = client().build();
    }

    private static final String UNREACHED = "there is no connection to the server";

    private final Patience patience;
    private final LostServer server;

    HttpRequests(Patience patience) {
        this.patience = patience;
        server = new LostServer(patience.longestPause());
    }

    /**
     * The answer, whatever it is, but for that the server is busy.
     *
     * @param most how many bytes it may have
     * @param arrays gives an array of at least that length
     */
    HttpResponse<ByteBuffer> ask(Question question, Address address, long most, IntFunction<byte[]> arrays)
            throws IOException {
        server.requireNotLost(address.toString());
        for (int attempt = 1; ; attempt++) {
            String reason;
            Duration pause = patience.pause().multipliedBy(1L << (attempt - 1));
            try {
                HttpResponse<ByteBuffer> answer = followed(question, address, most, arrays);
                if (!BUSY.contains(answer.statusCode())) return answer;
                reason = "the server answered " + answer.statusCode();
                pause = pause(answer, pause);
            } catch (Body.TooLong e) {
                throw Problem.in(address.toString(), e.getMessage());
            } catch (InterruptedIOException | SSLException e) {
                throw Problem.in(address.toString(), "cannot be read", e);
            } catch (ConnectException e) {
                if (e.getCause() instanceof UnresolvedAddressException
                        || e.getCause() != null && e.getCause().getCause() instanceof UnresolvedAddressException)
                    throw Problem.in(
                            address.toString(),
                            "cannot be read: there is no host '" + address.uri().getHost() + "'");
                reason = UNREACHED;
            } catch (HttpConnectTimeoutException e) {
                reason = UNREACHED;
            } catch (Silence e) {
                reason = "the server sent nothing for " + patience.silence().toSeconds() + " s";
            } catch (Refused e) {
                throw Problem.in(address.toString(), e.getMessage());
            } catch (IOException e) {
                reason = "the connection broke";
            }
            if (attempt == patience.attempts()) {
                String text = "cannot be read: " + reason + ", " + attempt + " times";
                throw reason.equals(UNREACHED)
                        ? server.lost(address.toString(), text)
                        : Problem.in(address.toString(), text);
            }
            sleep(pause, address);
        }
    }

    /** Nothing came for too long. */
    private static final class Silence extends IOException {}

    /** The rest of a sentence about an address that is not asked. */
    private static final class Refused extends IOException {
        Refused(String message) {
            super(message);
        }
    }

    private HttpResponse<ByteBuffer> followed(Question question, Address address, long most, IntFunction<byte[]> arrays)
            throws IOException {
        Address at = address;
        for (int moves = 0; moves <= MOST_MOVES; moves++) {
            HttpResponse<ByteBuffer> answer = once(question, at, most, arrays);
            if (!MOVED.contains(answer.statusCode())) return answer;
            String place = answer.headers().firstValue("Location").orElse("");
            Address to = moved(at, place);
            if (to == null)
                throw new Refused("was moved to '" + Address.shown(place)
                        + "', which is another server or not an address; give that address if you trust it");
            at = to;
        }
        throw new Refused("was moved more than " + MOST_MOVES + " times");
    }

    private static HttpClient.Builder client() {
        if (System.getProperty(BUFFER) == null) System.setProperty(BUFFER, String.valueOf(1 << 17));
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(10))
                .followRedirects(HttpClient.Redirect.NEVER);
    }

    private static Address moved(Address from, String place) {
        try {
            return from.moved(URI.create(place));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private HttpResponse<ByteBuffer> once(Question question, Address address, long most, IntFunction<byte[]> arrays)
            throws IOException {
        AtomicLong heard = new AtomicLong(System.nanoTime());
        BodyHandler<ByteBuffer> handler = head -> {
            boolean isGiven =
                    question.method().equals("GET") && head.statusCode() == (question.range() == null ? 200 : 206);
            long claimed = head.headers().firstValueAsLong("Content-Length").orElse(-1);
            Runnable tell = () -> heard.set(System.nanoTime());
            tell.run();
            return isGiven ? new Body(claimed, most, arrays, tell) : Body.unused(tell);
        };
        CompletableFuture<HttpResponse<ByteBuffer>> answer = (address.uri()
                                .getScheme()
                                .equalsIgnoreCase("https")
                        ? ForTls.CLIENT
                        : CLIENT)
                .sendAsync(request(question, address), handler);
        try {
            while (true) {
                long left = patience.silence().toNanos() - (System.nanoTime() - heard.get());
                if (left <= 0) throw new Silence();
                try {
                    return answer.get(left, TimeUnit.NANOSECONDS);
                } catch (TimeoutException e) {
                    // perhaps something was heard meanwhile
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the work was interrupted");
        } catch (ExecutionException e) {
            for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
                if (cause instanceof Body.TooLong problem) throw problem;
                if (cause instanceof Error problem) throw problem;
            }
            if (e.getCause() instanceof IOException problem) throw problem;
            throw new IOException(e.getCause());
        } finally {
            answer.cancel(true);
        }
    }

    private static HttpRequest request(Question question, Address address) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address.uri())
                .method(question.method(), HttpRequest.BodyPublishers.noBody())
                .header("Accept-Encoding", question.mayBeZipped() ? "gzip" : "identity");
        if (question.range() != null) request.header("Range", question.range());
        if (address.authorization() != null) request.header("Authorization", address.authorization());
        return request.build();
    }

    /** As long as the server asks for, if that is bearable. */
    private Duration pause(HttpResponse<?> answer, Duration usual) {
        Duration asked = answer.headers()
                .firstValue("Retry-After")
                .filter(text -> text.matches("\\d{1,6}"))
                .map(text -> Duration.ofSeconds(Long.parseLong(text)))
                .orElse(usual);
        return asked.compareTo(patience.longestPause()) > 0 ? patience.longestPause() : asked;
    }

    /** A little longer or shorter each time, so that not all threads come back at once. */
    private static void sleep(Duration pause, Address address) throws IOException {
        try {
            Thread.sleep((long) (pause.toMillis() * ThreadLocalRandom.current().nextDouble(0.75, 1.25)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Problem.in(address.toString(), "cannot be read: the work was interrupted");
        }
    }
}
