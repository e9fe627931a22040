package sc.fiji.imagetomask.sample;

import ij.ImagePlus;
import ij.io.FileSaver;
import ij.process.ColorProcessor;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import sc.fiji.imagetomask.MaskSettings;
import sc.fiji.imagetomask.Progress;
import sc.fiji.imagetomask.engine.jvm.JavaEngine;
import sc.fiji.imagetomask.imagej.ChannelGallery;
import sc.fiji.imagetomask.imagej.ChannelMontage;
import sc.fiji.imagetomask.imagej.ImagePlusMasks;

/** Writes the sample picture, its masks and its channels that the pages show; the argument is their folder, {@code docs}. */
public final class ReadmePictures {

    private ReadmePictures() {}

    public static void main(String[] args) {
        Map<String, ImagePlus> pictures = make();
        pictures.put("gallery.png", gallery(pictures.get("sample-tissue.png")));
        pictures.forEach((name, image) ->
                new FileSaver(image).saveAsPng(Path.of(args[0], name).toString()));
        for (String mask : new String[] {HighBitDepthPictures.MASK, HighBitDepthPictures.MASK_OF_BYTES})
            System.out.println(mask + " has " + HighBitDepthPictures.levels(pictures.get(mask)) + " grey levels");
    }

    /** Its captions are drawn with the fonts of this machine. */
    private static ImagePlus gallery(ImagePlus sample) {
        return ChannelMontage.of(new ChannelGallery(new JavaEngine(), false).stack(sample, Progress.NONE));
    }

    /** The pictures under the names of their files. */
    static Map<String, ImagePlus> make() {
        ImagePlus sample = new ImagePlus(
                "sample", new ColorProcessor(TissueSection.WIDTH, TissueSection.HEIGHT, TissueSection.draw()));
        Map<String, ImagePlus> pictures = new LinkedHashMap<>();
        pictures.put("sample-tissue.png", sample);
        pictures.put("mask-nuclei.png", mask(sample, MaskSettings.of("U (YUV)").withLevels(178, 210, 1)));
        pictures.put("mask-brown.png", mask(sample, MaskSettings.of("B (LAB)").withLevels(170, 230, 1)));
        pictures.put("mask-pink.png", mask(sample, MaskSettings.of("A (LAB)").withLevels(60, 220, 1)));
        pictures.putAll(HighBitDepthPictures.make());
        pictures.putAll(GuidePictures.make(sample));
        pictures.putAll(RangePictures.make(sample));
        return pictures;
    }

    private static ImagePlus mask(ImagePlus sample, MaskSettings settings) {
        return new ImagePlusMasks(new JavaEngine(), settings).of(sample);
    }
}
