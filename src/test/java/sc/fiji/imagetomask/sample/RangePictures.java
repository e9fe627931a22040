package sc.fiji.imagetomask.sample;

import ij.ImagePlus;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;
import java.awt.Color;
import java.util.Map;
import java.util.Random;
import sc.fiji.imagetomask.MaskSettings;
import sc.fiji.imagetomask.engine.jvm.JavaEngine;
import sc.fiji.imagetomask.imagej.ImagePlusMasks;
import sc.fiji.imagetomask.imagej.MaskInfo;
import sc.fiji.imagetomask.options.MaskOptions;
import sc.fiji.imagetomask.tone.Clip;
import sc.fiji.imagetomask.tone.Levels;

/** The user guide's pictures of a band, of several terms, and of one range for a stained section and a blank slide. */
final class RangePictures {

    private static final int GAP = 4;
    private static final int WIDTH = 280;
    private static final int HEIGHT = 196;
    private static final MaskSettings B = MaskSettings.of("B (LAB)");
    private static final MaskSettings BROWN = B.withLevels(170, 230, 1);

    private static final MaskSettings STAINED =
            terms("channel=[U (YUV)] black=178 white=210 terms=[or B (LAB) black=170 white=230]");
    private static final MaskSettings PINK = terms("channel=[A (LAB)] black=60 white=220"
            + " terms=[without U (YUV) black=150 white=190 without B (LAB) black=150 white=190]");

    private RangePictures() {}

    private static MaskSettings terms(String options) {
        return MaskOptions.parse(options).settings();
    }

    /** Under the names of their files. */
    static Map<String, ImagePlus> make(ImagePlus section) {
        ImagePlus above = mask(section, B.withLevels(60, 80, 1));
        ImagePlus band = mask(section, B.withLevels(new Levels(60, 80, 1, 135, 150)));
        return Map.of(
                "band.png", grid("band", 3, section, above, band),
                "terms.png", grid("terms", 3, section, mask(section, STAINED), mask(section, PINK)),
                "range.png", ranges(section));
    }

    private static ImagePlus ranges(ImagePlus section) {
        ImagePlus blank = blankSlide(section.getWidth(), section.getHeight());
        ImagePlus stained = mask(section, BROWN);
        Clip shared = new Clip(MaskInfo.of(stained).ranges().get(0).first());
        ImagePlus apart = mask(blank, BROWN);
        ImagePlus together = mask(blank, BROWN.withClip(shared));
        return grid("range", 3, section, stained, stained, blank, apart, together);
    }

    /** The light of the lamp, with coarse noise. */
    private static ImagePlus blankSlide(int width, int height) {
        ColorProcessor blank = new ColorProcessor(width, height);
        Random random = new Random(3);
        for (int i = 0; i < width * height; i++)
            blank.set(i, Color.HSBtoRGB(0, 0, 0.94f) + random.nextInt(13) * (1 << 8 * random.nextInt(3)));
        blank.blurGaussian(2);
        return new ImagePlus("blank", blank);
    }

    private static ImagePlus mask(ImagePlus picture, MaskSettings settings) {
        return new ImagePlusMasks(new JavaEngine(), settings).of(picture);
    }

    /** The same part of each, row after row. */
    private static ImagePlus grid(String title, int columns, ImagePlus... pictures) {
        int rows = pictures.length / columns;
        ColorProcessor grid = new ColorProcessor(columns * (WIDTH + GAP) - GAP, rows * (HEIGHT + GAP) - GAP);
        grid.setColor(Color.WHITE);
        grid.fill();
        for (int i = 0; i < pictures.length; i++) {
            ImageProcessor shown = pictures[i].getProcessor().duplicate();
            shown.setRoi(90, 170, WIDTH, HEIGHT);
            grid.insert(shown.crop().convertToRGB(), i % columns * (WIDTH + GAP), i / columns * (HEIGHT + GAP));
        }
        return new ImagePlus(title, grid);
    }
}
