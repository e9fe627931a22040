package sc.fiji.imagetomask.cli;

import picocli.CommandLine.Option;
import sc.fiji.imagetomask.Labelled;
import sc.fiji.imagetomask.picturefile.FileChoice;
import sc.fiji.imagetomask.picturefile.Icc;
import sc.fiji.imagetomask.picturefile.OrientationUse;

/** The options for picture files that are no OME-Zarr images. */
final class FileOptions {

    @Option(
            names = "--orientation",
            paramLabel = "O",
            description = "stored: pixels as TIFF, JPEG and PNG store them, as ImageJ shows them; apply: turned as the"
                    + " file says; default: stored.")
    private String orientation = OrientationUse.STORED.label();

    @Option(
            names = "--page",
            paramLabel = "N",
            description = "Where the pages of a TIFF have several sizes: reads page N, 1 being the first; default: all"
                    + " pages that have the size of the first.")
    private Integer page;

    @Option(
            names = "--icc",
            paramLabel = "I",
            description =
                    "stored: the numbers of a picture with a colour profile (ICC) count as sRGB as they are stored,"
                            + " and a notice names a profile other than sRGB; apply: they are converted to sRGB first; default:"
                            + " stored.")
    private String icc = Icc.STORED.label();

    /** @throws IllegalArgumentException with one sentence naming the value and what is allowed */
    FileChoice choice() {
        if (page != null && page < 1)
            throw new IllegalArgumentException("page is " + page + ", but must be 1 or more.");
        return new FileChoice(
                Labelled.of("orientation", orientation, OrientationUse.values()),
                Labelled.of("icc", icc, Icc.values()),
                page == null ? 0 : page);
    }
}
