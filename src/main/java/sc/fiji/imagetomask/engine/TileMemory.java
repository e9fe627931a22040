package sc.fiji.imagetomask.engine;

/**
 * The memory for the tiles of a larger picture: this amount on the heap, and the same amount again on a device.
 *
 * <pre>{@code
 * Engine engine = EngineChoice.of("auto", null, TileMemory.ofMegabytes(128), System.err::println).engine();
 * }</pre>
 *
 * @param bytes as they are counted for pictures of four 32-bit channels; pictures of bytes take a third of it
 */
public record TileMemory(long bytes) {

    /** The system property for the default, in megabytes. */
    public static final String PROPERTY = "imagetomask.tileMemory";

    private static final int MOST_MEGABYTES = 1 << 20;
    private static final long USUAL = 512L << 20;

    /** Four channels of 4 bytes, of the tile that is computed and of the next one, which is read meanwhile. */
    private static final int BYTES_PER_PIXEL = 32;

    /** @throws IllegalArgumentException if it is less than a megabyte or more than a terabyte */
    public TileMemory {
        if (bytes < 1 << 20 || bytes > (long) MOST_MEGABYTES << 20)
            throw new IllegalArgumentException(wrong("tile memory", (bytes >> 20) + " MB"));
    }

    /** This number of megabytes (2^20 bytes), 1..1048576. */
    public static TileMemory ofMegabytes(int megabytes) {
        return new TileMemory((long) megabytes << 20);
    }

    /**
     * The default: the system property {@value #PROPERTY}, or else a quarter of the heap, at most 512 MB.
     *
     * @throws IllegalArgumentException naming the property, if it is not a number that is allowed
     */
    public static TileMemory standard() {
        String megabytes = System.getProperty(PROPERTY);
        if (megabytes == null)
            return new TileMemory(
                    Math.max(1 << 20, Math.min(USUAL, Runtime.getRuntime().maxMemory() / 4)));
        try {
            return ofMegabytes(Integer.parseInt(megabytes));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(wrong(PROPERTY, "'" + megabytes + "'"));
        }
    }

    private static String wrong(String what, String value) {
        return what + " is " + value + ", but must be a whole number of megabytes from 1 to " + MOST_MEGABYTES + ".";
    }

    /** How many pixels a tile may have. */
    public int pixels() {
        return (int) Math.min(bytes / BYTES_PER_PIXEL, Integer.MAX_VALUE - 8);
    }
}
