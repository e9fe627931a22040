package sc.fiji.imagetomask.clij;

import java.util.List;
import net.haesleinhuepf.clij.clearcl.ClearCLBuffer;
import net.haesleinhuepf.clij.coremem.enums.NativeTypeEnum;
import sc.fiji.imagetomask.Join;
import sc.fiji.imagetomask.MaskSettings;
import sc.fiji.imagetomask.Output;
import sc.fiji.imagetomask.Term;
import sc.fiji.imagetomask.engine.opencl.DeviceMasks;
import sc.fiji.imagetomask.tone.ClipRange;
import sc.fiji.imagetomask.tone.Histogram;
import sc.fiji.imagetomask.tone.Histograms;
import sc.fiji.imagetomask.tone.Tone;

/**
 * Pictures in CLIJ's buffers become masks in CLIJ's buffers; no pixel leaves the device, and none is copied there.
 *
 * <p>A mask is 0..255 in a destination of UnsignedByte, 0..1 in one of Float. All work goes through the default queue
 * of CLIJ's context, and is complete on return. A wrong argument gives an {@link IllegalArgumentException} with one
 * sentence; if the device fails, there is an {@link sc.fiji.imagetomask.engine.EngineException}.
 *
 * <pre>{@code
 * ClearCLBuffer mask = ClijMasks.create(source);
 * ClijMasks.imageToMask(source, mask, "S (HSV)", 10, 255, 1.2, false);
 * }</pre>
 *
 * <p>In the calls below, black, white and gray are as in {@link sc.fiji.imagetomask.tone.Levels}.
 */
public final class ClijMasks {

    private ClijMasks() {}

    /** Of a buffer with 1 (grey), 3 (r, g, b) or 4 (r, g, b, alpha) slices; alpha multiplies the mask. */
    public static void imageToMask(
            ClearCLBuffer source,
            ClearCLBuffer destination,
            String channel,
            int black,
            int white,
            double gray,
            boolean invert) {
        mask(ColourBuffers.slices(source), null, destination, settings(channel, black, white, gray, invert));
    }

    /**
     * The same, multiplied with a mask instead of alpha.
     *
     * @param mask UnsignedByte 0..255, UnsignedShort 0..65535, or Float 0..1
     */
    public static void imageToMaskMasked(
            ClearCLBuffer source,
            ClearCLBuffer mask,
            ClearCLBuffer destination,
            String channel,
            int black,
            int white,
            double gray,
            boolean invert) {
        mask(ColourBuffers.slices(source), required(mask), destination, settings(channel, black, white, gray, invert));
    }

    /** Of pictures or volumes with one buffer for each channel; the clip range is that of all slices together. */
    public static void imageToMaskChannels(
            ClearCLBuffer red,
            ClearCLBuffer green,
            ClearCLBuffer blue,
            ClearCLBuffer destination,
            String channel,
            int black,
            int white,
            double gray,
            boolean invert) {
        mask(
                ColourBuffers.channels(red, green, blue),
                null,
                destination,
                settings(channel, black, white, gray, invert));
    }

    /** The same, multiplied with a mask of the same size. */
    public static void imageToMaskChannelsMasked(
            ClearCLBuffer red,
            ClearCLBuffer green,
            ClearCLBuffer blue,
            ClearCLBuffer mask,
            ClearCLBuffer destination,
            String channel,
            int black,
            int white,
            double gray,
            boolean invert) {
        mask(
                ColourBuffers.channels(red, green, blue),
                required(mask),
                destination,
                settings(channel, black, white, gray, invert));
    }

    /**
     * With all settings, such as a shifted hue, a fixed clip range or several terms.
     *
     * @param mask multiplied instead of alpha; null for none
     * @param settings must count the clip range over the whole picture, not only inside the mask; the type of the
     *     destination decides the output
     */
    public static void mask(
            ColourBuffers picture, ClearCLBuffer mask, ClearCLBuffer destination, MaskSettings settings) {
        mask(ClijDevices.masks(picture.context()), picture, mask, destination, settings);
    }

    static void mask(
            DeviceMasks masks,
            ColourBuffers picture,
            ClearCLBuffer mask,
            ClearCLBuffer destination,
            MaskSettings settings) {
        requireFit(settings);
        if (settings.terms().size() > 1) joined(masks, picture, mask, destination, settings);
        else
            masks.mask(
                    picture.pixels(),
                    settings.formula(),
                    settings.hue(),
                    settings.clip(),
                    settings.levels(),
                    settings.invert(),
                    factor(picture, mask, settings),
                    picture.result(destination));
        masks.finish();
    }

    /** As {@link #mask}, and returns the histograms of the channels. */
    static Histograms maskAndHistograms(
            ColourBuffers picture, ClearCLBuffer mask, ClearCLBuffer destination, MaskSettings settings) {
        requireFit(settings);
        DeviceMasks masks = ClijDevices.masks(picture.context());
        List<Histogram> histograms = joined(masks, picture, mask, destination, settings);
        masks.finish();
        return new Histograms(histograms);
    }

    private static List<Histogram> joined(
            DeviceMasks masks,
            ColourBuffers picture,
            ClearCLBuffer mask,
            ClearCLBuffer destination,
            MaskSettings settings) {
        DeviceMasks.Factor factor = factor(picture, mask, settings);
        DeviceMasks.Result result = picture.result(destination);
        List<DeviceMasks.Part> parts =
                settings.terms().stream().map(ClijMasks::part).toList();
        return masks.joinedMask(picture.pixels(), parts, factor, result);
    }

    private static DeviceMasks.Part part(Term term) {
        Tone tone = term.tone(new ClipRange(0, 255));
        return new DeviceMasks.Part(
                term.formula(), term.hue(), term.clip(), term.levels(), tone.invert(), term.join() == Join.OR);
    }

    private static void requireFit(MaskSettings settings) {
        if (settings.inside())
            throw new IllegalArgumentException("inside is true, but must be false for buffers of CLIJ.");
        if (settings.output() != Output.BYTE && settings.output() != Output.FLOAT)
            throw new IllegalArgumentException("output is '" + settings.output().label()
                    + "', but must be 8-bit or 32-bit for buffers of CLIJ: the type of the destination decides.");
    }

    private static DeviceMasks.Factor factor(ColourBuffers picture, ClearCLBuffer mask, MaskSettings settings) {
        return mask == null ? picture.alpha() : picture.factor(mask, settings.maskValues());
    }

    /** A buffer of bytes for the mask of a picture whose colours are slices. */
    public static ClearCLBuffer create(ClearCLBuffer source) {
        return create(ColourBuffers.slices(source));
    }

    /** A buffer of bytes for the mask of a picture. */
    public static ClearCLBuffer create(ColourBuffers picture) {
        return Buffers.create(picture.context(), picture.size(), NativeTypeEnum.UnsignedByte);
    }

    private static ClearCLBuffer required(ClearCLBuffer mask) {
        if (mask == null)
            throw new IllegalArgumentException("The mask is null, but must be an image in the memory of the GPU.");
        return mask;
    }

    private static MaskSettings settings(String channel, int black, int white, double gray, boolean invert) {
        return MaskSettings.of(channel).withLevels(black, white, gray).withInvert(invert);
    }
}
