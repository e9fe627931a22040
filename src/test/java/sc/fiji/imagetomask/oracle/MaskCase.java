package sc.fiji.imagetomask.oracle;

import java.util.Locale;
import sc.fiji.imagetomask.Frame;
import sc.fiji.imagetomask.ImageToMask;
import sc.fiji.imagetomask.MaskSettings;
import sc.fiji.imagetomask.MemoryMask;
import sc.fiji.imagetomask.MemoryPicture;
import sc.fiji.imagetomask.engine.Engine;
import sc.fiji.imagetomask.engine.Pixels;
import sc.fiji.imagetomask.tone.ClipRange;
import sc.fiji.imagetomask.tone.Levels;

/**
 * One mask to be made.
 *
 * @param mask grey; null if none is given
 */
public record MaskCase(String pictureName, PngFile picture, String maskName, PngFile mask, MaskSettings settings) {

    /** The mask that an engine makes, and the clip range that it found. */
    public record Result(ClipRange range, byte[] mask) {}

    public Result make(Engine engine) {
        return make(engine, picture.pixels());
    }

    /** With the picture's pixels in one array instead of one per channel. */
    public Result makePacked(Engine engine) {
        Pixels.Planar planar = picture.pixels();
        int[] argb = new int[planar.length()];
        planar.pack(0, argb.length, argb);
        return make(engine, new Pixels.Packed(argb, 0, argb.length, planar.hasAlpha()));
    }

    private Result make(Engine engine, Pixels pixels) {
        int width = picture.width();
        int height = picture.height();
        MemoryMask given = mask == null ? null : new MemoryMask(mask.pixels().channels()[0], width, height);
        MemoryMask target = new MemoryMask(width, height);
        Frame frame = new Frame(new MemoryPicture(pixels, width, height), given, null);
        ClipRange range = new ImageToMask(engine, settings).mask(frame, target);
        return new Result(range, target.bytes());
    }

    /** Channel, black, white, gray and invert from these cells. */
    static MaskSettings settings(String[] cells, int at) {
        return MaskSettings.of(cells[at])
                .withLevels(
                        Integer.parseInt(cells[at + 1]),
                        Integer.parseInt(cells[at + 2]),
                        Double.parseDouble(cells[at + 3]))
                .withInvert(Boolean.parseBoolean(cells[at + 4]));
    }

    /** The case as a line of tab-separated cells. */
    String line() {
        Levels levels = settings.levels();
        return String.format(
                Locale.ROOT,
                "%s\t%s\t%s\t%d\t%d\t%.2f\t%b",
                pictureName,
                mask == null ? "-" : maskName,
                settings.channel(),
                levels.black(),
                levels.white(),
                levels.gray(),
                settings.invert());
    }
}
