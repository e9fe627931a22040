package sc.fiji.imagetomask.zarr.store.s3;

import java.io.IOException;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import sc.fiji.imagetomask.zarr.store.Address;
import sc.fiji.imagetomask.zarr.store.Patience;
import sc.fiji.imagetomask.zarr.store.Problem;
import sc.fiji.imagetomask.zarr.store.Store;
import sc.fiji.imagetomask.zarr.store.WritableStore;

/**
 * An address such as {@code s3://bucket/folder/picture.ome.zarr}.
 *
 * @param bucket its name
 * @param key what all keys in it start with; empty for the whole bucket
 */
public record S3Address(String bucket, String key) {

    private static final Pattern FORM =
            Pattern.compile("(?i:s3)://([A-Za-z0-9][A-Za-z0-9._-]{1,254})(?:/([^?#\\p{Cntrl}]*))?");

    private static final String SDK = "software.amazon.awssdk.services.s3.S3Client";

    /** Whether a text starts as such addresses do. */
    public static boolean isOne(String text) {
        return text.regionMatches(true, 0, "s3://", 0, 5);
    }

    /** @throws IllegalArgumentException with one sentence, if it is none */
    public static S3Address of(String text) {
        Matcher found = FORM.matcher(text);
        if (!found.matches())
            throw new IllegalArgumentException("'" + Address.shown(text)
                    + "' is not a valid address: it must be s3://BUCKET/KEY, without a user name and a query.");
        return new S3Address(
                found.group(1), found.group(2) == null ? "" : found.group(2).replaceAll("/+$", ""));
    }

    /** The address of something in it. */
    S3Address inside(String folder) {
        return folder.isEmpty() ? this : new S3Address(bucket, Store.key(key, folder));
    }

    /** The last name in it, such as {@code picture.ome.zarr}. */
    String lastName() {
        String name = key.substring(key.lastIndexOf('/') + 1).replace('\\', '_');
        return name.matches("[.]*") ? bucket : name;
    }

    /**
     * The store at this address; nothing is asked for yet.
     *
     * @param access asked for when the first object is
     * @throws IOException with one sentence, if the AWS SDK is not there
     */
    public WritableStore store(Supplier<S3Access> access) throws IOException {
        try {
            Class.forName(SDK, false, S3Address.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw Problem.in(
                    toString(),
                    "cannot be reached: the AWS SDK for Java is missing here. It is in the jar whose name ends in -all.jar;"
                            + " for Fiji, copy the jars of the folder fiji-s3 into Fiji's folder jars");
        }
        return new S3Store(this, new S3Requests(access, Patience.USUAL));
    }

    @Override
    public String toString() {
        return "s3://" + bucket + (key.isEmpty() ? "" : "/" + key);
    }
}
