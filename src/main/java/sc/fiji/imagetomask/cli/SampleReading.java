package sc.fiji.imagetomask.cli;

import java.nio.file.Path;
import sc.fiji.imagetomask.image.ChannelOrder;
import sc.fiji.imagetomask.image.NumberRange;

/**
 * How the samples of a picture are taken.
 *
 * @param range what becomes 0 and what 1
 * @param rgb which channels are red, green, blue and alpha
 * @param ome which part of an OME-Zarr image
 */
public record SampleReading(NumberRange range, ChannelOrder rgb, OmeChoice ome) {

    /** By the type of the samples, and as the file says. */
    public static final SampleReading DEFAULT = new SampleReading(NumberRange.TYPE, ChannelOrder.DEFAULT);

    /** Whether channels are taken as the file says. */
    boolean isAsStored() {
        return rgb.numbers().isEmpty();
    }

    /** The channels that were asked for, of all that the picture file stores. */
    Slice channels(Path path, Slice stored) throws UnfitPicture {
        try {
            return stored.choose(rgb.of("picture '" + path + "'", stored.count()).stream()
                    .map(number -> number - 1)
                    .toList());
        } catch (IllegalArgumentException e) {
            throw new UnfitPicture(e.getMessage());
        }
    }

    /** Of all of an OME-Zarr image. */
    public SampleReading(NumberRange range, ChannelOrder rgb) {
        this(range, rgb, OmeChoice.ALL);
    }

    /** The same of that part of an OME-Zarr image. */
    SampleReading with(OmeChoice choice) {
        return new SampleReading(range, rgb, choice);
    }
}
