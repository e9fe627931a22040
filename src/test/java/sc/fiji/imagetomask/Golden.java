package sc.fiji.imagetomask;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/** Hashes of the reference's results, carried as test resources. */
public final class Golden {

    private Golden() {}

    /** First column to last column of a resource of tab-separated lines. */
    public static Map<String, String> hashes(String resource) {
        Map<String, String> hashes = new LinkedHashMap<>();
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                Golden.class.getResourceAsStream("/golden/" + resource), StandardCharsets.UTF_8))) {
            in.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t"))
                    .forEach(cells -> hashes.put(cells[0], cells[cells.length - 1]));
            return hashes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    public static String sha256(byte[] bytes) {
        return hex(sha256(), bytes);
    }

    public static String hex(MessageDigest digest, byte[] last) {
        return HexFormat.of().formatHex(digest.digest(last));
    }
}
