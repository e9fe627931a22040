package sc.fiji.imagetomask.picturefile;

import java.util.List;
import java.util.stream.IntStream;
import sc.fiji.imagetomask.MemoryPicture;
import sc.fiji.imagetomask.WeightMap;
import sc.fiji.imagetomask.reading.NumberRange;

/** A slice as it is stored in a file: one plane per channel; grey; grey, alpha; r, g, b; or r, g, b, a. */
public interface PictureRaster {

    /** In pixels. */
    int width();

    /** In pixels. */
    int height();

    /** How many channels there are. */
    int count();

    /** As a picture whose values are scaled by that range. */
    MemoryPicture picture(NumberRange range);

    /** As a mask image, scaled by the range of its type; colours as their luma, without alpha. */
    WeightMap mask();

    /** These channels alone, in that order; 0 is the first. */
    PictureRaster choose(List<Integer> channels);

    /** Its channels, and after them those of another one of the same kind and size. */
    PictureRaster and(PictureRaster other);

    /** The first n channels alone. */
    default PictureRaster first(int n) {
        return choose(IntStream.range(0, n).boxed().toList());
    }

    /** Of colours that were multiplied by alpha, the last channel: what they were before; 0 where alpha is 0. */
    PictureRaster unmultiplied();

    /** Turned upright from a TIFF orientation of 1 (upright already) to 8. */
    PictureRaster upright(int orientation);

    /** One of the same kind and of another size, of zeros. */
    PictureRaster blank(int width, int height);

    /** Takes that many rows of another one of the same kind, from the given one on, at this place. */
    void put(PictureRaster other, int from, int rows, int left, int top);
}
