package sc.fiji.imagetomask.cli;

import java.util.Arrays;
import java.util.List;
import picocli.CommandLine.Option;
import sc.fiji.imagetomask.ome.OmeVersion;
import sc.fiji.imagetomask.value.WholeNumber;
import sc.fiji.imagetomask.zarr.store.s3.S3Access;

/** The options for OME-Zarr images: every command line has them. */
public final class ZarrOptions {

    private static final WholeNumber LEVEL = new WholeNumber(0, Integer.MAX_VALUE);

    @Option(
            names = "--level",
            paramLabel = "N",
            description =
                    "Which resolution is read of an image with several resolutions; 0 is the largest; default: 0.")
    private String level = "0";

    @Option(
            names = "--zarr-version",
            paramLabel = "V",
            description = "Version of OME-Zarr masks: 0.4 or 0.5; default: the picture's version, or 0.4.")
    private String version;

    @Option(
            names = "--field",
            paramLabel = "F",
            description =
                    "Reads only this field of a plate, or this series, of OME-Zarr: the name of its folder, such as"
                            + " A/1/0; default: all, and their masks are stored in the same layout.")
    private String field = "";

    @Option(
            names = "--s3-endpoint",
            paramLabel = "URL",
            description =
                    "The server that has what s3:// addresses name, such as https://s3.example.org; default: the one"
                            + " that the settings of AWS name, or Amazon's.")
    private String s3Endpoint;

    @Option(
            names = "--s3-anonymous",
            description =
                    "Asks S3 without credentials, for what everybody may read; default: with those that are set for"
                            + " the AWS command line.")
    private boolean s3Anonymous;

    /** @throws IllegalArgumentException if the endpoint is no address of a server */
    public S3Access s3() {
        return S3Access.of(s3Endpoint, s3Anonymous);
    }

    /** Empty if none was chosen. */
    public String field() {
        return field.replaceAll("/+$", "");
    }

    /** @throws IllegalArgumentException with one sentence, if it is no number of a level */
    public int level() {
        return LEVEL.parse("level", level);
    }

    /**
     * Null if the user did not choose one.
     *
     * @throws IllegalArgumentException if there is no such version
     */
    public OmeVersion version() {
        if (version == null) return null;
        List<OmeVersion> all = Arrays.asList(OmeVersion.values());
        return all.stream()
                .filter(known -> known.toString().equals(version))
                .findAny()
                .orElseThrow(() -> new IllegalArgumentException("zarr-version is '" + version + "', but must be one of "
                        + String.join(
                                ", ", all.stream().map(OmeVersion::toString).toList()) + "."));
    }
}
