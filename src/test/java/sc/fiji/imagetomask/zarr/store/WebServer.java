package sc.fiji.imagetomask.zarr.store;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.zip.GZIPOutputStream;
import javax.net.ServerSocketFactory;
import javax.net.ssl.SSLServerSocket;

/** A small web server on this computer that serves the files of a folder, and goes wrong when it is told to. */
public final class WebServer implements Closeable {

    /** What it answers instead of the file. */
    public enum Fault {
        NONE,
        /** Closes the connection without an answer. */
        DROPPED,
        /** Does what it was asked for, but closes the connection without an answer. */
        DONE_UNSAID,
        /** Closes the connection in the middle of the file. */
        CUT,
        /** Says that the file is longer than it is. */
        SAID_LONGER,
        /** Says that the file is shorter than it is. */
        SAID_SHORTER,
        /** Says that the file is larger than a computer's memory. */
        SAID_HUGE,
        /** Sends a part, and then nothing more. */
        SILENT,
        /** Sends text that is no HTTP. */
        NO_HTTP,
        /** Sends the file bit by bit. */
        SLOW,
        /** Sends another part of the file than was asked for. */
        OTHER_PART,
        /** Ignores that a part was asked for. */
        NO_PARTS,
        S401,
        S403,
        S404,
        S418,
        S429,
        S500,
        S502,
        S503,
        S504,
        MOVED_IN_A_LOOP,
        MOVED_TO_ANOTHER_HOST,
        MOVED_TO_NOWHERE
    }

    /** A request: the first line, headers by their names in small letters, and what is sent. */
    public record Request(String line, Map<String, String> headers, byte[] body) {

        public String method() {
            return line.split(" ")[0];
        }

        public String path() {
            return line.split(" ")[1].replaceAll("\\?.*", "");
        }

        public boolean isRange() {
            return headers.containsKey("range");
        }
    }

    /** An answer of another kind than a file. */
    public record Reply(int status, Map<String, String> headers, byte[] body) {}

    /** When everything was written, if there are versions. */
    public static final String DATE = "Thu, 01 Jan 2026 00:00:00 GMT";

    private final Path folder;
    private final ServerSocket socket;
    private final List<Socket> open = Collections.synchronizedList(new ArrayList<>());
    private final List<Request> requests = Collections.synchronizedList(new ArrayList<>());
    private final Map<String, String> moved = new ConcurrentHashMap<>();
    private final AtomicInteger atWork = new AtomicInteger();
    private final AtomicInteger mostAtWork = new AtomicInteger();
    private volatile Function<Request, Fault> faults = request -> Fault.NONE;
    private volatile long delay;
    private volatile Function<byte[], String> etag = file -> null;
    private volatile Function<Request, Reply> replies = request -> null;

    public WebServer(Path folder) throws IOException {
        this(folder, ServerSocketFactory.getDefault());
    }

    /** The same at a port that was used before. */
    WebServer(Path folder, int port) throws IOException {
        this(folder, ServerSocketFactory.getDefault(), port);
    }

    /** The same with other sockets, such as those of TLS. */
    public WebServer(Path folder, ServerSocketFactory sockets) throws IOException {
        this(folder, sockets, 0);
    }

