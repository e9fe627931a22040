package sc.fiji.imagetomask.img;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import sc.fiji.imagetomask.Picture;
import sc.fiji.imagetomask.Tile;
import sc.fiji.imagetomask.engine.Pixels;
import sc.fiji.imagetomask.engine.Samples;
import sc.fiji.imagetomask.reading.NumberRange.Span;

/**
 * One slice of an ImgLib2 image.
 *
 * @param layout how it is best read
 * @param pixels reads a tile
 */
record ImgPicture(ImgLayout layout, long width, long height, Function<Tile, Pixels> pixels) implements Picture {

    /** A plane of packed colours. */
    static Picture colours(ImgPlanes<int[]> planes, ImgLayout layout, int plane, boolean hasAlpha) {
        return new ImgPicture(layout, planes.width(), planes.height(), tile -> {
            ImgPlanes.Span<int[]> run = planes.read(plane, tile);
            return new Pixels.Packed(run.array(), run.offset(), tile.pixels(), hasAlpha);
        });
    }

    /** @param channels the plane of each channel */
    static Picture channels(ImgPlanes<byte[]> planes, ImgLayout layout, List<Integer> channels) {
        return new ImgPicture(layout, planes.width(), planes.height(), tile -> {
            List<ImgPlanes.Span<byte[]>> runs =
                    channels.stream().map(plane -> planes.read(plane, tile)).toList();
            int start = runs.get(0).offset();
            boolean aligned = runs.stream().allMatch(run -> run.offset() == start);
            byte[][] arrays = runs.stream()
                    .map(run -> aligned ? run.array() : copy(run, tile.pixels()))
                    .toArray(byte[][]::new);
            return new Pixels.Planar(arrays, aligned ? start : 0, tile.pixels());
        });
    }

    private static byte[] copy(ImgPlanes.Span<byte[]> run, int length) {
        return Arrays.copyOfRange(run.array(), run.offset(), run.offset() + length);
    }

    /**
     * Numbers of any type.
     *
     * @param channels the plane of each channel
     * @param spans of each channel
     */
    static Picture numbers(ImgRealPlanes planes, ImgLayout layout, List<Integer> channels, List<Span> spans) {
        return new ImgPicture(
                layout, planes.image().dimension(0), planes.image().dimension(1), tile -> {
                    Samples[] samples = new Samples[channels.size()];
                    for (int c = 0; c < samples.length; c++)
                        samples[c] = samples(planes, channels.get(c), tile, spans.get(c));
                    return new Pixels.HighBitDepth(samples, 0, tile.pixels());
                });
    }

    /** Whole numbers are not scaled here: the engine computes their differences before it divides. */
    private static Samples samples(ImgRealPlanes planes, int plane, Tile tile, Span span) {
        return planes.isShort() && span.isFloat()
                ? new Samples.Floats(planes.read(plane, tile, Span.UNIT), span.samples())
                : new Samples.Floats(planes.read(plane, tile, span), Samples.Range.UNIT);
    }

    @Override
    public boolean isLazy() {
        return layout.isLazy();
    }

    @Override
    public List<Tile> tiles(int most) {
        return layout.tiles(width, height, most);
    }

    @Override
    public Pixels read(Tile tile) {
        return pixels.apply(tile);
    }
}
