package sc.fiji.imagetomask.picturefile.tiff;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.stream.ImageInputStream;
import sc.fiji.imagetomask.files.Sentence;
import sc.fiji.imagetomask.picturefile.WrongChoiceException;

/**
 * The directories of a TIFF, and for each the smaller copies of it: those that its SubIFDs lead to; else those after it that
 * say that they are reduced, and have its shape.
 */
final class TiffLevels {

    private static final int REDUCED = 1;
    private static final int TRANSPARENCY = 4;

    /** A label or a thumbnail of a part is no copy; copies' sizes are rounded. */
    private static final double SAME_SHAPE = 0.03;

    private final Path path;
    private final ImageInputStream stream;
    private final TiffChain chain;

    TiffLevels(Path path, ImageInputStream stream) throws IOException {
        this.path = path;
        this.stream = stream;
        chain = TiffChain.of(stream);
    }

    /** How many directories there are, smaller copies in SubIFDs apart. */
    int count() {
        return chain.places().size();
    }

    /** The directory with that number, 0 being the first. */
    TiffDirectory directory(int number) throws IOException {
        return at(chain.places().get(number));
    }

    private TiffDirectory at(long place) throws IOException {
        return new TiffDirectory(stream, place, chain.isBig());
    }

    /**
     * The same in one of its resolutions, 0 being the largest.
     *
     * @throws WrongChoiceException if it has fewer
     */
    TiffDirectory directory(int number, int level) throws IOException {
        if (level == 0) return directory(number);
        List<TiffDirectory> copies = copies(number);
        if (level > copies.size())
            throw new WrongChoiceException(Sentence.outside("level", level, 0, copies.size(), path.toString()));
        return copies.get(level - 1);
    }

    private List<TiffDirectory> copies(int number) throws IOException {
        TiffDirectory full = directory(number);
        List<TiffDirectory> copies = new ArrayList<>();
        if (full.isWhole(TiffTag.SUB_IFDS)) {
            int count = (int) Math.min(full.field(TiffTag.SUB_IFDS).count(), 64);
            for (long place : full.numbers(TiffTag.SUB_IFDS, 0, count)) copies.add(at(place));
        } else for (int i = number + 1; i < count() && isReduced(i); i++) copies.add(directory(i));
        copies.removeIf(copy -> !isOfShape(copy, full));
        return copies;
    }

    /** Whether a directory says that it is a reduced copy of another one. */
    boolean isReduced(int number) throws IOException {
        return isSaid(number, REDUCED);
    }

    /** Whether a directory says that it tells where another one is transparent, and is no picture. */
    boolean isTransparency(int number) throws IOException {
        return isSaid(number, TRANSPARENCY);
    }

    private boolean isSaid(int number, int kind) throws IOException {
        TiffDirectory directory = directory(number);
        return directory.isWhole(TiffTag.NEW_SUBFILE_TYPE)
                && (directory.number(TiffTag.NEW_SUBFILE_TYPE, 0) & kind) != 0;
    }

    /** Whether a directory says so, and has the shape of the last one before it that does not. */
    boolean isCopy(int number) throws IOException {
        if (number == 0 || !isReduced(number)) return false;
        int full = number - 1;
        while (full > 0 && isReduced(full)) full--;
        return isOfShape(directory(number), directory(full));
    }

    private static boolean isOfShape(TiffDirectory copy, TiffDirectory full) {
        try {
            double width = copy.number(TiffTag.IMAGE_WIDTH, 0);
            double height = copy.number(TiffTag.IMAGE_LENGTH, 0);
            double across = full.number(TiffTag.IMAGE_WIDTH, 0) / width;
            double down = full.number(TiffTag.IMAGE_LENGTH, 0) / height;
            boolean isRounded = Math.abs(full.number(TiffTag.IMAGE_WIDTH, 0) / down - width) <= 1.5
                    || Math.abs(full.number(TiffTag.IMAGE_LENGTH, 0) / across - height) <= 1.5;
            return across > 1 && down > 1 && (isRounded || Math.abs(across / down - 1) < SAME_SHAPE);
        } catch (IOException e) {
            return false;
        }
    }

    boolean isOfSize(int number, int other) throws IOException {
        return size(number).equals(size(other));
    }

    /** In words. */
    String size(int number) throws IOException {
        TiffDirectory directory = directory(number);
        return directory.number(TiffTag.IMAGE_WIDTH, 0) + " x " + directory.number(TiffTag.IMAGE_LENGTH, 0) + " pixels";
    }
}
