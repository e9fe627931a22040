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

    /** A request: the first line, and headers by their names in small letters. */
    public record Request(String line, Map<String, String> headers) {

        String path() {
            return line.split(" ")[1].replaceAll("\\?.*", "");
        }

        boolean isRange() {
            return headers.containsKey("range");
        }
    }

    private final Path folder;
    private final ServerSocket socket;
    private final List<Socket> open = Collections.synchronizedList(new ArrayList<>());
    private final List<Request> requests = Collections.synchronizedList(new ArrayList<>());
    private final Map<String, String> moved = new ConcurrentHashMap<>();
    private final AtomicInteger atWork = new AtomicInteger();
    private final AtomicInteger mostAtWork = new AtomicInteger();
    private volatile Function<Request, Fault> faults = request -> Fault.NONE;
    private volatile long delay;
    private volatile String etag;

    public WebServer(Path folder) throws IOException {
        this(folder, ServerSocketFactory.getDefault());
    }

    /** The same with other sockets, such as those of TLS. */
    public WebServer(Path folder, ServerSocketFactory sockets) throws IOException {
        this.folder = folder;
        socket = sockets.createServerSocket(0, 200, InetAddress.getLoopbackAddress());
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
        etag = newTag;
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
                Request request = new Request(line, headers);
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

    /** Returns whether the connection goes on. */
    private boolean answer(Request request, Fault fault, OutputStream out) throws IOException, InterruptedException {
        if (fault == Fault.DROPPED) return false;
        if (fault == Fault.NO_HTTP) {
            write(out, "Good morning!\r\n\r\n");
            return false;
        }
        if (fault.name().matches("S\\d+")) {
            write(
                    out,
                    "HTTP/1.1 " + fault.name().substring(1) + " No\r\nContent-Length: 2\r\nRetry-After: 0\r\n\r\nNo");
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
        Path file = folder.resolve("." + URLDecoder.decode(request.path(), StandardCharsets.UTF_8));
        if (!Files.isRegularFile(file)) {
            write(out, "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n");
            return true;
        }
        send(request, Files.readAllBytes(file), fault, out);
        return fault == Fault.NONE || fault == Fault.SLOW || fault == Fault.NO_PARTS || fault == Fault.OTHER_PART;
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
        if (etag != null) head.append("ETag: \"" + etag + "\"\r\n");
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
