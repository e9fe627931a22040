package sc.fiji.imagetomask.picturefile.tiff;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.imageio.stream.ImageInputStream;
import sc.fiji.imagetomask.files.Sentence;
import sc.fiji.imagetomask.picturefile.Calibration;
import sc.fiji.imagetomask.picturefile.FileChoice;
import sc.fiji.imagetomask.picturefile.UnsupportedPictureException;
import sc.fiji.imagetomask.picturefile.WrongChoiceException;
import sc.fiji.imagetomask.reading.ShownChannel;

/**
 * The pages of a TIFF or BigTIFF that are its picture: those of the first image of its OME-XML; else those of the size of the
 * first one that do not say that they are a reduced copy of another one, as in a pyramid, or tell where it is transparent, and
 * are not of a kind that is never read, such as CMYK; or the {@link TiffPlanes} behind
 * its only directory; or the one page that was chosen. Each may be taken in one of its {@link TiffLevels}.
 */
final class TiffPages {

    private static final int MOST_XML = 1 << 28;
    private static final int MOST_NAMED = 5;

    private final Path path;
    private final int bandBytes;
    private final FileChoice files;
    private final int level;
    private final TiffLevels levels;
    private final PageOrder order;
    private int like;
    private final TiffPlanes planes;
    private final Calibration calibration;
    private final List<ShownChannel> shown;
    private final List<String> notices = new ArrayList<>();

    /**
     * @param bandBytes how much is decoded at once, unless a single strip or tile is larger
     * @param level the resolution, 0 being the largest
     */
    TiffPages(Path path, ImageInputStream stream, int bandBytes, FileChoice files, int level) throws IOException {
        this.path = path;
        this.bandBytes = bandBytes;
        this.files = files;
        this.level = level;
        levels = new TiffLevels(path, stream);
        TiffDirectory first = levels.directory(0);
        OmeXml ome = ome(first);
        ImageJDescription description = ImageJDescription.of(first);
        boolean isOneDirectory = files.page() == 0 && levels.count() == 1;
        planes = isOneDirectory
                ? TiffPlanes.of(path, TiffBlocks.of(first, bandBytes), description.images())
                : TiffPlanes.ONE;
        order = order(ome, description);
        if (files.page() == 0 && planes.count() == 1) noticeOthers(ome);
        shown = ome == null ? TiffInfo.shown(first, stream, order.channels()) : ome.shown();
        TiffDirectory used = levels.directory(order.pages().get(0));
        boolean isLikeFirst = levels.isOfSize(order.pages().get(0), 0);
        Calibration full = !isLikeFirst
                ? TiffCalibration.of(used, ImageJDescription.of(used))
                : ome == null ? TiffCalibration.of(first, description) : TiffCalibration.of(ome);
        TiffDirectory taken = levels.directory(order.pages().get(0), level);
        calibration = full.coarser(
                (double) used.number(TiffTag.IMAGE_WIDTH, 1) / taken.number(TiffTag.IMAGE_WIDTH, 1),
                (double) used.number(TiffTag.IMAGE_LENGTH, 1) / taken.number(TiffTag.IMAGE_LENGTH, 1));
    }

    private OmeXml ome(TiffDirectory first) throws IOException {
        String text = first.text(TiffTag.IMAGE_DESCRIPTION, MOST_XML, StandardCharsets.UTF_8);
        if (!OmeXml.isOne(text)) return null;
        try {
            return OmeXml.of(text);
        } catch (IOException e) {
            notices.add("The OME-XML of '" + path + "' cannot be read, because " + e.getMessage()
                    + "; each page counts as a slice.");
            return null;
        }
    }

