package sc.fiji.imagetomask.engine.proof;

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

/** The hashes (SHA-256) of what the reference computes, which the jar contains. */
public final class ReferenceHashes {

    private ReferenceHashes() {}

    /**
     * For each channel's label, that of its bytes over all colours: red slowest, blue fastest. Of channels that the reference
     * has not, it is the hash of a definition in Python; see {@link ProofFormulas}.
     */
    public static Map<String, String> allColours() {
        Map<String, String> all = read("all-colours.tsv");
        all.putAll(read("further-channels.tsv"));
        return all;
    }

    /** Of many tables of levels, in the order that the file describes. */
    public static Map<String, String> levels() {
        return read("levels.tsv");
    }

    /** Of all tables of clip ranges, low slowest. */
    public static String clipRanges() {
        return read("normalize.tsv").get("all ranges");
    }

    /** Of all products of a value (fastest) and a mask value. */
    public static String products() {
        return read("normalize.tsv").get("mask product");
    }

    /** First column to last column of one of the files. */
    public static Map<String, String> read(String resource) {
        Map<String, String> hashes = new LinkedHashMap<>();
        try (BufferedReader in = new BufferedReader(
                new InputStreamReader(ReferenceHashes.class.getResourceAsStream(resource), StandardCharsets.UTF_8))) {
            in.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t"))
                    .forEach(cells -> hashes.put(cells[0], cells[cells.length - 1]));
            return hashes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A new digest of the kind of these hashes. */
    public static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }

    /** What that digest says, as the hashes are written. */
    public static String text(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }
}
