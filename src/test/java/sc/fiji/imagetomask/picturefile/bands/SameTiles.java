package sc.fiji.imagetomask.picturefile.bands;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import sc.fiji.imagetomask.Picture;
import sc.fiji.imagetomask.Tile;
import sc.fiji.imagetomask.WeightMap;
import sc.fiji.imagetomask.engine.MaskSpan;
import sc.fiji.imagetomask.engine.Pixels;

/** Tiles of what is read band by band are those of the same in memory. */
public final class SameTiles {

    private SameTiles() {}

    /** In several sizes of tiles, from top to bottom each time. */
    public static void of(Picture whole, Picture bands, Random random) {
        for (int pixels : new int[] {1 + random.nextInt(40), 200, 1 << 20})
            for (Tile tile : bands.tiles(pixels)) require(whole, bands, tile);
        for (Tile tile : Tile.grid(whole.width(), whole.height(), 1 + random.nextInt(200))) require(whole, bands, tile);
    }

    public static void of(WeightMap whole, WeightMap bands, Random random) {
        for (Tile tile : Tile.blocks(whole.width(), whole.height(), 9, 7, 1 + random.nextInt(200)))
            assertThat(values(bands.read(tile))).isEqualTo(values(whole.read(tile)));
    }

    public static void require(Picture whole, Picture bands, Tile tile) {
        assertThat(values(bands.read(tile))).as("%s", tile).isEqualTo(values(whole.read(tile)));
    }

    private static float[] values(MaskSpan run) {
        float[] values = new float[run.length()];
        for (int i = 0; i < values.length; i++) values[i] = run.fraction(i);
        return values;
    }

    /** Red, green, blue and alpha, or the same in another order. */
    public static float[][] values(Pixels pixels) {
        float[][] values = new float[4][pixels.length()];
        if (pixels instanceof Pixels.HighBitDepth deep)
            for (int i = 0; i < deep.length(); i++) {
                values[0][i] = deep.red(i);
                values[1][i] = deep.green(i);
                values[2][i] = deep.blue(i);
                values[3][i] = deep.alpha(i);
            }
        else {
            int[] argb = new int[pixels.length()];
            ((Pixels.EightBit) pixels).pack(0, argb.length, argb);
            for (int i = 0; i < argb.length; i++) for (int c = 0; c < 4; c++) values[c][i] = argb[i] >> 8 * c & 255;
        }
        return values;
    }
}
