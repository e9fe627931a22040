package sc.fiji.imagetomask;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import sc.fiji.imagetomask.engine.ChannelPlane;
import sc.fiji.imagetomask.engine.Engine;
import sc.fiji.imagetomask.engine.MaskRun;
import sc.fiji.imagetomask.engine.Pixels;
import sc.fiji.imagetomask.tone.ClipRange;
import sc.fiji.imagetomask.tone.Histogram;
import sc.fiji.imagetomask.tone.Tone;

/**
 * A picture becomes a soft mask: channel, clip range, levels, invert, mask.
 *
 * <p>The whole job in two passes over tiles: {@link #histogram} sums, {@link #apply} writes. Everything else in this
 * project brings pictures here and carries masks away.
 *
 * <pre>{@code
 * ClipRange range = new ImageToMask(engine, MaskSettings.of("S (HSV)")).mask(Frame.of(picture), target);
 * }</pre>
 *
 * @param engine what computes
 * @param settings what is computed
 */
public record ImageToMask(Engine engine, MaskSettings settings) {

    /** Pictures of at most this many pixels keep their channel planes between the two passes. */
    private static final long KEEP = 1L << 28;

    /**
     * Makes the mask of one picture with its own statistics, and tells its clip range. Its bytes are 0..255, for {@link
     * Output#BINARY} and {@link Output#SELECTION} only 0 and 255.
     */
    public ClipRange mask(Frame frame, MaskTarget target) {
        List<Tile> tiles = tiles(frame);
        if (frame.picture().width() * frame.picture().height() > KEEP) {
            ClipRange range = settings.range(histogram(frame));
            apply(frame, settings.tone(range), target);
            return range;
        }
        List<TilePlane> planes = new ArrayList<>();
        try {
            Histogram sum = Histogram.EMPTY;
            for (Tile tile : tiles) {
                TilePlane plane = plane(frame, tile);
                planes.add(plane);
                sum = sum.plus(plane.histogram(settings.inside()));
            }
            ClipRange range = settings.range(sum);
            for (TilePlane plane : planes) plane.apply(settings.tone(range), settings.output(), target);
            return range;
        } finally {
            planes.forEach(TilePlane::close);
        }
    }

    /**
     * Makes the masks of the slices of a stack, by their own statistics or by those of all of them together, and tells
     * their clip ranges.
     *
     * @param frames gives slice i of that many; asked for it once for each pass
     * @param masks takes the mask of slice i
     */
    public List<ClipRange> masks(int count, IntFunction<Frame> frames, MaskSlices masks, Progress progress) {
        boolean whole = settings.statistics() == Statistics.STACK && count > 1;
        int steps = whole ? 2 * count : count;
        ClipRange shared = null;
        if (whole) {
            Histogram sum = Histogram.EMPTY;
            for (int i = 0; i < count; i++) {
                sum = sum.plus(histogram(frames.apply(i)));
                progress.step(i + 1, steps);
            }
            shared = settings.range(sum);
        }
        List<ClipRange> ranges = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            MaskTarget target = masks.open(i);
            if (whole) apply(frames.apply(i), settings.tone(shared), target);
            ranges.add(whole ? shared : mask(frames.apply(i), target));
            masks.written(i);
            progress.step(steps - count + i + 1, steps);
        }
        return ranges;
    }

    /** Pass 1: the histogram that decides the clip range. Histograms of the slices of a stack add up. */
    public Histogram histogram(Frame frame) {
        Histogram sum = Histogram.EMPTY;
        for (Tile tile : tiles(frame))
            try (TilePlane plane = plane(frame, tile)) {
                sum = sum.plus(plane.histogram(settings.inside()));
            }
        return sum;
    }

    /** Pass 2: writes the mask that the table makes. */
    public void apply(Frame frame, Tone tone, MaskTarget target) {
        for (Tile tile : tiles(frame))
            try (TilePlane plane = plane(frame, tile)) {
                plane.apply(tone, settings.output(), target);
            }
    }

    private List<Tile> tiles(Frame frame) {
        return Tile.grid(frame.picture().width(), frame.picture().height(), engine.maxPixels());
    }

    private TilePlane plane(Frame frame, Tile tile) {
        Pixels pixels = frame.picture().read(tile);
        return new TilePlane(frame, tile, pixels, engine.plane(pixels, settings.channel()));
    }

    private record TilePlane(Frame frame, Tile tile, Pixels pixels, ChannelPlane plane) implements AutoCloseable {

        Histogram histogram(boolean inside) {
            MaskRun mask = inside ? frame.factor(tile, pixels) : null;
            return mask == null ? plane.histogram() : plane.histogram(mask);
        }

        void apply(Tone tone, Output output, MaskTarget target) {
            MaskRun out = target.open(tile);
            plane.apply(tone, frame.factor(tile, pixels), out);
            output.settle(out);
            target.written(tile, out);
        }

        @Override
        public void close() {
            plane.close();
        }
    }
}
