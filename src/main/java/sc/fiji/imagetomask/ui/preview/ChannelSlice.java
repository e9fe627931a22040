package sc.fiji.imagetomask.ui.preview;

import java.util.ArrayList;
import java.util.List;
import sc.fiji.imagetomask.Picture;
import sc.fiji.imagetomask.Tile;
import sc.fiji.imagetomask.channel.ChannelFormula;
import sc.fiji.imagetomask.engine.ByteSpan;
import sc.fiji.imagetomask.engine.ChannelPlane;
import sc.fiji.imagetomask.engine.Engine;
import sc.fiji.imagetomask.engine.MaskSpan;
import sc.fiji.imagetomask.engine.Pixels;
import sc.fiji.imagetomask.tone.ClipRange;
import sc.fiji.imagetomask.tone.Histogram;
import sc.fiji.imagetomask.tone.Levels;
import sc.fiji.imagetomask.tone.Tone;

/**
 * A channel of one slice, kept while levels change: its planes in the engine, which count, and its values on the heap.
 */
final class ChannelSlice implements AutoCloseable {

    private static final Tone UNCHANGED = new Tone(new ClipRange(0, 255), Levels.NONE, false);
    private static final Tone INVERTED = new Tone(new ClipRange(0, 255), Levels.NONE, true);

    private final int width;
    private final List<Tile> tiles;
    private final List<ChannelPlane> planes = new ArrayList<>();
    private MaskSpan values;

    ChannelSlice(Engine engine, Picture picture, ChannelFormula formula) {
        width = (int) picture.width();
        int size = Math.multiplyExact(width, (int) picture.height());
        tiles = Tile.grid(width, picture.height(), engine.tilePixels());
        try {
            for (Tile tile : tiles) {
                Pixels pixels = picture.read(tile);
                ChannelPlane plane = engine.plane(pixels, formula);
                planes.add(plane);
                if (values == null)
                    values = pixels instanceof Pixels.EightBit
                            ? ByteSpan.allocate(size)
                            : MaskSpan.Floats.allocate(size);
                plane.apply(UNCHANGED, null, part(values, tile));
                if (part(values, tile) instanceof MaskSpan.Floats floats) markUndefined(plane, floats);
            }
        } catch (RuntimeException | Error e) {
            close();
            throw e;
        }
    }

    /** A value that is 0 both ways is NaN: it is 0 for every tone. */
    private static void markUndefined(ChannelPlane plane, MaskSpan.Floats values) {
        float[] inverted = new float[values.length()];
        plane.apply(INVERTED, null, MaskSpan.Floats.of(inverted));
        for (int i = 0; i < inverted.length; i++)
            if (inverted[i] == 0 && values.fraction(i) == 0) values.array()[values.offset() + i] = Float.NaN;
    }

    /** Its values, one for each pixel, 0..255 as bytes or 0..1 as floats. */
    MaskSpan values() {
        return values;
    }

    /** The histogram of all pixels, or of those whose value in {@code inside} is at least 128. */
    Histogram histogram(MaskSpan inside) {
        Histogram sum = Histogram.EMPTY;
        for (int i = 0; i < tiles.size(); i++)
            sum = sum.plus(
                    inside == null ? planes.get(i).histogram() : planes.get(i).histogram(part(inside, tiles.get(i))));
        return sum;
    }

    private MaskSpan part(MaskSpan whole, Tile tile) {
        int start = Math.toIntExact(tile.y() * width + tile.x());
        return whole.part(start, tile.pixels());
    }

    @Override
    public void close() {
        planes.forEach(ChannelPlane::close);
    }
}
