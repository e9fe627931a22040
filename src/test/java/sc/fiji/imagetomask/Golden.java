package sc.fiji.imagetomask;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import sc.fiji.imagetomask.engine.proof.ReferenceHashes;

/** Hashes of the reference's results, which the jar contains. */
public final class Golden {

    private Golden() {}

    /** See {@link ReferenceHashes#read}. */
    public static Map<String, String> hashes(String resource) {
        return ReferenceHashes.read(resource);
    }

    /** See {@link ReferenceHashes#allColours}. */
    public static Map<String, String> allColours() {
        return ReferenceHashes.allColours();
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
