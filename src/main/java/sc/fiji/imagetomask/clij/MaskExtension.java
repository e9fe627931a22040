package sc.fiji.imagetomask.clij;

import java.util.List;
import net.haesleinhuepf.clij.clearcl.ClearCLBuffer;
import net.haesleinhuepf.clij.clearcl.exceptions.ClearCLException;
import sc.fiji.imagetomask.ImageToMask;
import sc.fiji.imagetomask.MaskSettings;
import sc.fiji.imagetomask.MaskValues;
import sc.fiji.imagetomask.imagej.EngineNotices;
import sc.fiji.imagetomask.options.MaskOption;
import sc.fiji.imagetomask.tone.Histograms;

/** The common part of the macro extensions that make masks: their settings, and the destination that is created. */
abstract class MaskExtension extends Extension {

    static final String DESCRIPTION = """


            The channel is one of %s. It is stretched over the picture's own range and shaped by black point (%s), \
            white point (%s) and gray point (gamma, %s). The source is UnsignedByte, UnsignedShort \
            (0..65535) or Float (0..1). The mask is 0..255 in a destination of UnsignedByte, which is created if there is \
            none, and 0..1 in one of Float.""".formatted(
                    MaskOption.CHANNEL.kind().values(),
                    MaskOption.BLACK.kind().values(),
                    MaskOption.WHITE.kind().values(),
                    MaskOption.GRAY.kind().values());

    static final String MASK_DESCRIPTION =
            " The mask image may be UnsignedByte (0..255), UnsignedShort (0..65535) or Float (0..1). For CLIJ2's "
                    + "binary images, which hold 0 and 1, use imageToMaskLabels.";

    /** The settings among the arguments. */
    List<MaskOption> options() {
        return MaskArguments.PLAIN;
    }

    /** The picture among the arguments. */
    abstract ColourBuffers picture();

    @Override
    public ClearCLBuffer createOutputBufferFromSource(ClearCLBuffer source) {
        try {
            return ClijMasks.create(picture());
        } catch (IllegalArgumentException e) {
            throw refusal(e.getMessage());
        } catch (ClearCLException e) {
            throw refusal(ofClij(e));
        }
    }

    /** An exception to throw, because CLIJ2 keeps every value that is returned as the destination. */
    private RefusalException refusal(String sentence) {
        tell(sentence);
        return new RefusalException(sentence);
    }

    /** The settings, which start at that argument. */
    MaskArguments settings(int first) {
        return new MaskArguments(args, first, options());
    }

    /** The buffer of that argument. If CLIJ2 has no such buffer, the argument is still the name. */
    ClearCLBuffer buffer(int i) {
        if (args[i] instanceof ClearCLBuffer buffer) return buffer;
        throw new IllegalArgumentException("'" + args[i]
                + "' is not an image in the memory of the GPU, but must be one that was pushed to it or made on it.");
    }

    /**
     * Makes a mask, and tells in one notice, as the other ways to make masks do, where it is the same everywhere. CLIJ2 counts
     * the largest value of a mask image on the device; of the picture only its histograms are read back.
     *
     * @param mask null for none
     */
    void make(ClearCLBuffer mask, ClearCLBuffer destination, MaskSettings settings) {
        ColourBuffers picture = picture();
        Histograms histograms = ClijMasks.maskAndHistograms(picture, mask, destination, settings);
        String sentence = mask == null ? ofAlpha(picture, destination) : ofMask(mask, settings.maskValues());
        if (sentence != null) EngineNotices.tell(sentence);
        else ImageToMask.sameEverywhere(settings, List.of(histograms), false).forEach(EngineNotices::tell);
    }

    private String ofMask(ClearCLBuffer mask, MaskValues values) {
        double most = switch (mask.getNativeType()) {
            case UnsignedByte -> 255;
            case UnsignedShort -> 65535;
            default -> 1;
        };
        float largest = (float) (getCLIJ2().maximumOfAllPixels(mask) / most);
        if (largest > 0 && values == MaskValues.LABELS) return null;
        String sentence = MaskValues.nearlyBlack(largest);
        return sentence == null || largest <= 0 ? sentence : sentence + " In CLIJ2 that is imageToMaskLabels.";
    }

    /** Alpha, the last slice, is looked at only if the whole mask is 0. */
    private String ofAlpha(ColourBuffers picture, ClearCLBuffer destination) {
        if (picture.alpha() == null || getCLIJ2().maximumOfAllPixels(destination) > 0) return null;
        ClearCLBuffer source = buffer(0);
        try (ClearCLBuffer alpha =
                getCLIJ2().create(new long[] {source.getWidth(), source.getHeight()}, source.getNativeType())) {
            getCLIJ2().copySlice(source, alpha, (int) source.getDepth() - 1);
            return getCLIJ2().maximumOfAllPixels(alpha) > 0 ? null : ImageToMask.NO_ALPHA;
        }
    }

    /** An error that was already shown: CLIJ2 prints it as one line, without a stack trace. */
    private static final class RefusalException extends IllegalArgumentException {

        private static final long serialVersionUID = 1;

        RefusalException(String sentence) {
            super(sentence);
        }

        @Override
        public synchronized Throwable fillInStackTrace() {
            return this;
        }
    }
}
