package sc.fiji.imagetomask.cli;

/**
 * What a mask file will hold.
 *
 * @param width of a slice, in pixels
 * @param height of a slice, in pixels
 * @param slices how many
 * @param isFloat 32-bit floating point, 0 to 1; else bytes, 0 to 255
 * @param tile edge of the tiles that it lies in, in pixels, a multiple of 16; 0: strips of rows
 */
record MaskShape(int width, int height, int slices, boolean isFloat, int tile) {

    int valueBytes() {
        return isFloat ? Float.BYTES : Byte.BYTES;
    }

    long rowBytes() {
        return (long) width * valueBytes();
    }
}
