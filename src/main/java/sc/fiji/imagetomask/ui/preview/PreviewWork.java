package sc.fiji.imagetomask.ui.preview;

import ij.ImagePlus;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.IntFunction;
import sc.fiji.imagetomask.ImageToMask;
import sc.fiji.imagetomask.MaskInput;
import sc.fiji.imagetomask.MaskSettings;
import sc.fiji.imagetomask.MaskValues;
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
import sc.fiji.imagetomask.tone.ClipRange;
import sc.fiji.imagetomask.tone.Histogram;

/**
 * Does the work of a preview, step by step from the picture to the screen, and keeps the result of each step until its
 * inputs change: the engine, the channel of the slice, what it is multiplied with, the histogram. Used by one thread.
 */
final class PreviewWork implements AutoCloseable {

    private final ImagePlus picture;
    private final StackCount stack;
    private final CachedValue<String, EngineChoice> engines = new CachedValue<>();
    private final CachedValue<ChannelKey, ChannelSlice> channels = new CachedValue<>();
    private final CachedValue<FactorKey, Factor> factors = new CachedValue<>();
    private final CachedValue<CountKey, Histogram> histograms = new CachedValue<>();

    private record ChannelKey(
            String engine, ChannelFormula channel, Reading reading, Object colours, int slice, long edition) {}

    private record FactorKey(
            String mask, MaskValues values, ByteBuffer selection, Reading reading, int slice, long edition) {}

    /** The factor is part of the key only if pixels outside are not counted. */
    private record CountKey(ChannelKey channel, FactorKey inside) {}

    /** The factor that the values of a slice are multiplied with; null for none. */
    private record Factor(MaskSpan values) {}

    /** @param stackCounted is called when the histogram of a whole stack is ready, on any thread */
    PreviewWork(ImagePlus picture, Runnable stackCounted) {
        this.picture = picture;
        stack = new StackCount(stackCounted);
    }

    /**
     * Computes the result of a request. Until the histogram of a stack is ready, the histogram of the slice is used.
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
        ChannelKey channelKey = channelKey(request, pictures.reading(), now.slice());
        ChannelSlice channel = channels.get(
                channelKey, () -> new ChannelSlice(engine(request), pictures.picture(0), settings.formula()));
        Histogram histogram = histograms.get(
                new CountKey(channelKey, settings.inside() ? factorKey : null),
                () -> channel.histogram(settings.inside() ? factor.values() : null));
        boolean ofAll = request.options().slices() == Slices.ALL; // else the slice that is shown is the whole stack
        if (ofAll && settings.statistics().isOfAllSlices()) {
            Histogram all = stackHistogram(request);
            if (all != null) histogram = all;
        }
        ClipRange range = settings.first().range(histogram);
        MaskView mask = request.viewport() == null
                ? null
                : channel.view(factor.values(), settings.first().tone(range), settings.output(), request.viewport());
        return new PreviewResult(histogram.hueShifted(settings.hue()), range, computedBy(choice(request)), mask);
    }

    private Histogram stackHistogram(PreviewRequest request) {
        MaskSettings settings = request.options().settings();
        ImagePlusPictures pictures = pictures(request, Slices.ALL);
        FactorKey inside = factorKey(request, pictures.reading(), 0);
        ChannelKey channel = channelKey(request, pictures.reading(), 0);
        IntFunction<MaskInput> frames = frames(request, pictures);
        Engine engine = engine(request);
        return stack.get(
                new CountKey(channel, settings.inside() ? inside : null),
                pictures.count(),
                i -> new ImageToMask(engine, settings.withFurther(List.of()))
                        .histograms(frames.apply(i))
                        .first());
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

    private static ChannelKey channelKey(PreviewRequest request, Reading reading, int slice) {
        MaskOptions options = request.options();
        return new ChannelKey(
                options.engine(),
                options.settings().formula(),
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
