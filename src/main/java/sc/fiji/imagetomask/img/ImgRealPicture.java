package sc.fiji.imagetomask.img;

import java.util.List;
import sc.fiji.imagetomask.Picture;
import sc.fiji.imagetomask.Tile;
import sc.fiji.imagetomask.engine.Pixels;
import sc.fiji.imagetomask.engine.Samples;
import sc.fiji.imagetomask.reading.NumberRange.Span;

/**
 * One slice of an ImgLib2 image of numbers.
 *
 * @param planes of the image
 * @param layout how they are best read
 * @param channels the plane of each channel
 * @param spans of each channel
 */
record ImgRealPicture(ImgRealPlanes planes, ImgLayout layout, List<Integer> channels, List<Span> spans)
        implements Picture {

    @Override
    public boolean isLazy() {
        return layout.isLazy();
    }

    @Override
    public List<Tile> tiles(int pixels) {
        return layout.tiles(width(), height(), pixels);
    }

    @Override
    public long width() {
        return planes.image().dimension(0);
    }

    @Override
    public long height() {
        return planes.image().dimension(1);
    }

    @Override
    public Pixels read(Tile tile) {
        Samples[] samples = new Samples[channels.size()];
        for (int c = 0; c < samples.length; c++) samples[c] = samples(channels.get(c), tile, spans.get(c));
        return new Pixels.HighBitDepth(samples, 0, tile.pixels());
    }

    /** Whole numbers are not scaled here: the engine computes their differences before it divides. */
    private Samples samples(int plane, Tile tile, Span span) {
        return planes.isShort() && span.isFloat()
                ? new Samples.Floats(planes.read(plane, tile, Span.UNIT), span.samples())
                : new Samples.Floats(planes.read(plane, tile, span), Samples.Range.UNIT);
    }
}
