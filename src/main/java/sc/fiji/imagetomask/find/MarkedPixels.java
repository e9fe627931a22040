package sc.fiji.imagetomask.find;

import java.util.List;
import sc.fiji.imagetomask.Picture;
import sc.fiji.imagetomask.Progress;
import sc.fiji.imagetomask.Tile;
import sc.fiji.imagetomask.WeightMap;
import sc.fiji.imagetomask.engine.ByteSpan;
import sc.fiji.imagetomask.engine.MaskSpan;
import sc.fiji.imagetomask.engine.Pixels;

/**
 * The pixels of a picture by what they are marked as. They are read once.
 *
 * @param object some, or all, of the object
 * @param background the same of what is marked as background; may be none
 * @param unmarked the same of the others; may be none if there is a background
 */
record MarkedPixels(Pixels object, Pixels background, Pixels unmarked) {

    private static final int TILE = 1 << 20;
    private static final float INSIDE = 128f / 255;

    /**
     * Those of these slices.
     *
     * @param progress is called before every tile
     * @throws IllegalArgumentException with one sentence if nothing is marked, or nothing is left
     */
    static MarkedPixels of(List<Marked> slices, Progress progress) {
        long all = slices.stream().mapToLong(slice -> pixels(slice.picture())).sum();
        PixelSample object = new PixelSample(0);
        PixelSample background = new PixelSample(0);
        PixelSample unmarked = new PixelSample(all);
        int tiles = slices.stream()
                .mapToInt(slice -> slice.picture().tiles(TILE).size())
                .sum();
        int done = 0;
        long place = 0;
        for (Marked slice : slices) {
            for (Tile tile : slice.picture().tiles(TILE)) {
                progress.step(done++, tiles);
                sort(slice, tile, place, object, background, unmarked);
            }
            place += pixels(slice.picture());
        }
        if (object.length() == 0)
            throw new IllegalArgumentException(
                    "No pixel of the picture is marked as the object, but at least one must be.");
        if (background.length() + unmarked.length() == 0)
            throw new IllegalArgumentException(
                    "All pixels of the picture are marked as the object, but some must be left as background.");
        if (background.length() == 0 && slices.stream().anyMatch(slice -> slice.background() != null))
            throw new IllegalArgumentException(
                    "No pixel of the picture is marked as the background alone, but at least one must be, or no background may be given.");
        return new MarkedPixels(object.pixels(), background.pixels(), unmarked.pixels());
    }

    private static long pixels(Picture picture) {
        return picture.width() * picture.height();
    }

    private static void sort(
            Marked slice, Tile tile, long start, PixelSample object, PixelSample background, PixelSample unmarked) {
        Pixels pixels = slice.picture().read(tile);
        MaskSpan objects = read(slice.object(), tile);
        MaskSpan backgrounds = read(slice.background(), tile);
        for (int y = 0, i = 0; y < tile.height(); y++) {
            long place = start + (tile.y() + y) * slice.picture().width() + tile.x();
            for (int x = 0; x < tile.width(); x++, i++, place++)
                if (isMarked(objects, i)) object.offer(place, pixels, i);
                else if (isMarked(backgrounds, i)) background.offer(place, pixels, i);
                else unmarked.offer(place, pixels, i);
        }
        slice.picture().release(pixels);
    }

    private static MaskSpan read(WeightMap marks, Tile tile) {
        return marks == null ? null : marks.read(tile);
    }

    private static boolean isMarked(MaskSpan marks, int i) {
        if (marks instanceof ByteSpan bytes) return bytes.get(i) >= 128;
        return marks != null && marks.fraction(i) >= INSIDE;
    }
}
