package sc.fiji.imagetomask;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import sc.fiji.imagetomask.engine.Engine;
import sc.fiji.imagetomask.engine.MaskSpan;
import sc.fiji.imagetomask.engine.Pixels;
import sc.fiji.imagetomask.tone.ClipRanges;
import sc.fiji.imagetomask.tone.Histograms;

/**
 * A picture becomes a soft mask: channel, clip range, levels, invert, for each term; terms joined; mask.
 *
 * <p>The whole job in two passes over tiles: {@link #histograms} sums, {@link #apply} writes. Everything else in this
 * project brings pictures here and carries masks away.
 *
 * <pre>{@code
 * ClipRanges ranges = new ImageToMask(engine, MaskSettings.of("S (HSV)")).mask(MaskInput.of(picture), target);
 * }</pre>
 *
 * @param engine what computes
 * @param settings what is computed
 * @param notices takes one sentence if all masks of a job are the same everywhere, with the reason, and one for each
 *     setting that had no effect
 * @param watcher takes how many pixels of a tile are done, in each of the two passes; from several threads
 */
public record ImageToMask(Engine engine, MaskSettings settings, Consumer<String> notices, IntConsumer watcher) {

    /** What is told where alpha makes a mask black. */
    public static final String NO_ALPHA = "The mask is 0 everywhere: the picture's alpha is 0 everywhere.";

    /**
     * The channel planes of a picture in memory are kept between the passes if the picture has at most this number of
     * pixels and tiles.
     */
    private static final long KEEP = 1L << 28;

    private static final int KEPT_TILES = 8;

    /** One without notices. */
    public ImageToMask(Engine engine, MaskSettings settings) {
        this(engine, settings, notice -> {});
    }

    /** One that nobody watches. */
    public ImageToMask(Engine engine, MaskSettings settings, Consumer<String> notices) {
        this(engine, settings, notices, pixels -> {});
    }

    /** The same, with this receiver of notices. */
    public ImageToMask telling(Consumer<String> newNotices) {
        return new ImageToMask(engine, settings, newNotices, watcher);
    }

    /** The same, with who watches how far it is. */
    public ImageToMask watched(IntConsumer newWatcher) {
        return new ImageToMask(engine, settings, notices, newWatcher);
    }

    /**
     * Makes the mask of one picture with its own statistics, and returns its clip ranges. Its bytes are 0..255, for
     * {@link Output#BINARY} and {@link Output#SELECTION} only 0 and 255.
     */
    public ClipRanges mask(MaskInput frame, MaskTarget target) {
        FlatMasks flat = new FlatMasks(settings);
        ClipRanges ranges = mask(frame, target, flat);
        tell(flat);
        return ranges;
    }

    /**
     * Why the masks of channels with these histograms, one for each clip range, or terms of them, are the same everywhere:
     * sentences; none if they are not.
     *
     * @param hasRange whether the user can choose by {@code range} which values of the picture become 0 and 1
     */
    public static List<String> sameEverywhere(
            MaskSettings settings, Iterable<Histograms> histograms, boolean hasRange) {
        FlatMasks flat = new FlatMasks(settings);
        flat.ofHighBitDepth(hasRange);
        histograms.forEach(ofTerms -> flat.made(ofTerms, settings.ranges(ofTerms)));
        String sentence = flat.sentence();
        return sentence == null ? flat.termsWithoutEffect() : List.of(sentence);
    }

    /** Why masks without a selection that were multiplied with these are nearly 0 everywhere: one sentence. */
    public static String nothing(Multiplied multiplied, boolean hasMask) {
        return FlatMasks.nothing(multiplied.largest(), hasMask, false);
    }

    /** One sentence for each setting that had no effect on masks that were multiplied with these. */
    public static List<String> withoutEffect(MaskSettings settings, Multiplied multiplied, boolean hasMask) {
        return FlatMasks.withoutEffect(settings, multiplied, hasMask);
    }

    private void tell(FlatMasks flat) {
        String sentence = flat.sentence();
        if (sentence != null) notices.accept(sentence);
        flat.withoutEffect().forEach(notices);
    }

