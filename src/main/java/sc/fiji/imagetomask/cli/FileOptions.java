package sc.fiji.imagetomask.cli;

import picocli.CommandLine.Option;
import sc.fiji.imagetomask.Labelled;
import sc.fiji.imagetomask.picturefile.FileChoice;
import sc.fiji.imagetomask.picturefile.Icc;
import sc.fiji.imagetomask.picturefile.OrientationUse;
import sc.fiji.imagetomask.value.WholeNumber;

/** The options for picture files that are no OME-Zarr images. */
final class FileOptions {

    private static final WholeNumber PAGE = new WholeNumber(1, Integer.MAX_VALUE);

    @Option(
            names = "--orientation",
            paramLabel = "O",
            description = "stored: the pixels are used as they are stored in TIFF, JPEG and PNG, as ImageJ shows them;"
                    + " apply: they are rotated or mirrored as the Orientation tag says; default: stored.")
    private String orientation = OrientationUse.STORED.label();

    @Option(
            names = "--page",
            paramLabel = "N",
            description = "Reads only page N of a TIFF; the first page is 1; default: all pages that have the same size"
                    + " as the first.")
    private String page;

    @Option(
            names = "--icc",
            paramLabel = "I",
            description =
                    "stored: the values of a picture with a colour profile (ICC) are used as sRGB without conversion,"
                            + " and a notice names a profile other than sRGB; apply: they are converted to sRGB first; default:"
                            + " stored.")
    private String icc = Icc.STORED.label();

    /** @throws IllegalArgumentException with one sentence naming the value and what is allowed */
    FileChoice choice() {
        return new FileChoice(
                Labelled.of("orientation", orientation, OrientationUse.values()),
                Labelled.of("icc", icc, Icc.values()),
                page == null ? 0 : PAGE.parse("page", page));
    }
}
