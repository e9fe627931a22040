package sc.fiji.imagetomask.picturefile.tiff;

import java.io.IOException;
import java.nio.ByteOrder;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.imageio.stream.ImageInputStream;

/**
 * The chain of directories, one per slice, that a TIFF or BigTIFF is; other readers use a broken chain as a shorter
 * one.
 *
 * @param isBig whether it is a BigTIFF
 * @param places where the directories start, in their order
 */
record TiffChain(boolean isBig, List<Long> places) {

    private static final int BIG = 43;
    private static final long FIRST_OF_BIG = 8;

    /** Follows the chain, and sets the stream to the file's byte order. */
    static TiffChain of(ImageInputStream stream) throws IOException {
        stream.seek(0);
        stream.setByteOrder(stream.readUnsignedShort() == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        boolean big = stream.readUnsignedShort() == BIG;
        if (big) stream.seek(FIRST_OF_BIG);
        Set<Long> places = new LinkedHashSet<>();
        for (long at = offset(stream, big); at != 0; at = offset(stream, big)) {
            stream.seek(at);
            long fields = big ? stream.readLong() : stream.readUnsignedShort();
            boolean fits = fields > 0 && fields <= (stream.length() - at) / TiffDirectory.fieldBytes(big);
            if (!fits || !places.add(at)) throw new IOException("its chain of slices is broken");
            stream.seek(stream.getStreamPosition() + fields * TiffDirectory.fieldBytes(big));
        }
        if (places.isEmpty()) throw new IOException("it has no slices");
        return new TiffChain(big, List.copyOf(places));
    }

    private static long offset(ImageInputStream stream, boolean big) throws IOException {
        return big ? stream.readLong() : stream.readUnsignedInt();
    }
}
