package sc.fiji.imagetomask.ui;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import sc.fiji.imagetomask.Output;
import sc.fiji.imagetomask.Picture;
import sc.fiji.imagetomask.Tile;
import sc.fiji.imagetomask.channel.Channel;
import sc.fiji.imagetomask.engine.ByteRun;
import sc.fiji.imagetomask.engine.ChannelPlane;
import sc.fiji.imagetomask.engine.Engine;
import sc.fiji.imagetomask.tone.ClipRange;
import sc.fiji.imagetomask.tone.Histogram;
import sc.fiji.imagetomask.tone.Levels;
import sc.fiji.imagetomask.tone.ToneTable;

/**
 * A channel of one slice, kept while levels change: its planes in the engine, which count, and its values on the heap,
 * of which a view reads as many as it has pixels on the screen. So showing other levels takes the same time for a
 * picture of any size.
 */
final class ChannelSlice implements AutoCloseable {

    private static final ToneTable UNCHANGED = ToneTable.of(new ClipRange(0, 255), Levels.NONE, false);

    private final int width;
    private final List<Tile> tiles;
    private final List<ChannelPlane> planes = new ArrayList<>();
    private final byte[] values;

    ChannelSlice(Engine engine, Picture picture, Channel channel) {
        width = (int) picture.width();
        values = new byte[Math.multiplyExact(width, (int) picture.height())];
        tiles = Tile.grid(width, picture.height(), engine.maxPixels());
        try {
            for (Tile tile : tiles) {
                ChannelPlane plane = engine.plane(picture.read(tile), channel);
                planes.add(plane);
                plane.apply(UNCHANGED, null, part(values, tile));
            }
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /**
     * The part of the mask that is seen, in greys; or a picture with what the mask leaves out tinted.
     *
     * @param factor what the values are multiplied with, or null
     * @param background the picture in the size of the view, which is only read; or null
     */
    BufferedImage draw(ByteRun factor, ToneTable table, Output output, Viewport view, BufferedImage background) {
        BufferedImage image = new BufferedImage(view.width(), view.height(), BufferedImage.TYPE_INT_RGB);
        int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        int[] columns = IntStream.range(0, view.width()).map(view::column).toArray();
        int[] tones = IntStream.range(0, Histogram.BINS).map(table::value).toArray();
        boolean split = output == Output.BINARY || output == Output.SELECTION;
        IntStream.range(0, view.height()).parallel().forEach(j -> {
            int start = view.row(j) * width;
            for (int i = 0; i < columns.length; i++) {
                int value = tones[values[start + columns[i]] & 255];
                if (factor != null) value = ToneTable.masked(value, factor.get(start + columns[i]));
                if (split) value = value >= Output.THRESHOLD ? 255 : 0;
                pixels[j * columns.length + i] =
                        background == null ? value * 0x10101 : Tint.of(background.getRGB(i, j), value);
            }
        });
        return image;
    }

    /** The histogram of all pixels, or of those whose value in {@code inside} is at least 128. */
    Histogram histogram(ByteRun inside) {
        Histogram sum = Histogram.EMPTY;
        for (int i = 0; i < tiles.size(); i++)
            sum = sum.plus(
                    inside == null
                            ? planes.get(i).histogram()
                            : planes.get(i).histogram(part(inside.array(), tiles.get(i))));
        return sum;
    }

    private ByteRun part(byte[] array, Tile tile) {
        return new ByteRun(array, Math.toIntExact(tile.y() * width + tile.x()), tile.pixels());
    }

    @Override
    public void close() {
        planes.forEach(ChannelPlane::close);
    }
}
