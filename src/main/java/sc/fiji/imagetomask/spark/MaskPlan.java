package sc.fiji.imagetomask.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import sc.fiji.imagetomask.MaskSettings;
import sc.fiji.imagetomask.cli.Place;
import sc.fiji.imagetomask.ome.MaskImage;
import sc.fiji.imagetomask.ome.OmePictures;
import sc.fiji.imagetomask.ome.OmeZarrImage;
import sc.fiji.imagetomask.ome.OmeZarrSpec;
import sc.fiji.imagetomask.reading.ChannelOrder;
import sc.fiji.imagetomask.reading.NumberRange;
import sc.fiji.imagetomask.reading.Reading;
import sc.fiji.imagetomask.zarr.ZarrArray;
import sc.fiji.imagetomask.zarr.store.FolderStore;
import sc.fiji.imagetomask.zarr.store.Store;

/**
 * What a job reads, and the form of the mask; the same on every machine.
 *
 * @param pictures of the input
 * @param mask what masks are multiplied with; null if there is nothing
 * @param settings of the masks
 * @param grid all blocks
 * @param spec of the mask's image
 * @param chunk edge of the picture's chunks in pixels, the larger one
 */
record MaskPlan(
        OmePictures pictures, OmePictures mask, MaskSettings settings, BlockGrid grid, OmeZarrSpec spec, int chunk) {

    /** The part of the memory that may be taken by chunks that are kept for blocks to come. */
    private static final int PART_FOR_CHUNKS = 4;

    /**
     * Reads metadata only.
     *
     * @throws IOException with one sentence, if the picture or the mask cannot be read
     * @throws IllegalArgumentException with one sentence, if what is asked for is not possible
     */
    static MaskPlan of(JobArguments job, SparkOptions options) throws IOException {
        MaskSettings settings = options.settings();
        Reading reading = options.reading();
        int block = options.block();
        OmeZarrImage image = OmeZarrImage.open(job.place(options.input()).store(), options.field());
        ZarrArray array = image.level(options.level()).array();
        int together = along(image, "z", array.chunkShape());
        int chunk = Math.max(along(image, "y", array.chunkShape()), along(image, "x", array.chunkShape()));
        boolean once = along(image, "t", array.chunkShape()) == 1
                && block % along(image, "y", array.chunkShape()) == 0
                && block % along(image, "x", array.chunkShape()) == 0
                && together == 1;
        long kept = once ? 0 : Runtime.getRuntime().maxMemory() / PART_FOR_CHUNKS;
        OmePictures pictures = OmePictures.of(image, options.level(), reading.rgb(), reading.range(), kept);
        Place maskPlace = options.mask() == null ? null : job.place(options.mask());
        OmePictures mask = maskPlace == null ? null : mask(maskPlace, options.field(), pictures);
        Map<String, Object> record =
                MaskImage.record(image, options.level(), settings, reading, mask == null ? null : maskPlace.name());
        if (!options.field().isEmpty()) record.put("field", options.field());
        OmeZarrSpec spec = MaskImage.of(
                        image, options.level(), settings, Math.min(block, SparkOptions.LARGEST_CHUNK), record)
                .withVersion(options.version(image.version()))
                .withCompression(options.compression());
        BlockGrid grid =
                new BlockGrid(pictures.width(), pictures.height(), pictures.count(), pictures.depth(), together, block);
        return new MaskPlan(pictures, mask, settings, grid, spec, chunk);
    }

    private static int along(OmeZarrImage image, String axis, int[] chunk) {
        int d = image.dimension(axis);
        return d < 0 ? 1 : chunk[d];
    }

    /** That resolution of a mask which has the picture's size. */
    private static OmePictures mask(Place place, String field, OmePictures pictures) throws IOException {
        OmeZarrImage image = OmeZarrImage.ofMask(place.store(), field);
        for (int level = 0; level < image.levels().size(); level++) {
            OmePictures mask = OmePictures.of(image, level, ChannelOrder.DEFAULT, NumberRange.TYPE, 0);
            if (mask.width() == pictures.width() && mask.height() == pictures.height()) {
                requireSlices(place, mask, pictures);
                return mask;
            }
        }
        OmePictures largest = OmePictures.of(image, 0, ChannelOrder.DEFAULT, NumberRange.TYPE, 0);
        throw new IllegalArgumentException("The mask '" + place + "' is " + largest.width() + " x " + largest.height()
                + " pixels, but must have the picture's size of " + pictures.width() + " x " + pictures.height() + ".");
    }

    private static void requireSlices(Place place, OmePictures mask, OmePictures pictures) {
        long times = mask.count() / mask.depth();
        boolean fits = (mask.depth() == 1 || mask.depth() == pictures.depth())
                && (times == 1 || times == pictures.count() / pictures.depth());
        if (!fits)
            throw new IllegalArgumentException("The mask '" + place + "' has " + times + " positions along t and "
                    + mask.depth() + " along z, but must have as many as the picture, "
                    + pictures.count() / pictures.depth() + " and " + pictures.depth() + ", or 1.");
    }

    /** The slice of the mask that belongs to one of the picture. */
    long maskSlice(long slice) {
        long t = mask.count() == mask.depth() ? 0 : slice / pictures.depth();
        long z = mask.depth() == 1 ? 0 : slice % pictures.depth();
        return t * mask.depth() + z;
    }

    /** @throws IllegalArgumentException if the output lies in an input, or an input in it */
    static void requireApart(JobArguments job, SparkOptions options) throws IOException {
        Store output = job.output(options);
        requireApart(output, job.place(options.input()));
        if (options.mask() != null) requireApart(output, job.place(options.mask()));
    }

    private static void requireApart(Store output, Place place) throws IOException {
        String in = place.path() == null ? place.toString() : real(place.path()).toString();
        String out =
                output instanceof FolderStore ? real(Path.of(output.name(""))).toString() : output.name("");
        if ((out + "/").startsWith(in + "/") || (in + "/").startsWith(out + "/"))
            throw new IllegalArgumentException(
                    "The output is '" + out + "', but must be outside the input '" + in + "'.");
    }

    private static Path real(Path path) throws IOException {
        return Files.exists(path) ? path.toRealPath() : path.toAbsolutePath();
    }
}
