package sc.fiji.imagetomask.zarr.store.s3;

import java.net.URI;
import java.net.URISyntaxException;
import sc.fiji.imagetomask.zarr.store.Address;

/**
 * Which S3 is asked, and as whom.
 *
 * @param endpoint the address of a server; null: the one that the settings of AWS name, or Amazon's
 * @param isAnonymous whether no credentials are sent; else those that the AWS SDK finds
 */
public record S3Access(URI endpoint, boolean isAnonymous) {

    /** As the settings of AWS say. */
    public static final S3Access USUAL = new S3Access(null, false);

    /**
     * Access as a user writes it.
     *
     * @param endpoint null or empty for none
     * @throws IllegalArgumentException with one sentence, if it is no address of a server
     */
    public static S3Access of(String endpoint, boolean isAnonymous) {
        if (endpoint == null || endpoint.isEmpty()) return new S3Access(null, isAnonymous);
        try {
            URI uri = new URI(endpoint);
            boolean isServer = uri.getHost() != null
                    && ("http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme()));
            if (isServer && uri.getRawUserInfo() == null && uri.getRawQuery() == null && uri.getRawFragment() == null)
                return new S3Access(uri, isAnonymous);
        } catch (URISyntaxException e) {
            // told below
        }
        throw new IllegalArgumentException("s3-endpoint is '" + Address.shown(endpoint)
                + "', but must be the address of a server, such as https://s3.example.org, without a user name.");
    }
}
