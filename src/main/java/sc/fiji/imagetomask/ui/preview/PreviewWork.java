package sc.fiji.imagetomask.ui.preview;

import ij.ImagePlus;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import sc.fiji.imagetomask.ImageToMask;
import sc.fiji.imagetomask.MaskInput;
import sc.fiji.imagetomask.MaskSettings;
import sc.fiji.imagetomask.MaskValues;
import sc.fiji.imagetomask.Term;
import sc.fiji.imagetomask.Tile;
import sc.fiji.imagetomask.channel.ChannelFormula;
import sc.fiji.imagetomask.engine.Engine;
import sc.fiji.imagetomask.engine.EngineChoice;
import sc.fiji.imagetomask.engine.MaskSpan;
import sc.fiji.imagetomask.imagej.EngineNotices;
import sc.fiji.imagetomask.imagej.ImagePlusMasks;
import sc.fiji.imagetomask.imagej.ImagePlusPictures;
import sc.fiji.imagetomask.imagej.OpenImages;
import sc.fiji.imagetomask.options.MaskOptions;
import sc.fiji.imagetomask.options.Slices;
import sc.fiji.imagetomask.reading.Reading;
import sc.fiji.imagetomask.tone.ClipRanges;
import sc.fiji.imagetomask.tone.Histogram;
import sc.fiji.imagetomask.tone.Histograms;

/**
 * Does the work of a preview, step by step from the picture to the screen, and keeps the result of each step until its
 * inputs change: the engine, the channels of the slice, what they are multiplied with, the histograms. Used by one thread.
 */
final class PreviewWork implements AutoCloseable {

    private final ImagePlus picture;
    private final StackCount stack;
    private final CachedValue<String, EngineChoice> engines = new CachedValue<>();
    private final CachedValues<ChannelKey, ChannelSlice> channels = new CachedValues<>();
    private final CachedValue<FactorKey, Factor> factors = new CachedValue<>();
    private final CachedValues<CountKey, Histogram> histograms = new CachedValues<>();

    private record ChannelKey(
            String engine, ChannelFormula channel, Reading reading, Object colours, int slice, long edition) {}

    private record FactorKey(
            String mask, MaskValues values, ByteBuffer selection, Reading reading, int slice, long edition) {}

    /** The factor is part of the key only if pixels outside are not counted. */
    private record CountKey(ChannelKey channel, FactorKey inside) {}

    /** The same for all terms and slices. */
    private record StackKey(List<ChannelKey> channels, FactorKey inside) {}

    /** The factor that the values of a slice are multiplied with; null for none. */
    private record Factor(MaskSpan values) {}

    /** @param stackCounted is called when the histograms of a whole stack are ready, on any thread */
    PreviewWork(ImagePlus picture, Runnable stackCounted) {
        this.picture = picture;
        stack = new StackCount(stackCounted);
    }

    /**
     * Computes the result of a request. Until the histograms of a stack are ready, those of the slice are used.
     *
     * @throws IllegalArgumentException if the picture, its selection or the mask image cannot be used
     * @throws sc.fiji.imagetomask.engine.EngineException if the engine is unavailable or fails
     */
    PreviewResult result(PreviewRequest request) {
        MaskSettings settings = request.options().settings();
        PreviewState now = request.situation();
        ImagePlusPictures pictures = pictures(request, Slices.CURRENT);
        FactorKey factorKey = factorKey(request, pictures.reading(), now.slice());
        Factor factor =
                factors.get(factorKey, () -> factor(frames(request, pictures).apply(0), settings.maskValues()));
        FactorKey inside = settings.inside() ? factorKey : null;
        List<Term> terms = request.terms();
        List<ChannelKey> keys = terms.stream()
                .map(term -> channelKey(request, term, pictures.reading(), now.slice()))
                .toList();
        channels.keep(keys);
        histograms.keep(keys.stream().map(key -> new CountKey(key, inside)).toList());
        List<ChannelSlice> slices = keys.stream()
                .map(key ->
                        channels.get(key, () -> new ChannelSlice(engine(request), pictures.picture(0), key.channel())))
                .toList();
        Histograms counted = new Histograms(IntStream.range(0, keys.size())
                .mapToObj(i -> histograms.get(
                        new CountKey(keys.get(i), inside),
                        () -> slices.get(i).histogram(inside == null ? null : factor.values())))
                .toList());
        boolean ofAll = request.options().slices() == Slices.ALL; // else the slice that is shown is the whole stack
        if (ofAll && settings.statistics().isOfAllSlices()) {
            Histograms all = stackHistograms(request);
            if (all != null) counted = all;
        }
        ClipRanges ranges = settings.withTerms(terms).ranges(counted);
        MaskView mask = request.viewport() == null
                ? null
                : new SliceMask(picture.getWidth(), terms(settings, slices, ranges), factor.values())
                        .view(settings.output(), request.viewport());
        int edited = terms.indexOf(request.edited());
        return new PreviewResult(
                counted.ofTerms().get(edited).hueShifted(request.edited().hue()),
                ranges.ofTerms().get(edited),
                computedBy(choice(request)),
                mask);
    }

