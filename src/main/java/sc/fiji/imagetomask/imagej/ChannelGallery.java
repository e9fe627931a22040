package sc.fiji.imagetomask.imagej;

import ij.ImagePlus;
import ij.ImageStack;
import java.util.Arrays;
import java.util.List;
import sc.fiji.imagetomask.ImageToMask;
import sc.fiji.imagetomask.MaskInput;
import sc.fiji.imagetomask.MaskSettings;
import sc.fiji.imagetomask.MemoryMask;
import sc.fiji.imagetomask.Progress;
import sc.fiji.imagetomask.channel.ChannelFormula;
import sc.fiji.imagetomask.channel.ReferenceColours;
import sc.fiji.imagetomask.channel.Stains;
import sc.fiji.imagetomask.engine.Engine;
import sc.fiji.imagetomask.options.Slices;
import sc.fiji.imagetomask.reading.Reading;

/**
 * All channels of a picture, each normalized by its clip range, so that users see which channel separates an object.
 *
 * <pre>{@code
 * ImagePlus stack = new ChannelGallery(engine, false).stack(image, Progress.NONE);
 * ImagePlus montage = ChannelMontage.of(stack);
 * }</pre>
 *
 * @param engine what computes
 * @param masked whether they are multiplied with the picture's alpha and selection, as masks are
 * @param reading how the image's values become colours; as it is displayed if none is given
 * @param stains the stains of the channels {@code Stain 1} to {@code Stain 3}
 * @param colours what the channels {@code Distance} are measured from; without a colour they are left out
 */
public record ChannelGallery(Engine engine, boolean masked, Reading reading, Stains stains, ReferenceColours colours) {

    /** For images as they are displayed. */
    public ChannelGallery(Engine engine, boolean masked) {
        this(engine, masked, Reading.DEFAULT, Stains.DEFAULT, ReferenceColours.NONE);
    }

    /**
     * The channels of the image's shown slice, as slices with their names as labels.
     *
     * @param progress is called after every channel
     * @return a new image, titled {@code Channels of TITLE}, with the image's spatial calibration; not shown
     * @throws IllegalArgumentException if the image or, if masked, its selection cannot be used
     */
    public ImagePlus stack(ImagePlus image, Progress progress) {
        MaskInput frame = frame(image);
        List<ChannelFormula> channels = ChannelFormula.all(stains, colours);
        ImageStack stack = new ImageStack(image.getWidth(), image.getHeight());
        for (ChannelFormula formula : channels) {
            MemoryMask values = new MemoryMask(image.getWidth(), image.getHeight());
            new ImageToMask(engine, MaskSettings.DEFAULT.withFormula(formula)).mask(frame, values);
            stack.addSlice(formula.channel().label(), values.bytes());
            progress.step(stack.size(), channels.size());
        }
        ImagePlus result = new ImagePlus("Channels of " + image.getTitle(), stack);
        result.setCalibration(ImagePlusMasks.spatial(image.getCalibration()));
        return result;
    }

    private MaskInput frame(ImagePlus image) {
        ImagePlusPictures pictures =
                ImagePlusPictures.of(image, reading, Slices.CURRENT, image == null ? 1 : image.getCurrentSlice());
        if (masked)
            return ImagePlusMasks.frames(image, pictures, null, RoiWeightMap.limiting(image))
                    .apply(0);
        byte[] everywhere = new byte[image.getWidth() * image.getHeight()];
        Arrays.fill(everywhere, (byte) 255);
        MemoryMask opaque = new MemoryMask(everywhere, image.getWidth(), image.getHeight());
        return new MaskInput(pictures.picture(0), opaque, null);
    }
}
