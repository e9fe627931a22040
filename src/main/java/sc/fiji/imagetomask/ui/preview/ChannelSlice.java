package sc.fiji.imagetomask.ui.preview;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import sc.fiji.imagetomask.Output;
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
import sc.fiji.imagetomask.tone.ToneTable;

/**
 * A channel of one slice, kept while levels change: its planes in the engine, which count, and its values on the heap.
 * A view reads only the values for its pixels on the screen, so other levels are shown in the same time for a picture
 * of any size.
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

    /**
     * The part of the mask that is seen.
     *
     * @param factor what the values are multiplied with, or null
     */
    MaskView view(MaskSpan factor, Tone tone, Output output, Viewport viewport) {
        byte[] shown = new byte[viewport.width() * viewport.height()];
        int[] columns =
                IntStream.range(0, viewport.width()).map(viewport::column).toArray();
        ToneTable table = tone.table();
        boolean split = output == Output.BINARY || output == Output.SELECTION;
        IntStream.range(0, viewport.height()).parallel().forEach(j -> {
            int start = viewport.row(j) * width;
            for (int i = 0; i < columns.length; i++) {
                int value = value(start + columns[i], tone, table, factor);
                if (split) value = value >= Output.THRESHOLD ? 255 : 0;
                shown[j * columns.length + i] = (byte) value;
            }
        });
        return new MaskView(shown, viewport);
    }

    /** The mask's value, 0..255, as the engine would round it; of 16-bit and 32-bit images, one in some thousands differs by 1. */
    private int value(int i, Tone tone, ToneTable table, MaskSpan factor) {
        if (values instanceof ByteSpan bytes) {
            int value = table.value(bytes.get(i));
            if (factor == null) return value;
            return ToneTable.masked(
                    value, factor instanceof ByteSpan mask ? mask.get(i) : Math.round(255 * factor.fraction(i)));
        }
        double value = tone.value(255.0 * ((MaskSpan.Floats) values).array()[i]);
        return (int) Math.round(factor == null ? value : value * factor.fraction(i));
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