    private ClipRanges mask(MaskInput frame, MaskTarget target, FlatMasks flat) {
        TileLoop loop = TileLoop.of(frame, engine);
        if (isKept(frame, loop)) return maskOfKept(frame, loop.tiles(), target, flat);
        try (KeptPlanes kept = new KeptPlanes()) {
            Histograms histograms = histograms(frame, loop, kept);
            ClipRanges ranges = settings.ranges(histograms);
            flat.made(histograms, ranges);
            apply(frame, loop, kept, ranges, target, flat);
            return ranges;
        }
    }

    private Histograms none() {
        return Histograms.empty(settings.terms().size());
    }

    private static boolean isKept(MaskInput frame, TileLoop loop) {
        return !loop.areAtOnce()
                && frame.picture().width() * frame.picture().height() <= KEEP
                && loop.tiles().size() <= (frame.isLazy() ? 1 : KEPT_TILES);
    }

    private ClipRanges maskOfKept(MaskInput frame, List<Tile> tiles, MaskTarget target, FlatMasks flat) {
        List<TilePlane> planes = new ArrayList<>();
        try {
            Histograms sum = none();
            for (Tile tile : tiles) {
                Pixels pixels = frame.picture().read(tile);
                TilePlane plane = new TilePlane(frame, tile, pixels, TermPlanes.of(engine, pixels, settings));
                planes.add(plane);
                sum = sum.plus(plane.histograms(settings));
                watcher.accept(tile.pixels());
            }
            ClipRanges ranges = settings.ranges(sum);
            flat.made(sum, ranges);
            for (TilePlane plane : planes) {
                plane.apply(settings, ranges, target, flat);
                watcher.accept(plane.tile.pixels());
            }
            return ranges;
        } finally {
            planes.forEach(TilePlane::close);
        }
    }

    /**
     * Makes the masks of the slices of a stack, by their own statistics or by those of all slices together, and returns
     * their clip ranges.
     *
     * @param frames gives slice i; called once for each slice in each pass
     * @param masks takes the mask of slice i
     */
    public List<ClipRanges> masks(int count, IntFunction<MaskInput> frames, MaskSlices masks, Progress progress) {
        boolean whole = settings.statistics().isOfAllSlices() && count > 1;
        if (!whole) return masks(count, frames, null, masks, progress);
        try (KeptSlices counted =
                count(count, frames, KeptPlanes::new, (done, all) -> progress.step(done, 2 * count))) {
            return masks(count, frames, counted, masks, (done, all) -> progress.step(count + done, 2 * count));
        }
    }

