package sc.fiji.imagetomask.cli;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Option;
import sc.fiji.imagetomask.Labelled;
import sc.fiji.imagetomask.picturefile.deflate.Effort;
import sc.fiji.imagetomask.zarr.Compression;

/** How mask files are compressed: by a word for PNG and TIFF, or by one for OME-Zarr. */
final class CompressionOption {

    static final String NAME = "--compression";

    private static final String USUAL_OF_CHUNKS = "zstd";

    @Option(
            names = NAME,
            paramLabel = "C",
            description = "fast, default or small: how much time is spent to make PNG and TIFF masks small; default:"
                    + " default for PNG, and TIFF is not compressed. Or the compression of OME-Zarr masks: none, gzip, zstd or"
                    + " blosc; default: zstd.")
    private String word;

    /**
     * Of PNG and TIFF; null if none was chosen.
     *
     * @throws IllegalArgumentException if the word is not known
     */
    Effort effort() {
        if (word == null) return null;
        List<String> efforts = Arrays.asList(Labelled.labels(Effort.values()));
        if (efforts.contains(word)) return Labelled.of("compression", word, Effort.values());
        if (Compression.NAMES.contains(word)) return null;
        throw new IllegalArgumentException("compression is '" + word + "', but must be one of "
                + String.join(
                        ", ",
                        Stream.concat(efforts.stream(), Compression.NAMES.stream())
                                .toList()) + ".");
    }

    /** Of the chunks of OME-Zarr. */
    Compression ofChunks() {
        return Compression.named(word == null || effort() != null ? USUAL_OF_CHUNKS : word);
    }

    /** The option with its word, as it stands on the command line. */
    String text() {
        return NAME + " " + word;
    }
}
