package sc.fiji.imagetomask.ui;

import ij.IJ;
import ij.ImagePlus;
import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.util.function.IntFunction;
import sc.fiji.imagetomask.Frame;
import sc.fiji.imagetomask.ImageToMask;
import sc.fiji.imagetomask.MaskSettings;
import sc.fiji.imagetomask.Statistics;
import sc.fiji.imagetomask.Tile;
import sc.fiji.imagetomask.channel.Channel;
import sc.fiji.imagetomask.engine.Engine;
import sc.fiji.imagetomask.engine.EngineChoice;
import sc.fiji.imagetomask.engine.MaskRun;
import sc.fiji.imagetomask.image.ImagePlusMasks;
import sc.fiji.imagetomask.image.ImagePlusPictures;
import sc.fiji.imagetomask.image.MaskOptions;
import sc.fiji.imagetomask.image.OpenImages;
import sc.fiji.imagetomask.image.Slices;
import sc.fiji.imagetomask.tone.ClipRange;
import sc.fiji.imagetomask.tone.Histogram;

/**
 * Does the work of a preview, step by step from the picture to the screen, and keeps what each step gave until its own
 * inputs change: the engine, the channel of the slice, what it is multiplied with, the histogram. Used by one thread.
 */
final class PreviewWork implements AutoCloseable {

    private final ImagePlus picture;
    private final StackCount stack;
    private final Kept<String, Engine> engines = new Kept<>();
    private final Kept<ChannelKey, ChannelSlice> channels = new Kept<>();
    private final Kept<FactorKey, Factor> factors = new Kept<>();
    private final Kept<CountKey, Histogram> histograms = new Kept<>();

    private record ChannelKey(String engine, Channel channel, int slice, long edition) {}

    private record FactorKey(String mask, ByteBuffer selection, int slice, long edition) {}

    /** The factor counts only where pixels outside do not. */
    private record CountKey(ChannelKey channel, FactorKey inside) {}

    /** What the values of a slice are multiplied with; null for nothing. */
    private record Factor(MaskRun values) {}

    /** @param stackCounted is called once the histogram of a whole stack is there, on any thread */
    PreviewWork(ImagePlus picture, Runnable stackCounted) {
        this.picture = picture;
        stack = new StackCount(stackCounted);
    }

    /**
     * Does what is asked for. While a stack is being counted, the histogram of the slice stands for it.
     *
     * @throws IllegalArgumentException if the picture, its selection or the mask image cannot be used
     * @throws sc.fiji.imagetomask.engine.EngineException if the engine cannot be had or fails
     */
    PreviewResult result(PreviewRequest request) {
        MaskSettings settings = request.options().settings();
        Situation now = request.situation();
        FactorKey factorKey = new FactorKey(request.options().mask(), now.selection(), now.slice(), now.edition());
        Factor factor = factors.get(
                factorKey, () -> factor(frames(request, Slices.CURRENT).apply(0)));
        ChannelKey channelKey =
                new ChannelKey(request.options().engine(), settings.channel(), now.slice(), now.edition());
        ChannelSlice channel = channels.get(channelKey, () -> channel(request));
        Histogram histogram = histograms.get(
                new CountKey(channelKey, settings.inside() ? factorKey : null),
                () -> channel.histogram(settings.inside() ? factor.values() : null));
        if (settings.statistics() == Statistics.STACK) {
            Histogram all = stackHistogram(request);
            if (all != null) histogram = all;
        }
        ClipRange range = settings.range(histogram);
        BufferedImage image = request.visible()
                ? channel.draw(
                        factor.values(), settings.tone(range), settings.output(), now.viewport(), request.background())
                : null;
        return new PreviewResult(histogram.turned(settings.hue()), range, image);
    }

    private Histogram stackHistogram(PreviewRequest request) {
        MaskSettings settings = request.options().settings();
        Situation now = request.situation();
        FactorKey inside = new FactorKey(request.options().mask(), now.selection(), 0, now.edition());
        ChannelKey channel = new ChannelKey(request.options().engine(), settings.channel(), 0, now.edition());
        IntFunction<Frame> frames = frames(request, Slices.ALL);
        Engine engine = engine(request);
        return stack.get(
                new CountKey(channel, settings.inside() ? inside : null),
                ImagePlusPictures.of(picture, Slices.ALL, now.slice()).count(),
                i -> new ImageToMask(engine, settings).histogram(frames.apply(i)));
    }

    private IntFunction<Frame> frames(PreviewRequest request, Slices slices) {
        String title = request.options().mask();
        return ImagePlusMasks.frames(
                picture,
                ImagePlusPictures.of(picture, slices, request.situation().slice()),
                title.equals(MaskOptions.NO_MASK) ? null : OpenImages.titled("mask", title),
                request.roi());
    }

    private static Factor factor(Frame frame) {
        Tile all = new Tile(
                0, 0, (int) frame.picture().width(), (int) frame.picture().height());
        return new Factor(frame.factor(all, frame.picture().read(all)));
    }

    private ChannelSlice channel(PreviewRequest request) {
        ImagePlusPictures pictures = ImagePlusPictures.of(
                picture, Slices.CURRENT, request.situation().slice());
        return new ChannelSlice(
                engine(request),
                pictures.picture(0),
                request.options().settings().channel());
    }

    private Engine engine(PreviewRequest request) {
        String name = request.options().engine();
        return engines.get(name, () -> EngineChoice.of(name, null, IJ::log).engine());
    }

    @Override
    public void close() {
        stack.close();
        channels.close();
    }
}
