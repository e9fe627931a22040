package sc.fiji.imagetomask.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.stream.ImageInputStream;

/**
 * The pages of a TIFF or BigTIFF: one for each directory that does not say that it is a reduced copy of another one, as in
 * a pyramid; or the {@link TiffPlanes} behind its only directory.
 */
final class TiffPages {

    private static final int REDUCED = 1;

    private final ImageInputStream stream;
    private final int bandBytes;
    private final Orientation orientation;
    private final TiffChain chain;
    private final List<Integer> numbers = new ArrayList<>();
    private final ImageJDescription description;
    private final TiffPlanes planes;

    /** @param bandBytes how much is decoded at once, unless a single strip or tile is larger */
    TiffPages(Path path, ImageInputStream stream, int bandBytes, Orientation orientation) throws IOException {
        this.stream = stream;
        this.orientation = orientation;
        this.bandBytes = bandBytes;
        chain = TiffChain.of(stream);
        for (int i = 0; i < chain.places().size(); i++)
            if (i == 0 || (directory(i).number(254, 0) & REDUCED) == 0) numbers.add(i);
        description = ImageJDescription.of(directory(0));
        planes = chain.places().size() > 1
                ? TiffPlanes.ONE
                : TiffPlanes.of(path, TiffBlocks.of(directory(0), bandBytes), description.images());
    }

    private TiffDirectory directory(int number) throws IOException {
        return new TiffDirectory(stream, chain.places().get(number), chain.isBig());
    }

    /** How many there are, at least 1. */
    int count() {
        return Math.max(numbers.size(), planes.count());
    }

    /** How many of them, from the first one on, have a directory; those after it are like the first one. */
    int directories() {
        return numbers.size();
    }

    /** How many of them are one picture, by what ImageJ has written. */
    int channels() {
        return description.channelsOf(count());
    }

    /** Page i, 0 being the first. */
    TiffPage page(int i) throws IOException {
        int number = numbers.get(planes.count() > 1 ? 0 : i);
        TiffDirectory directory = directory(number);
        TiffBlocks blocks = TiffBlocks.of(directory, bandBytes);
        return new TiffPage(
                number,
                planes.count() > 1 ? blocks.behind(i * planes.bytes()) : blocks,
                TiffSlice.of(directory, orientation));
    }
}