    /**
     * Pass 2 of the masks of the slices of a stack.
     *
     * @param counted what pass 1 found of the same slices; null if each is counted first. The caller closes it
     */
    public List<ClipRanges> masks(
            int count, IntFunction<MaskInput> frames, KeptSlices counted, MaskSlices masks, Progress progress) {
        FlatMasks flat = new FlatMasks(settings);
        boolean whole = counted != null && settings.statistics().isOfAllSlices();
        ClipRanges shared = whole ? ranges(counted.sum(), flat) : null;
        List<ClipRanges> ranges = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            MaskTarget target = masks.open(i);
            MaskInput frame = frames.apply(i);
            if (counted == null) ranges.add(mask(frame, target, flat));
            else {
                ranges.add(whole ? shared : ranges(counted.histograms(i), flat));
                apply(frame, TileLoop.of(frame, engine), counted.planes(i), ranges.get(i), target, flat);
                counted.planes(i).close();
            }
            masks.written(i);
            progress.step(i + 1, count);
        }
        tell(flat);
        return ranges;
    }

    private ClipRanges ranges(Histograms histograms, FlatMasks flat) {
        ClipRanges ranges = settings.ranges(histograms);
        flat.made(histograms, ranges);
        return ranges;
    }

    /**
     * Pass 1 of the masks of the slices of a stack, with what pass 2 can use instead of reading them again.
     *
     * @param frames gives slice i
     * @param room gives what the planes of a slice are kept in, as far as there is room
     */
    public KeptSlices count(int count, IntFunction<MaskInput> frames, Supplier<KeptPlanes> room, Progress progress) {
        KeptSlices counted = new KeptSlices();
        try {
            for (int i = 0; i < count; i++) {
                KeptPlanes planes = room.get();
                counted.keep(planes);
                counted.counted(histograms(frames.apply(i), planes));
                progress.step(i + 1, count);
            }
            return counted;
        } catch (RuntimeException | Error e) {
            counted.close();
            throw e;
        }
    }

    /**
     * The histograms of all these slices of one picture, which add up with those of other pictures to the histograms of a
     * batch.
     *
     * @param frames gives slice i
     */
    public Histograms histograms(int count, IntFunction<MaskInput> frames) {
        Histograms sum = none();
        for (int i = 0; i < count; i++) sum = sum.plus(histograms(frames.apply(i)));
        return sum;
    }

    /** Pass 1: the histograms that decide the clip ranges. Histograms of the slices of a stack add up. */
    public Histograms histograms(MaskInput frame) {
        return histograms(frame, TileLoop.of(frame, engine), null);
    }

    /**
     * The same, with what the second pass can use instead of reading the picture again.
     *
     * @param kept takes planes of a picture that takes time to read, as far as there is room on the heap
     */
    public Histograms histograms(MaskInput frame, KeptPlanes kept) {
        return histograms(frame, TileLoop.of(frame, engine), kept);
    }

    /** @param kept null if nothing is to be kept */
    private Histograms histograms(MaskInput frame, TileLoop loop, KeptPlanes kept) {
        AtomicReference<Histograms> sum = new AtomicReference<>(none());
        boolean keeps = kept != null && frame.isLazy();
        loop.forEach(tile -> TileData.read(frame, tile, settings.inside() ? settings.maskValues() : null), tile -> {
            boolean hasAlpha = frame.usesAlpha(tile.pixels());
            boolean arePixelsKept;
            try (TermPlanes planes = TermPlanes.of(engine, tile.pixels(), settings)) {
                sum.accumulateAndGet(planes.histograms(tile.factor()), Histograms::plus);
                arePixelsKept = keeps && kept.keep(tile.tile(), planes, tile.pixels(), hasAlpha);
            }
            if (!arePixelsKept) frame.picture().release(tile.pixels());
            watcher.accept(tile.tile().pixels());
        });
        return sum.get();
    }

    /**
     * Pass 2: writes the mask.
     *
     * @return what it was multiplied with
     */
    public Multiplied apply(MaskInput frame, ClipRanges ranges, MaskTarget target) {
        try (KeptPlanes none = new KeptPlanes()) {
            return apply(frame, none, ranges, target);
        }
    }

    /**
     * The same.
     *
     * @param kept what the first pass kept of this picture, which is used once
     */
    public Multiplied apply(MaskInput frame, KeptPlanes kept, ClipRanges ranges, MaskTarget target) {
        FlatMasks flat = new FlatMasks(settings);
        apply(frame, TileLoop.of(frame, engine), kept, ranges, target, flat);
        return flat.multiplied();
    }

    private void apply(
            MaskInput frame, TileLoop loop, KeptPlanes kept, ClipRanges ranges, MaskTarget target, FlatMasks flat) {
        (target.isConcurrent() ? loop : loop.inOrder())
                .forEach(tile -> TileData.read(frame, tile, settings.maskValues(), kept.take(tile)), tile -> {
                    TermPlanes known = tile.planes();
                    try (TermPlanes planes = known != null ? known : TermPlanes.of(engine, tile.pixels(), settings)) {
                        flat.multiplied(frame, planes.isHighBitDepth(), tile.factor());
                        write(planes, tile.tile(), ranges, tile.factor(), settings.output(), target);
                    }
                    if (tile.pixels() != null) frame.picture().release(tile.pixels());
                    watcher.accept(tile.tile().pixels());
                });
    }

    private static void write(
            TermPlanes planes, Tile tile, ClipRanges ranges, MaskSpan factor, Output output, MaskTarget target) {
        MaskSpan out = target.open(tile);
        planes.apply(ranges, factor, out);
        output.settle(out);
        target.written(tile, out);
    }

    private record TilePlane(MaskInput frame, Tile tile, Pixels pixels, TermPlanes planes) implements AutoCloseable {

        Histograms histograms(MaskSettings settings) {
            return planes.histograms(settings.inside() ? factor(settings) : null);
        }

        void apply(MaskSettings settings, ClipRanges ranges, MaskTarget target, FlatMasks flat) {
            MaskSpan factor = factor(settings);
            flat.multiplied(frame, planes.isHighBitDepth(), factor);
            write(planes, tile, ranges, factor, settings.output(), target);
        }

        private MaskSpan factor(MaskSettings settings) {
            return frame.factor(tile, pixels, settings.maskValues());
        }

        @Override
        public void close() {
            planes.close();
        }
    }
}