    private PageOrder order(OmeXml ome, ImageJDescription description) throws IOException {
        if (files.page() > 0) {
            if (files.page() > levels.count())
                throw new WrongChoiceException(
                        Sentence.outside("page", files.page(), 1, levels.count(), path.toString()));
            return PageOrder.of(List.of(files.page() - 1));
        }
        if (planes.count() > 1) return PageOrder.of(planes.count(), description);
        if (ome != null && ome.images() > 0)
            return OmePages.of(
                    path, ome, levels.count(), (int) levels.directory(0).number(TiffTag.SAMPLES_PER_PIXEL, 1));
        List<Integer> pages = IntStream.range(0, levels.count()).boxed().toList();
        like = firstRead(pages);
        List<Integer> alike = new ArrayList<>();
        for (int page : pages) if (page == like || isPicture(page) && levels.isOfSize(page, like)) alike.add(page);
        if (ome != null && !ome.metadataFile().isEmpty() && alike.size() > 1)
            throw new UnsupportedPictureException(
                    "'" + path + "' does not say what its pages are, because its OME-XML is in '" + ome.metadataFile()
                            + "', which is not read; --page reads one page by itself.");
        PageOrder order = PageOrder.of(alike.size(), description);
        return new PageOrder(alike, order.channels(), order.frames());
    }

    /** The first page, unless that is of a kind that is never read, and another one is a picture. */
    private int firstRead(List<Integer> pages) throws IOException {
        if (isRead(0)) return 0;
        for (int page : pages) if (isPicture(page)) return page;
        return 0;
    }

    private boolean isPicture(int page) throws IOException {
        return !levels.isReduced(page) && !levels.isTransparency(page) && isRead(page);
    }

    private boolean isRead(int page) throws IOException {
        try {
            TiffSampleFormat.requireKind(path, levels.directory(page));
            return true;
        } catch (UnsupportedPictureException e) {
            return false;
        }
    }

    private void noticeOthers(OmeXml ome) throws IOException {
        Set<Integer> used = Set.copyOf(order.pages());
        List<String> others = new ArrayList<>();
        for (int page = 0; page < levels.count(); page++)
            if (!used.contains(page) && !levels.isCopy(page))
                others.add("page " + (page + 1) + " (" + levels.size(page) + kind(page) + ")");
        if (others.isEmpty()) return;
        String named = others.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
        String more = others.size() > MOST_NAMED ? " and " + (others.size() - MOST_NAMED) + " more" : "";
        String reason = ome != null && ome.images() > 1
                ? "the first of " + ome.images() + " images"
                : "the part that has the size of page " + (like + 1) + " (" + levels.size(like) + ")";
        notices.add("Of '" + path + "' only " + reason + " is read; left out: " + named + more
                + "; --page reads one of them.");
    }

    private String kind(int page) throws IOException {
        if (levels.isTransparency(page)) return ", a transparency mask";
        return isRead(page) ? "" : ", of a kind that is not read";
    }

    /** The notices for the user about what is read. */
    List<String> notices() {
        return notices;
    }

    /** How ImageJ shows each channel, if the file says so. */
    List<ShownChannel> shown() {
        return shown;
    }

    /** How large pixels are in the resolution that was chosen. */
    Calibration calibration() {
        return calibration;
    }

    /** How many there are, at least 1. */
    int count() {
        return order.pages().size();
    }

    /** How many of them, from the first one on, have a directory; those after it are like the first one. */
    int directories() {
        return planes.count() > 1 ? 1 : count();
    }

    /** How many of them are one picture. */
    int channels() {
        return order.channels();
    }

    /** How many t there are. */
    int frames() {
        return order.frames();
    }

    /** Page i, 0 being the first. */
    TiffPage page(int i) throws IOException {
        TiffDirectory directory =
                levels.directory(planes.count() > 1 ? 0 : order.pages().get(i), level);
        TiffBlocks blocks = TiffBlocks.of(directory, bandBytes);
        return new TiffPage(
                planes.count() > 1 ? blocks.behind(i * planes.bytes()) : blocks,
                TiffSampleFormat.of(directory, files.orientation()));
    }
}
