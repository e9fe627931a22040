package sc.fiji.imagetomask.ij1;

import ij.ImagePlus;
import ij.WindowManager;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import sc.fiji.imagetomask.Labelled;
import sc.fiji.imagetomask.Output;
import sc.fiji.imagetomask.channel.Channel;
import sc.fiji.imagetomask.channel.White;
import sc.fiji.imagetomask.imagej.ImageChannels;
import sc.fiji.imagetomask.imagej.ImagePlusPictures;
import sc.fiji.imagetomask.imagej.OpenImages;
import sc.fiji.imagetomask.imagej.SelectionValues;
import sc.fiji.imagetomask.options.FromSelections;
import sc.fiji.imagetomask.options.MaskOptions;
import sc.fiji.imagetomask.options.Slices;
import sc.fiji.imagetomask.reading.Reading;

/**
 * The picture that a form is for: it decides which options make sense, and which values they can have.
 *
 * @param picture that a mask is made of; null for pictures in files, which may be of any kind
 */
record Subject(ImagePlus picture) {

    /** Pictures in files. */
    static final Subject FILES = new Subject(null);

    boolean isHighBitDepth() {
        return picture == null || picture.getType() == ImagePlus.GRAY16 || picture.getType() == ImagePlus.GRAY32;
    }

    boolean hasChannels() {
        return picture == null || ImageChannels.count(picture) > 1;
    }

    boolean hasSlices() {
        return picture == null || ImagePlusPictures.count(picture) > 1;
    }

    /** The channels that have the same value in all of its pixels. */
    Set<Channel> sameChannels() {
        return picture == null ? Set.of() : ImageChannels.same(picture);
    }

    /** Small pictures of its channels. */
    ChannelThumbnails thumbnails() {
        return picture == null ? ChannelThumbnails.NONE : ChannelThumbnails.of(picture);
    }

    /**
     * The value of an option, with numbers in the place of what stands for selections of the picture.
     *
     * @param reading how the picture's values become colours
     * @param background that stains are relative to
     */
    String numbers(String key, String value, Reading reading, White background) {
        boolean isMeant = picture != null && FromSelections.isMeant(key, value);
        return isMeant ? SelectionValues.numbers(picture, reading, key, background) : value;
    }

    String[] outputs() {
        return Labelled.labels(picture == null ? Output.ofFiles() : Output.values());
    }

    /** None, and all other open images of its size. */
    String[] maskChoices() {
        List<String> choices = new ArrayList<>(List.of(MaskOptions.NO_MASK));
        int[] ids = WindowManager.getIDList();
        Arrays.stream(ids == null ? new int[0] : ids)
                .mapToObj(WindowManager::getImage)
                .filter(this::canLimit)
                .map(OpenImages::name)
                .forEach(choices::add);
        return choices.toArray(String[]::new);
    }

    private boolean canLimit(ImagePlus image) {
        if (image == null || image == picture) return false;
        return picture == null || image.getWidth() == picture.getWidth() && image.getHeight() == picture.getHeight();
    }

    /** @throws IllegalArgumentException in one sentence, if its values cannot be read in this way */
    void requireReadable(Reading reading) {
        if (picture != null) ImagePlusPictures.of(picture, reading, Slices.CURRENT, 1);
    }
}
