package sc.fiji.imagetomask.picturefile;

import java.nio.file.Path;
import java.util.List;
import sc.fiji.imagetomask.reading.ChannelOrder;
import sc.fiji.imagetomask.reading.NumberRange;

/**
 * How the samples of a picture are read.
 *
 * @param range the values that become 0 and 1
 * @param rgb which channels are red, green, blue and alpha
 * @param part the part of an image with several resolutions, times and slices
 * @param files how other picture files are read
 */
public record SampleReading(NumberRange range, ChannelOrder rgb, ImagePart part, FileChoice files) {

    /** As the file says. */
    public static final SampleReading DEFAULT = new SampleReading(NumberRange.DISPLAY, ChannelOrder.DEFAULT);

    /** The largest number of channels that are used without a choice of the user. */
    private static final int MOST = 4;

    /** Whether channels are taken as the file says. */
    public boolean isAsStored() {
        return rgb.numbers().isEmpty();
    }

    /** The channels that were asked for, of all that the picture file stores. */
    public PictureRaster channels(Path path, PictureRaster stored) throws UnsupportedPictureException {
        return stored.choose(chosen(path, stored.count()));
    }

    /** Which of that many channels of the picture file are used, in the order r, g, b, a; 0 is the first. */
    public List<Integer> chosen(Path path, int channels) throws UnsupportedPictureException {
        if (isAsStored() && channels > MOST) throw unnamed(path, channels);
        try {
            return rgb.of("picture '" + path + "'", channels).stream()
                    .map(number -> number - 1)
                    .toList();
        } catch (IllegalArgumentException e) {
            throw new WrongChoiceException(e.getMessage());
        }
    }

    /** Of a picture file whose channels may be anything. */
    public static UnsupportedPictureException unnamed(Path path, int channels) {
        return new UnsupportedPictureException(
                "'" + path + "' has " + channels
                        + " channels and does not say which are red, green and blue; name them with --rgb, such as --rgb 1,2,3.");
    }

    /** Of all of an OME-Zarr image, and of other files as they are stored. */
    public SampleReading(NumberRange range, ChannelOrder rgb) {
        this(range, rgb, ImagePart.ALL, FileChoice.DEFAULT);
    }

    /** The same of that part of an OME-Zarr image. */
    public SampleReading with(ImagePart choice) {
        return new SampleReading(range, rgb, choice, files);
    }

    /** The same of other picture files taken like that. */
    public SampleReading with(FileChoice choice) {
        return new SampleReading(range, rgb, part, choice);
    }

    /** How the mask image is read. */
    public SampleReading ofMask() {
        return new SampleReading(NumberRange.TYPE, ChannelOrder.DEFAULT, part.ofMask(), files.ofMask());
    }
}