    private static List<SliceTerm> terms(MaskSettings settings, List<ChannelSlice> slices, ClipRanges ranges) {
        return IntStream.range(0, settings.terms().size())
                .mapToObj(i -> {
                    Term term = settings.terms().get(i);
                    return new SliceTerm(
                            term.join(),
                            slices.get(i).values(),
                            term.tone(ranges.ofTerms().get(i)));
                })
                .toList();
    }

    private Histograms stackHistograms(PreviewRequest request) {
        MaskSettings settings = request.options().settings();
        ImagePlusPictures pictures = pictures(request, Slices.ALL);
        FactorKey inside = factorKey(request, pictures.reading(), 0);
        List<Term> terms = request.terms();
        List<ChannelKey> channels = terms.stream()
                .map(term -> channelKey(request, term, pictures.reading(), 0))
                .toList();
        IntFunction<MaskInput> frames = frames(request, pictures);
        Engine engine = engine(request);
        return stack.get(
                new StackKey(channels, settings.inside() ? inside : null),
                pictures.count(),
                i -> new ImageToMask(engine, settings.withTerms(terms)).histograms(frames.apply(i)));
    }

    private static FactorKey factorKey(PreviewRequest request, Reading reading, int slice) {
        PreviewState now = request.situation();
        MaskOptions options = request.options();
        return new FactorKey(
                options.mask(),
                options.settings().maskValues(),
                options.limited() ? now.selection() : null,
                reading,
                slice,
                now.edition());
    }

    private static ChannelKey channelKey(PreviewRequest request, Term term, Reading reading, int slice) {
        MaskOptions options = request.options();
        return new ChannelKey(
                options.engine(),
                term.formula(),
                reading,
                request.situation().colours(),
                slice,
                request.situation().edition());
    }

    private ImagePlusPictures pictures(PreviewRequest request, Slices slices) {
        return ImagePlusPictures.of(
                picture,
                request.options().reading(),
                slices,
                request.situation().slice());
    }

    private IntFunction<MaskInput> frames(PreviewRequest request, ImagePlusPictures pictures) {
        String title = request.options().mask();
        return ImagePlusMasks.frames(
                picture,
                pictures,
                title.equals(MaskOptions.NO_MASK) ? null : OpenImages.named("mask", title),
                request.options().limited() ? request.roi() : null);
    }

    private static Factor factor(MaskInput frame, MaskValues values) {
        Tile all = new Tile(
                0, 0, (int) frame.picture().width(), (int) frame.picture().height());
        return new Factor(frame.factor(all, frame.picture().read(all), values));
    }

    private static String computedBy(EngineChoice choice) {
        return "Engine: " + choice.engine().name() + " on " + choice.engine().device() + "; " + choice.reason();
    }

    private Engine engine(PreviewRequest request) {
        return choice(request).engine();
    }

    private EngineChoice choice(PreviewRequest request) {
        String name = request.options().engine();
        return engines.get(name, () -> EngineChoice.of(name, null, EngineNotices::tell));
    }

    @Override
    public void close() {
        stack.close();
        channels.close();
    }
}
