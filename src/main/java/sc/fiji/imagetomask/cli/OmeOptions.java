package sc.fiji.imagetomask.cli;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import sc.fiji.imagetomask.ome.OmeFormat;
import sc.fiji.imagetomask.picturefile.ImagePart;
import sc.fiji.imagetomask.value.WholeNumber;
import sc.fiji.imagetomask.zarr.Compression;
import sc.fiji.imagetomask.zarr.store.s3.S3Access;

/** The options for OME-Zarr images: which part is read, and how masks are written. */
final class OmeOptions {

    private static final WholeNumber POSITION = new WholeNumber(1, Integer.MAX_VALUE);

    private static final WholeNumber CHUNK = new WholeNumber(16, 8192);

    @Mixin
    private ZarrOptions zarr;

    @Option(names = "--t", paramLabel = "N", description = "Reads only this time point of OME-Zarr; the first is 1.")
    private String t;

    @Option(names = "--z", paramLabel = "N", description = "Reads only this slice of OME-Zarr; the first is 1.")
    private String z;

    @Option(
            names = "--chunk",
            paramLabel = "N",
            description = "Edge length of the chunks of OME-Zarr masks in pixels, 16 to 8192; default: 1024.")
    private String chunk = "1024";

    /** @throws IllegalArgumentException if the endpoint is no address of a server */
    S3Access s3() {
        return zarr.s3();
    }

    /** @throws IllegalArgumentException with one sentence naming the value and what is allowed */
    ImagePart choice() {
        return new ImagePart(zarr.field(), zarr.level(), position("t", t), position("z", z), false);
    }

    /** 0 if none was chosen. */
    private static int position(String axis, String chosen) {
        return chosen == null ? 0 : POSITION.parse(axis, chosen);
    }

    /** @throws IllegalArgumentException with one sentence naming the value and what is allowed */
    OmeFormat format(Compression compression) {
        return new OmeFormat(zarr.version(), compression, CHUNK.parse("chunk", chunk));
    }
}
