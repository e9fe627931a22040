package sc.fiji.imagetomask.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import sc.fiji.imagetomask.Output;
import sc.fiji.imagetomask.ome.OmeZarrFile;
import sc.fiji.imagetomask.picturefile.MaskShape;
import sc.fiji.imagetomask.picturefile.MaskWriter;
import sc.fiji.imagetomask.picturefile.PictureFile;
import sc.fiji.imagetomask.picturefile.deflate.Effort;
import sc.fiji.imagetomask.picturefile.raster.PngMaskWriter;
import sc.fiji.imagetomask.picturefile.tiff.TiffMaskWriter;

/** A kind of mask file that can be written. It is recognized by the extension of its name. */
enum MaskFormat {
    PNG,
    TIFF,
    OME_ZARR;

    /** @throws IllegalArgumentException naming the path, if its extension is not known */
    static MaskFormat of(Place place) {
        Path path = place.path();
        if (path == null) {
            if (place.toString().toLowerCase(Locale.ROOT).endsWith(".zarr")) return OME_ZARR;
            throw new IllegalArgumentException(
                    "OUTPUT is '" + place + "', but must end in .zarr: at an address only OME-Zarr is written.");
        }
        String name = path.toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".png")) return PNG;
        if (name.endsWith(".tif") || name.endsWith(".tiff")) return TIFF;
        if (OmeZarrFile.isName(path)) return OME_ZARR;
        throw new IllegalArgumentException("OUTPUT is '" + path
                + "', but must end in .png, .tif, .tiff or .zarr, or be a folder if there are several INPUTs.");
    }

    /** The extension for a mask of that many slices, with its dot. */
    static String extension(int slices, Output kind) {
        return slices > 1 || kind == Output.FLOAT ? ".tif" : ".png";
    }

    void requireDepth(Place path, Output kind) {
        if (this == PNG && kind == Output.FLOAT)
            throw new IllegalArgumentException("OUTPUT is '" + path + "', but masks of output " + kind.label()
                    + " must go to a TIFF, ending in .tif or .tiff.");
    }

    /** @throws IllegalArgumentException with one sentence, if a mask of that picture cannot go there */
    void requireRoom(Place path, PictureFile picture) {
        if (this != PNG || picture.slices() == 1) return;
        if (!(picture instanceof OmeZarrFile image))
            throw new IllegalArgumentException("OUTPUT is '" + path + "', but a stack of " + picture.slices()
                    + " slices must go to a TIFF, ending in .tif or .tiff.");
        throw new IllegalArgumentException(
                "OUTPUT is '" + path + "', but '" + image.image().store().name("") + "' has " + image.slices()
                        + " planes: choose one of them by --t and --z, or write a TIFF or .zarr.");
    }

    /**
     * Of a file that exists and is empty.
     *
     * @param place where the file will be at last, for errors
     */
    MaskWriter writer(Path path, Path place, MaskShape shape, MaskFileChoice choice) throws IOException {
        if (this == TIFF) return new TiffMaskWriter(path, place, shape, choice.bigTiff(), choice.effort());
        return new PngMaskWriter(path, place, shape, choice.effort() == null ? Effort.DEFAULT : choice.effort());
    }
}
