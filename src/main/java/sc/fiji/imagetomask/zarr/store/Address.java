package sc.fiji.imagetomask.zarr.store;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An address on the web. Where it is shown, it has no user name, no password and no query, because these may be secret; all
 * requests have them.
 */
public final class Address {

    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+://");

    private static final int HIGHEST_PORT = 65535;

    private final URI uri;
    private final String authorization;

    private Address(URI uri, String authorization) {
        this.uri = uri;
        this.authorization = authorization;
    }

    /** Whether a text is an address on the web or of an object store, and no file. */
    public static boolean isOne(String text) {
        return SCHEME.matcher(text).lookingAt();
    }

    /** @throws IllegalArgumentException with one sentence, if it is no address that can be read */
    public static Address of(String text) {
        String scheme = text.substring(0, text.indexOf(':')).toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https"))
            throw new IllegalArgumentException("'" + shown(text) + "' is an address of " + scheme
                    + ", but must start with http://, https:// or s3://.");
        try {
            URI given = new URI(text.replace(" ", "%20"));
            if (given.getHost() == null) throw new URISyntaxException(text, "there is no host");
            if (given.getPort() == 0 || given.getPort() > HIGHEST_PORT)
                throw new URISyntaxException(
                        text, "the port is " + given.getPort() + ", but must be from 1 to " + HIGHEST_PORT);
            String path = given.getRawPath().replaceAll("/+$", "");
            String query = given.getRawQuery() == null ? "" : "?" + given.getRawQuery();
            String port = given.getPort() < 0 ? "" : ":" + given.getPort();
            URI uri = URI.create(scheme + "://" + given.getHost() + port + path + query);
            return new Address(
                    URI.create(uri.toASCIIString()), given.getUserInfo() == null ? null : basic(given.getUserInfo()));
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("'" + shown(text) + "' is not a valid address: " + e.getReason() + ".");
        }
    }

    private static String basic(String userInfo) {
        return "Basic " + Base64.getEncoder().encodeToString(userInfo.getBytes(StandardCharsets.UTF_8));
    }

    /** An address without what may be secret, even if it is not valid. */
    public static String shown(String text) {
        return text.replaceAll("[?#].*", "").replaceAll("//[^/]*@", "//").replaceAll("\\p{Cntrl}", "?");
    }

    /** The address of something in it. */
    public Address inside(String key) {
        if (key.isEmpty()) return this;
        try {
            String path = new URI(null, null, "/" + key, null).toASCIIString();
            String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
            return new Address(URI.create(withoutQuery() + path + query), authorization);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(e.getReason(), e);
        }
    }

    /**
     * Where a server says that this is instead; null if it is another server, or not as safe.
     *
     * <p>Design decision: only the server that the user named gets requests, or else a server on the web could make this
     * computer ask another one that only this computer can reach.
     */
    Address moved(URI place) {
        URI to = uri.resolve(place);
        boolean isSafer = "http".equals(uri.getScheme()) && "https".equals(to.getScheme());
        boolean isSame = uri.getScheme().equals(to.getScheme()) && port(uri) == port(to);
        return (isSame || isSafer) && uri.getHost().equalsIgnoreCase(to.getHost()) && to.getUserInfo() == null
                ? new Address(to, authorization)
                : null;
    }

    private static int port(URI uri) {
        return uri.getPort() >= 0 ? uri.getPort() : uri.getScheme().equals("https") ? 443 : 80;
    }

    URI uri() {
        return uri;
    }

    /** What the server is told about the user; null if the address has no user name. */
    String authorization() {
        return authorization;
    }

    /** The last name in it, such as {@code picture.ome.zarr}. */
    public String lastName() {
        String path = uri.getPath();
        String name = path.substring(path.lastIndexOf('/') + 1).replaceAll("[\\\\/\\p{Cntrl}]", "_");
        return name.matches("[.]*") ? uri.getHost() : name;
    }

    private String withoutQuery() {
        return uri.toString().replaceAll("\\?.*", "");
    }

    /** Without what may be secret. */
    @Override
    public String toString() {
        return withoutQuery();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Address address && uri.equals(address.uri);
    }

    @Override
    public int hashCode() {
        return uri.hashCode();
    }
}
