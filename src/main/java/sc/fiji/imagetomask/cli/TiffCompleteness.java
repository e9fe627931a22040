package sc.fiji.imagetomask.cli;

import com.twelvemonkeys.imageio.stream.ByteArrayImageInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * Whether compressed blocks of a TIFF hold as many bytes as they must.
 *
 * <p>Design decision: Java's own reader takes what is missing as zeros. So what it is given to read is decoded by the
 * other reader first, as bytes, which stops where there are too few.
 */
final class TiffCompleteness {

    private static final int LZW = 5;
    private static final int DEFLATE = 8;
    private static final int OLD_DEFLATE = 32946;
    private static final int PACK_BITS = 32773;
    private static final Set<Integer> COUNTABLE = Set.of(LZW, DEFLATE, OLD_DEFLATE, PACK_BITS);

    private TiffCompleteness() {}

    /**
     * Decodes all blocks of a part.
     *
     * @param stream of the file, with its byte order
     * @throws EOFException if one is too short
     */
    static void require(ImageInputStream stream, TiffBlocks blocks, TiffBlocks.Part part) throws IOException {
        if (!COUNTABLE.contains((int) blocks.directory().number(259, 1))) return;
        List<TiffBlocks.Range> ranges = blocks.blocks(part);
        Map<Integer, List<TiffBlocks.Range>> byRows = new TreeMap<>();
        for (int i = 0; i < ranges.size(); i++)
            byRows.computeIfAbsent(blocks.rows(part, i), rows -> new ArrayList<>())
                    .add(ranges.get(i));
        for (Map.Entry<Integer, List<TiffBlocks.Range>> equal : byRows.entrySet())
            decode(TiffWindow.bytes(stream, blocks, equal.getValue(), blocks.blockRowBytes(), equal.getKey()));
    }

    private static void decode(byte[] tiff) throws IOException {
        ImageReader reader = TiffReaders.common();
        try {
            reader.setInput(new ByteArrayImageInputStream(tiff));
            reader.read(0);
        } finally {
            reader.dispose();
        }
    }
}
