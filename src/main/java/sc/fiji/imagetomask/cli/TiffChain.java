package sc.fiji.imagetomask.cli;

import java.io.IOException;
import java.nio.ByteOrder;
import java.util.HashSet;
import java.util.Set;
import javax.imageio.stream.ImageInputStream;

/** The chain of directories, one per slice, that a TIFF or BigTIFF is; readers take a broken one for a shorter one. */
final class TiffChain {

    private static final int BIG = 43;

    private TiffChain() {}

    /** How many slices the chain has; the stream stands at the file's start afterwards. */
    static int length(ImageInputStream stream) throws IOException {
        stream.seek(0);
        stream.setByteOrder(stream.readUnsignedShort() == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        boolean big = stream.readUnsignedShort() == BIG;
        if (big) stream.readInt();
        Set<Long> places = new HashSet<>();
        for (long at = offset(stream, big); at != 0; at = offset(stream, big)) {
            stream.seek(at);
            long fields = big ? stream.readLong() : stream.readUnsignedShort();
            long end = stream.getStreamPosition() + fields * (big ? 20 : 12);
            if (fields < 1 || end < at || !places.add(at)) throw new IOException("its chain of slices is broken");
            stream.seek(end);
        }
        stream.seek(0);
        return places.size();
    }

    private static long offset(ImageInputStream stream, boolean big) throws IOException {
        return big ? stream.readLong() : stream.readUnsignedInt();
    }
}
