package sc.fiji.imagetomask.cli;

import java.util.Arrays;
import java.util.List;
import picocli.CommandLine.Option;
import sc.fiji.imagetomask.ome.OmeVersion;

/** The options for OME-Zarr images: every command line has them. */
public final class ZarrOptions {

    @Option(
            names = "--level",
            paramLabel = "N",
            description =
                    "Which resolution is read of an image with several resolutions; 0 is the largest; default: 0.")
    private int level;

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

    /** Empty if none was chosen. */
    public String field() {
        return field.replaceAll("/+$", "");
    }

    /** @throws IllegalArgumentException if it is negative */
    public int level() {
        if (level < 0) throw new IllegalArgumentException("level is " + level + ", but must be 0 or more.");
        return level;
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
