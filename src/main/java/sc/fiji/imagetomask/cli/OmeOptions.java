package sc.fiji.imagetomask.cli;

import java.util.Arrays;
import java.util.List;
import picocli.CommandLine.Option;
import sc.fiji.imagetomask.ome.OmeFormat;
import sc.fiji.imagetomask.ome.OmeVersion;
import sc.fiji.imagetomask.picturefile.ImagePart;
import sc.fiji.imagetomask.zarr.Compression;

/** The options for OME-Zarr images: which part is read, and how masks are written. */
final class OmeOptions {

    private static final int MOST_CHUNK = 8192;

    @Option(
            names = "--level",
            paramLabel = "N",
            description = "Which resolution of OME-Zarr pictures and masks is read, 0 being the largest; default: 0.")
    private int level;

    @Option(names = "--t", paramLabel = "N", description = "Reads only this time of OME-Zarr, 1 being the first.")
    private Long t;

    @Option(names = "--z", paramLabel = "N", description = "Reads only this slice of OME-Zarr, 1 being the first.")
    private Long z;

    @Option(
            names = "--zarr-version",
            paramLabel = "V",
            description = "Writes OME-Zarr 0.4 or 0.5; default: as the picture's, or 0.4.")
    private String version;

    @Option(
            names = "--compression",
            paramLabel = "C",
            description = "Of OME-Zarr masks: none, gzip, zstd or blosc; default: zstd.")
    private String compression = "zstd";

    @Option(
            names = "--chunk",
            paramLabel = "N",
            description = "Edge of the chunks of OME-Zarr masks in pixels, 16 to 8192; default: 1024.")
    private int chunk = 1024;

    /** @throws IllegalArgumentException with one sentence naming the value and what is allowed */
    ImagePart choice() {
        requirePosition("t", t);
        requirePosition("z", z);
        if (level < 0) throw new IllegalArgumentException("level is " + level + ", but must be 0 or more.");
        return new ImagePart(level, t == null ? 0 : t, z == null ? 0 : z, false);
    }

    private static void requirePosition(String axis, Long position) {
        if (position != null && position < 1)
            throw new IllegalArgumentException(axis + " is " + position + ", but must be 1 or more.");
    }

    /** @throws IllegalArgumentException with one sentence naming the value and what is allowed */
    OmeFormat format() {
        if (chunk < 16 || chunk > MOST_CHUNK)
            throw new IllegalArgumentException("chunk is " + chunk + ", but must be from 16 to " + MOST_CHUNK + ".");
        return new OmeFormat(version == null ? null : version(), Compression.named(compression), chunk);
    }

    private OmeVersion version() {
        List<OmeVersion> all = Arrays.asList(OmeVersion.values());
        return all.stream()
                .filter(known -> known.toString().equals(version))
                .findAny()
                .orElseThrow(() -> new IllegalArgumentException("zarr-version is '" + version + "', but must be one of "
                        + String.join(
                                ", ", all.stream().map(OmeVersion::toString).toList()) + "."));
    }
}
