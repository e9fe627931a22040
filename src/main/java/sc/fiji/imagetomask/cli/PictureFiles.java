package sc.fiji.imagetomask.cli;

import java.io.IOException;
import java.nio.file.Path;
import sc.fiji.imagetomask.ome.OmeZarrFile;
import sc.fiji.imagetomask.picturefile.PictureFile;
import sc.fiji.imagetomask.picturefile.PictureFormat;
import sc.fiji.imagetomask.picturefile.SampleReading;
import sc.fiji.imagetomask.picturefile.raster.RasterFile;
import sc.fiji.imagetomask.picturefile.tiff.TiffBlocks;
import sc.fiji.imagetomask.picturefile.tiff.TiffFile;

/** Opens picture files by their content, not by their names. */
public final class PictureFiles {

    private PictureFiles() {}

    /**
     * Opens a file of any {@link PictureFormat}, or an OME-Zarr image, which is a folder.
     *
     * @param reading how its samples are read
     * @throws IOException with one sentence that names the file, if it cannot be read as pictures
     */
    public static PictureFile open(Path path, SampleReading reading) throws IOException {
        return open(Place.of(path), reading);
    }

    /** The same of a file or an address. */
    static PictureFile open(Place place, SampleReading reading) throws IOException {
        if (!place.field().isEmpty()) return new OmeZarrFile(place.store(), ofField(reading, place.field()));
        if (place.isOmeZarr()) return new OmeZarrFile(place.store(), reading);
        Path path = place.path();
        PictureFormat format = PictureFormat.of(path);
        return format.isTiff()
                ? new TiffFile(path, reading, TiffBlocks.USUAL_BYTES)
                : new RasterFile(path, format, reading);
    }

    private static SampleReading ofField(SampleReading reading, String field) {
        return reading.with(reading.part().withField(field));
    }

    /** The same with {@link SampleReading#DEFAULT}. */
    public static PictureFile open(Path path) throws IOException {
        return open(path, SampleReading.DEFAULT);
    }
}
