package sc.fiji.imagetomask.cli;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import sc.fiji.imagetomask.ome.OmeFormat;
import sc.fiji.imagetomask.picturefile.ImagePart;
import sc.fiji.imagetomask.zarr.Compression;
import sc.fiji.imagetomask.zarr.store.s3.S3Access;

/** The options for OME-Zarr images: which part is read, and how masks are written. */
final class OmeOptions {

    private static final int MOST_CHUNK = 8192;

    @Mixin
    private ZarrOptions zarr;

    @Option(names = "--t", paramLabel = "N", description = "Reads only this time point of OME-Zarr; the first is 1.")
    private Long t;

    @Option(names = "--z", paramLabel = "N", description = "Reads only this slice of OME-Zarr; the first is 1.")
    private Long z;

    @Option(
            names = "--chunk",
            paramLabel = "N",
            description = "Edge length of the chunks of OME-Zarr masks in pixels, 16 to 8192; default: 1024.")
    private int chunk = 1024;

    /** @throws IllegalArgumentException if the endpoint is no address of a server */
    S3Access s3() {
        return zarr.s3();
    }

    /** @throws IllegalArgumentException with one sentence naming the value and what is allowed */
    ImagePart choice() {
        requirePosition("t", t);
        requirePosition("z", z);
        return new ImagePart(zarr.field(), zarr.level(), t == null ? 0 : t, z == null ? 0 : z, false);
    }

    private static void requirePosition(String axis, Long position) {
        if (position != null && position < 1)
            throw new IllegalArgumentException(axis + " is " + position + ", but must be 1 or more.");
    }

    /** @throws IllegalArgumentException with one sentence naming the value and what is allowed */
    OmeFormat format(Compression compression) {
        if (chunk < 16 || chunk > MOST_CHUNK)
            throw new IllegalArgumentException("chunk is " + chunk + ", but must be from 16 to " + MOST_CHUNK + ".");
        return new OmeFormat(zarr.version(), compression, chunk);
    }
}
