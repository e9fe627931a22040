package sc.fiji.imagetomask.picturefile;

/**
 * What a mask file will hold.
 *
 * @param width of a slice, in pixels
 * @param height of a slice, in pixels
 * @param slices how many
 * @param isFloat 32-bit floating point, 0 to 1; else bytes, 0 to 255
 * @param tile edge of the tiles that it lies in, in pixels, a multiple of 16; 0: strips of rows
 * @param frames how many times the slices are of; those of the first time come first
 * @param calibration how large pixels are, and how far slices and times are apart
 */
public record MaskShape(
        int width, int height, int slices, boolean isFloat, int tile, int frames, Calibration calibration) {

    public int valueBytes() {
        return isFloat ? Float.BYTES : Byte.BYTES;
    }

    public long rowBytes() {
        return (long) width * valueBytes();
    }
}
