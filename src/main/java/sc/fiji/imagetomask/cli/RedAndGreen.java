package sc.fiji.imagetomask.cli;

import java.util.Arrays;
import sc.fiji.imagetomask.MemoryPicture;
import sc.fiji.imagetomask.Tile;
import sc.fiji.imagetomask.engine.Pixels;
import sc.fiji.imagetomask.engine.Samples;

/** Composites of two channels, which are red and green, as in ImageJ; the two channels of a page are grey and alpha. */
final class RedAndGreen {

    private RedAndGreen() {}

    /** That picture of two channels with blue that is 0, whatever its range is. */
    static MemoryPicture of(MemoryPicture two) {
        int width = (int) two.width();
        int height = (int) two.height();
        return new MemoryPicture(withBlue(two.read(new Tile(0, 0, width, height))), width, height);
    }

    private static Pixels withBlue(Pixels two) {
        if (two instanceof Pixels.Planar bytes) {
            byte[][] three = Arrays.copyOf(bytes.channels(), 3);
            three[2] = new byte[three[0].length];
            return new Pixels.Planar(three, bytes.offset(), bytes.length());
        }
        Pixels.Deep deep = (Pixels.Deep) two;
        Samples[] three = Arrays.copyOf(deep.channels(), 3);
        three[2] = new Samples.Floats(new float[three[0].length()], Samples.Range.UNIT);
        return new Pixels.Deep(three, deep.offset(), deep.length());
    }
}
