package sc.fiji.imagetomask.imagej;

import ij.ImagePlus;
import ij.ImageStack;
import java.util.Arrays;
import sc.fiji.imagetomask.ImageToMask;
import sc.fiji.imagetomask.MaskInput;
import sc.fiji.imagetomask.MaskSettings;
import sc.fiji.imagetomask.MemoryMask;
import sc.fiji.imagetomask.Progress;
import sc.fiji.imagetomask.channel.Channel;
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
 */
public record ChannelGallery(Engine engine, boolean masked, Reading reading) {

    /** For images as they are displayed. */
    public ChannelGallery(Engine engine, boolean masked) {
        this(engine, masked, Reading.DEFAULT);
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
        Channel[] channels = Channel.values();
        ImageStack stack = new ImageStack(image.getWidth(), image.getHeight());
        for (Channel channel : channels) {
            MemoryMask values = new MemoryMask(image.getWidth(), image.getHeight());
            new ImageToMask(engine, MaskSettings.DEFAULT.withChannel(channel)).mask(frame, values);
            stack.addSlice(channel.label(), values.bytes());
            progress.step(stack.size(), channels.length);
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
