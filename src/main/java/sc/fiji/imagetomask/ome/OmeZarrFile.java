package sc.fiji.imagetomask.ome;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import sc.fiji.imagetomask.Picture;
import sc.fiji.imagetomask.WeightMap;
import sc.fiji.imagetomask.engine.TileMemory;
import sc.fiji.imagetomask.files.Sentence;
import sc.fiji.imagetomask.picturefile.Calibration;
import sc.fiji.imagetomask.picturefile.ImagePart;
import sc.fiji.imagetomask.picturefile.PictureFile;
import sc.fiji.imagetomask.picturefile.SampleReading;
import sc.fiji.imagetomask.picturefile.UnsupportedPictureException;
import sc.fiji.imagetomask.picturefile.WrongChoiceException;
import sc.fiji.imagetomask.picturefile.tiff.TiffCalibration;
import sc.fiji.imagetomask.zarr.store.Store;

/** An OME-Zarr image, or a part of it, as a picture file: its slices are those of all z and t, read tile by tile. */
public final class OmeZarrFile implements PictureFile {

    private final OmeZarrImage image;
    private final ImagePart part;
    private final OmePictures pictures;
    private final List<Long> slices;

    public OmeZarrFile(Store store, SampleReading reading) throws IOException {
        try {
            part = ofThatStore(store, reading.part());
            image = OmeZarrImage.open(store, part.field());
            slices = slices(image, part);
            pictures = OmePictures.of(
                            image,
                            part.level(),
                            reading.rgb(),
                            reading.range(),
                            TileMemory.standard().bytes() / 2)
                    .readAhead(slices);
        } catch (IllegalArgumentException e) {
            throw new WrongChoiceException(e.getMessage());
        }
        if (Math.max(pictures.width(), pictures.height()) > Integer.MAX_VALUE)
            throw new UnsupportedPictureException(
                    "'" + store.name("") + "' is " + pictures.width() + " x " + pictures.height()
                            + " pixels, but must have at most " + Integer.MAX_VALUE + " in each direction.");
    }

    /** A mask that is one image is for all fields. */
    private static ImagePart ofThatStore(Store store, ImagePart part) throws IOException {
        boolean isForAll = part.lenient() && !part.field().isEmpty() && OmeFields.of(store) == null;
        return isForAll ? part.withField("") : part;
    }

    /** The numbers of the slices that are taken, 0 being the first, those of the first t first. */
    private static List<Long> slices(OmeZarrImage image, ImagePart part) {
        image.level(part.level());
        List<Long> slices = new ArrayList<>();
        long depth = size(image, part, "z");
        for (long t : positions(image, part, "t", part.t()))
            for (long z : positions(image, part, "z", part.z())) slices.add(t * depth + z);
        return slices;
    }

    private static List<Long> positions(OmeZarrImage image, ImagePart part, String axis, long chosen) {
        long size = size(image, part, axis);
        if (part.lenient() && size == 1) return List.of(0L);
        if (chosen > size) throw new IllegalArgumentException(Sentence.outside(axis, chosen, 1, size, image.place()));
        if (chosen > 0) return List.of(chosen - 1);
        return LongStream.range(0, size).boxed().toList();
    }

    /** How many positions there are along an axis; 1 if there is no such axis. */
    private static long size(OmeZarrImage image, ImagePart part, String axis) {
        int d = image.dimension(axis);
        return d < 0 ? 1 : image.level(part.level()).array().shape()[d];
    }

    /** Whether a folder is an OME-Zarr image, or looks like one, and is not a folder of pictures. */
    public static boolean isOne(Path folder) {
        return Files.isDirectory(folder)
                && (isName(folder)
                        || Stream.of(".zattrs", ".zgroup", "zarr.json")
                                .anyMatch(name -> Files.exists(folder.resolve(name))));
    }

    /** Whether a name ends as those of OME-Zarr images do. */
    public static boolean isName(Path path) {
        return path.toString().toLowerCase(java.util.Locale.ROOT).endsWith(".zarr");
    }

    public OmeZarrImage image() {
        return image;
    }

    ImagePart part() {
        return part;
    }

    /** The slices as they are best read for masks in chunks of that edge. */
    public Picture picture(int i, int chunk) {
        return pictures.inBlocks(chunk, chunk).picture(slices.get(i));
    }

    /** How many bytes of its pixels were read until now, as they are stored. */
    public long bytesRead() {
        return pictures.bytesRead();
    }

    @Override
    public int frames() {
        return part.t() > 0 ? 1 : (int) size(image, part, "t");
    }

    @Override
    public Calibration calibration() {
        return calibration(image, part.level());
    }

    /** The size of the pixels of that resolution, and how far slices and times are apart, where the image says so. */
    public static Calibration calibration(OmeZarrImage image, int level) {
        String unit = unit(image, "x");
        boolean isOne = unit.equals(unit(image, "y"));
        double z = unit.equals(unit(image, "z")) ? scale(image, level, "z") : 0;
        double interval = TiffCalibration.seconds(unit(image, "t")) * scale(image, level, "t");
        return isOne
                ? new Calibration(scale(image, level, "x"), scale(image, level, "y"), z, unit, interval)
                : new Calibration(0, 0, 0, "", interval);
    }

    /** Empty if there is none. */
    private static String unit(OmeZarrImage image, String axis) {
        int d = image.dimension(axis);
        return d < 0 || image.axes().get(d).unit() == null
                ? ""
                : image.axes().get(d).unit();
    }

    /** 0 if there is no such axis. */
    private static double scale(OmeZarrImage image, int level, String axis) {
        int d = image.dimension(axis);
        return d < 0 ? 0 : image.level(level).scale().get(d);
    }

    @Override
    public boolean isInColours() {
        return pictures.isInColours();
    }

    @Override
    public int slices() {
        return slices.size();
    }

    @Override
    public int width() {
        return (int) pictures.width();
    }

    @Override
    public int height() {
        return (int) pictures.height();
    }

    @Override
    public Picture picture(int i) {
        return pictures.picture(slices.get(i));
    }

    @Override
    public WeightMap mask(int i) {
        return pictures.weights(slices.get(i));
    }

    @Override
    public void requireUnchanged() throws IOException {
        image.store().requireUnchanged();
    }

    @Override
    public void close() {}
}
