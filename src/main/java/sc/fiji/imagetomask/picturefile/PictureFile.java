package sc.fiji.imagetomask.picturefile;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import sc.fiji.imagetomask.Picture;
import sc.fiji.imagetomask.WeightMap;
import sc.fiji.imagetomask.reading.ShownChannel;

/** A picture file that is open for reading: one slice, or the slices of a stack, all of one size. */
public interface PictureFile extends Closeable {

    /** How many slices there are, at least 1. */
    int slices();

    /** Of every slice, in pixels. */
    int width();

    /** Of every slice, in pixels. */
    int height();

    /**
     * Reads slice i, 0 being the first.
     *
     * @throws IOException with one sentence that names the file
     */
    Picture picture(int i) throws IOException;

    /** Reads slice i as a mask image: scaled by the range of its type; colours as their luma, without alpha. */
    WeightMap mask(int i) throws IOException;

    /** How large its pixels are, and how far its slices and times are apart, where it says so. */
    default Calibration calibration() {
        return Calibration.NONE;
    }

    /** How many times its slices are of; those of the first time come first. */
    default int frames() {
        return 1;
    }

    /** The notices for the user about how the file is read; each is one sentence that names the file. */
    default List<String> notices() {
        return List.of();
    }

    /** Whether its pictures have the colours in which its channels are shown. */
    default boolean isInColours() {
        return false;
    }

    /** How ImageJ shows each of its channels, where the file says so; else empty. */
    default List<ShownChannel> shown() {
        return List.of();
    }

    /**
     * How many pixels of a picture are read at once: those of a tile, or all where it is read as a whole.
     *
     * @param tilePixels the most pixels of a tile
     */
    default long pixelsAtOnce(int tilePixels) {
        return Math.min((long) width() * height(), tilePixels);
    }

    /** How many values are in memory at least while one of its pictures is read piece by piece; 0 if a few. */
    default long valuesAtOnce() {
        return 0;
    }

    /**
     * Looks whether the picture is still the one that was opened, if that can be told.
     *
     * @throws IOException with one sentence, if it is not
     */
    default void requireUnchanged() throws IOException {}

    /** Edge of the square tiles that it lies in, in pixels, a multiple of 16; 0 if it lies in rows. */
    default int tile() {
        return 0;
    }
}
