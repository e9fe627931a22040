package sc.fiji.imagetomask.picturefile.tiff;

import java.nio.ByteBuffer;

/** The start of a TIFF of one directory, big endian, as a test wants it. */
public final class TiffHeader {

    private TiffHeader() {}

    /**
     * A file of so many bytes with the header and these fields.
     *
     * @param fields tag, type, count, and the value or its place
     */
    public static ByteBuffer of(int size, int[][] fields) {
        ByteBuffer bytes = ByteBuffer.allocate(size)
                .putShort((short) 0x4d4d)
                .putShort((short) 42)
                .putInt(8)
                .putShort((short) fields.length);
        for (int[] field : fields)
            bytes.putShort((short) field[0])
                    .putShort((short) field[1])
                    .putInt(field[2])
                    .putInt(field[3]);
        return bytes;
    }
}
