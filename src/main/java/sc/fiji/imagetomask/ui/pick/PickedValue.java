package sc.fiji.imagetomask.ui.pick;

import ij.ImagePlus;
import java.awt.Point;
import sc.fiji.imagetomask.MaskSettings;
import sc.fiji.imagetomask.Picture;
import sc.fiji.imagetomask.Tile;
import sc.fiji.imagetomask.engine.ChannelPlane;
import sc.fiji.imagetomask.engine.MaskSpan;
import sc.fiji.imagetomask.engine.Pixels;
import sc.fiji.imagetomask.engine.jvm.JavaEngine;
import sc.fiji.imagetomask.imagej.ImagePlusPictures;
import sc.fiji.imagetomask.options.MaskOptions;
import sc.fiji.imagetomask.options.Slices;
import sc.fiji.imagetomask.tone.ClipRange;
import sc.fiji.imagetomask.tone.Levels;

/** The value of a channel where a user points, as the levels take it. */
public final class PickedValue {

    private PickedValue() {}

    /**
     * The mean, 0..255, of the values of the 3 x 3 pixels around that one, as far as they lie in the image, before the levels.
     *
     * @param options give the channel, and how the shown slice is read
     * @param range of the channel that becomes 0..255
     */
    public static double at(ImagePlus image, Point pixel, MaskOptions options, ClipRange range) {
        int left = Math.max(0, pixel.x - 1);
        int right = Math.min(image.getWidth(), pixel.x + 2);
        Picture slice = ImagePlusPictures.of(image, options.reading(), Slices.CURRENT, image.getCurrentSlice())
                .picture(0);
        MaskSettings plain = options.settings().withLevels(Levels.NONE).withInvert(false);
        double sum = 0;
        int count = 0;
        for (int y = Math.max(0, pixel.y - 1); y < Math.min(image.getHeight(), pixel.y + 2); y++) {
            Pixels row = slice.read(new Tile(left, y, right - left, 1));
            float[] values = new float[right - left];
            try (ChannelPlane plane = new JavaEngine().plane(row, plain.formula())) {
                plane.apply(plain.first().tone(range), null, MaskSpan.Floats.of(values));
            }
            slice.release(row);
            for (float value : values) sum += 255 * value;
            count += values.length;
        }
        return sum / count;
    }
}
