package sc.fiji.imagetomask.zarr.store.s3;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import sc.fiji.imagetomask.zarr.store.FarStore;
import sc.fiji.imagetomask.zarr.store.LostServer;
import sc.fiji.imagetomask.zarr.store.Patience;
import sc.fiji.imagetomask.zarr.store.Problem;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * Requests to S3, and what went wrong as one sentence without credentials.
 *
 * @param access asked for with the first request
 * @param patience with the server
 * @param server whether it could be reached
 */
record S3Requests(Supplier<S3Access> access, Patience patience, LostServer server) {

    private static final String UNREACHED = "there is no connection to the server";

    S3Requests(Supplier<S3Access> access, Patience patience) {
        this(access, patience, new LostServer(patience.longestPause()));
    }

    /** An object has more bytes than allowed. */
    static final class TooLong extends RuntimeException {
        TooLong(long bytes, long most) {
            super("has " + bytes + " bytes, but must have at most " + most);
        }
    }

    /**
     * The answer to a question.
     *
     * @param name of the object
     * @param done what was to be done with it, such as {@code read}
     * @throws S3Exception if the server answered that there is none
     * @throws IOException with one sentence, if there is no answer
     */
    <T> T ask(String name, String done, Function<S3Client, T> question) throws IOException {
        server.requireNotLost(name);
        S3Access asked = access.get();
        String start = "cannot be " + done + ": ";
        try {
            return question.apply(S3Clients.of(asked, patience));
        } catch (AbortedException e) {
            Thread.currentThread().interrupt();
            throw Problem.in(name, start + "the work was interrupted");
        } catch (S3Exception e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw Problem.in(name, start + "the answer of the server is not that of a web server", e);
        } catch (AwsServiceException e) {
            throw Problem.in(name, start + "there are no credentials: the server for them answered " + e.statusCode());
        } catch (SdkException e) {
            TooLong tooLong = cause(e, TooLong.class);
            if (tooLong != null) throw Problem.in(name, tooLong.getMessage());
            Error error = cause(e, Error.class);
            if (error != null) throw error;
            String reason = reason(e);
            throw reason.startsWith(UNREACHED) ? server.lost(name, start + reason) : Problem.in(name, start + reason);
        }
    }

    /**
     * What the server answered instead.
     *
     * @throws IOException with one sentence, if it is busy, or does not have the bucket
     */
    FarStore.Answer refusal(String name, String done, S3Exception problem, String bucket) throws IOException {
        int status = problem.statusCode();
        String code = Stream.ofNullable(problem.awsErrorDetails())
                .map(AwsErrorDetails::errorCode)
                .filter(word -> word != null && word.matches("[A-Za-z.]{1,60}"))
                .findAny()
                .orElse("Refused");
        if (code.equals("NoSuchBucket"))
            throw Problem.in(name, "cannot be " + done + ": there is no bucket '" + bucket + "'");
        if (status >= 500 || status == 429)
            throw Problem.in(
                    name,
                    "cannot be " + done + ": the server answered " + status + ", " + patience.attempts() + " times");
        return new FarStore.Answer(status, code, null, null, null);
    }

    private String reason(SdkException problem) {
        String message = String.valueOf(problem.getMessage());
        if (message.startsWith("Unable to load credentials"))
            return "there are no credentials; set them as for the AWS command line, or use --s3-anonymous for what is public";
        UnknownHostException host = cause(problem, UnknownHostException.class);
        if (host != null)
            return "there is no host '" + String.valueOf(host.getMessage()).replaceAll(":.*", "") + "'";
        SSLException tls = cause(problem, SSLException.class);
        if (tls != null) return firstLine(tls.getMessage());
        String often = ", " + patience.attempts() + " times";
        SocketTimeoutException silence = cause(problem, SocketTimeoutException.class);
        boolean isUnconnected = cause(problem, ConnectException.class) != null
                || cause(problem, NoRouteToHostException.class) != null
                || silence != null && String.valueOf(silence.getMessage()).contains("onnect");
        if (isUnconnected) return UNREACHED + often;
        if (silence != null)
            return "the server sent nothing for " + patience.silence().toSeconds() + " s" + often;
        if (cause(problem, IOException.class) != null) return "the connection broke" + often;
        return firstLine(message);
    }

    private static String firstLine(String message) {
        return Stream.ofNullable(message)
                .flatMap(String::lines)
                .findFirst()
                .orElse("it is not known why")
                .replaceAll(" [(]SDK Attempt Count: \\d+[)]$", "")
                .replaceAll("[.!]+$", "");
    }

    private static <T extends Throwable> T cause(Throwable problem, Class<T> kind) {
        for (Throwable cause = problem; cause != null; cause = cause.getCause())
            if (kind.isInstance(cause)) return kind.cast(cause);
        return null;
    }
}