    private WebServer(Path folder, ServerSocketFactory sockets, int port) throws IOException {
        this.folder = folder;
        socket = sockets.createServerSocket(port, 200, InetAddress.getLoopbackAddress());
        start(this::accept);
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "web server");
        thread.setDaemon(true);
        thread.start();
    }

    /** Without the last slash. */
    public String address() {
        return (socket instanceof SSLServerSocket ? "https" : "http") + "://127.0.0.1:" + socket.getLocalPort();
    }

    public void go(Function<Request, Fault> wrong) {
        faults = wrong;
    }

    /** Milliseconds before each answer. */
    public void delay(long milliseconds) {
        delay = milliseconds;
    }

    /** What it calls the version of each file; null for none. */
    public void version(String newTag) {
        versions(file -> newTag);
    }

    /** What it calls the version of a file with those bytes. */
    public void versions(Function<byte[], String> tags) {
        etag = tags;
    }

    /** What it answers instead of a file; null for the file. */
    public void reply(Function<Request, Reply> others) {
        replies = others;
    }

    /** Says that what is at one path is at another place. */
    public void move(String path, String place) {
        moved.put(path, place);
    }

    public List<Request> requests() {
        synchronized (requests) {
            return List.copyOf(requests);
        }
    }

    public void forgetRequests() {
        requests.clear();
    }

    /** How many requests were answered at the same time. */
    public int mostAtOnce() {
        return mostAtWork.get();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = socket.accept();
                open.add(client);
                if (socket.isClosed()) client.close(); // accepted while the server was being closed
                start(() -> serve(client));
            }
        } catch (IOException e) {
            // closed
        }
    }

    private void serve(Socket client) {
        try (client) {
            client.setTcpNoDelay(true); // the body does not wait until the client has the head
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
            while (true) {
                String line = in.readLine();
                if (line == null) return;
                Map<String, String> headers = new TreeMap<>();
                for (String header = in.readLine(); header != null && !header.isEmpty(); header = in.readLine())
                    headers.put(
                            header.substring(0, header.indexOf(':')).toLowerCase(),
                            header.substring(header.indexOf(':') + 1).strip());
                if (headers.containsKey("expect")) write(client.getOutputStream(), "HTTP/1.1 100 Continue\r\n\r\n");
                byte[] body = body(in, Integer.parseInt(headers.getOrDefault("content-length", "0")));
                if (body == null) return;
                Request request = new Request(line, headers, body);
                requests.add(request);
                mostAtWork.accumulateAndGet(atWork.incrementAndGet(), Math::max);
                try {
                    if (delay > 0) Thread.sleep(delay);
                    if (!answer(request, faults.apply(request), client.getOutputStream())) return;
                } finally {
                    atWork.decrementAndGet();
                }
            }
        } catch (IOException e) {
            // the client is gone
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(client);
        }
    }

    /** Null if the client is gone before all is sent. */
    private static byte[] body(BufferedReader in, int length) throws IOException {
        char[] letters = new char[length];
        for (int at = 0; at < length; ) {
            int count = in.read(letters, at, length - at);
            if (count < 0) return null;
            at += count;
        }
        return new String(letters).getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Returns whether the connection goes on. */
    private boolean answer(Request request, Fault fault, OutputStream out) throws IOException, InterruptedException {
        if (fault == Fault.DROPPED) return false;
        if (fault == Fault.NO_HTTP) {
            write(out, "Good morning!\r\n\r\n");
            return false;
        }
        if (fault.name().matches("S\\d+")) {
            write(out, "HTTP/1.1 " + fault.name().substring(1) + " No\r\nContent-Length: 2\r\nRetry-After: 0\r\n\r\n");
            if (!request.method().equals("HEAD")) write(out, "No");
            return true;
        }
        String place = moved.get(request.path());
        if (fault == Fault.MOVED_IN_A_LOOP) place = request.path();
        if (fault == Fault.MOVED_TO_ANOTHER_HOST) place = "http://other.example/secret?key=SECRET";
        if (fault == Fault.MOVED_TO_NOWHERE) place = "::";
        if (place != null) {
            write(out, "HTTP/1.1 302 Found\r\nLocation: " + place + "\r\nContent-Length: 0\r\n\r\n");
            return true;
        }
        Reply reply = replies.apply(request);
        if (fault == Fault.DONE_UNSAID) return false;
        if (reply != null) {
            if (fault == Fault.SILENT) Thread.sleep(10_000);
            reply(reply, fault, out);
            return fault == Fault.NONE || fault == Fault.SLOW;
        }
        Path file = folder.resolve("." + URLDecoder.decode(request.path(), StandardCharsets.UTF_8));
        if (!Files.isRegularFile(file)) {
            write(out, "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n");
            return true;
        }
        send(request, Files.readAllBytes(file), fault, out);
        return fault == Fault.NONE || fault == Fault.SLOW || fault == Fault.NO_PARTS || fault == Fault.OTHER_PART;
    }

    /** With the faults that concern the length, half of it is sent. */
    private static void reply(Reply reply, Fault fault, OutputStream out) throws IOException {
        StringBuilder head = new StringBuilder("HTTP/1.1 " + reply.status() + " Said\r\n");
        reply.headers().forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
        if (reply.status() != 204) head.append("Content-Length: " + reply.body().length + "\r\n");
        write(out, head + "\r\n");
        int length = fault == Fault.NONE || fault == Fault.SLOW ? reply.body().length : reply.body().length / 2;
        out.write(reply.body(), 0, length);
        out.flush();
    }

    private void send(Request request, byte[] file, Fault fault, OutputStream out)
            throws IOException, InterruptedException {
        String range = fault == Fault.NO_PARTS ? null : request.headers().get("range");
        StringBuilder head = new StringBuilder("HTTP/1.1 " + (range == null ? 200 : 206) + " OK\r\n");
        byte[] body = file;
        if (range != null) {
            String[] ends = range.substring("bytes=".length()).split("-", 2);
            int first = ends[0].isEmpty()
                    ? Math.max(0, file.length - Integer.parseInt(ends[1]))
                    : Integer.parseInt(ends[0]);
            int end = ends[0].isEmpty() ? file.length : Math.min(file.length, Integer.parseInt(ends[1]) + 1);
            if (fault == Fault.OTHER_PART && first > 0) {
                first--;
                end--;
            }
            body = java.util.Arrays.copyOfRange(file, first, end);
            head.append("Content-Range: bytes " + first + "-" + (end - 1) + "/" + file.length + "\r\n");
        } else if ("gzip".equals(request.headers().get("accept-encoding"))) {
            ByteArrayOutputStream zipped = new ByteArrayOutputStream();
            try (GZIPOutputStream zip = new GZIPOutputStream(zipped)) {
                zip.write(file);
            }
            body = zipped.toByteArray();
            head.append("Content-Encoding: gzip\r\n");
        }
        String version = etag.apply(file);
        if (version != null) head.append("ETag: \"" + version + "\"\r\nLast-Modified: " + DATE + "\r\n");
        long said = body.length;
        if (fault == Fault.SAID_LONGER) said += 7;
        if (fault == Fault.SAID_SHORTER) said /= 2;
        if (fault == Fault.SAID_HUGE) said = 1L << 50;
        write(out, head + "Content-Length: " + said + "\r\n\r\n");
        if (request.line().startsWith("HEAD")) return;
        boolean isCut = fault == Fault.CUT || fault == Fault.SILENT;
        int length = isCut ? body.length / 2 : body.length;
        int step = fault == Fault.SLOW ? Math.max(1, length / 8) : length;
        for (int at = 0; at < length; at += step) {
            out.write(body, at, Math.min(step, length - at));
            out.flush();
            if (fault == Fault.SLOW) Thread.sleep(2);
        }
        if (fault == Fault.SILENT) Thread.sleep(10_000);
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        socket.close();
        for (Socket client : List.copyOf(open)) client.close();
    }
}
