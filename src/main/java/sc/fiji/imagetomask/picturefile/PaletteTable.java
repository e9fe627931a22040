package sc.fiji.imagetomask.picturefile;

import java.awt.image.IndexColorModel;
import java.util.Arrays;

/**
 * A table with the colours for the values of pixels. A value that is not in the table is black.
 *
 * @param tables 256 bytes for each channel: grey; grey, alpha; r, g, b; or r, g, b, a
 */
public record PaletteTable(byte[][] tables) {

    public static final int COLOURS = 256;

    public static PaletteTable of(IndexColorModel model) {
        byte[][] rgba = new byte[4][COLOURS];
        model.getReds(rgba[0]);
        model.getGreens(rgba[1]);
        model.getBlues(rgba[2]);
        model.getAlphas(rgba[3]);
        return of(Arrays.copyOf(rgba, 3), model.hasAlpha() ? rgba[3] : null);
    }

    /** @param alphas null: all colours are opaque */
    public static PaletteTable of(byte[][] rgb, byte[] alphas) {
        boolean isGrey = Arrays.equals(rgb[0], rgb[1]) && Arrays.equals(rgb[0], rgb[2]);
        byte[][] colours = isGrey ? new byte[][] {rgb[0]} : rgb;
        if (alphas == null) return new PaletteTable(colours);
        byte[][] all = Arrays.copyOf(colours, colours.length + 1);
        all[colours.length] = alphas;
        return new PaletteTable(all);
    }

    /** One value for each channel. */
    public byte[] entry(int index) {
        byte[] entry = new byte[tables.length];
        for (int c = 0; c < entry.length; c++) entry[c] = tables[c][index];
        return entry;
    }

    /** @param indices one byte for each pixel */
    public ByteRaster planes(byte[] indices, int width, int height) {
        byte[][] planes = new byte[tables.length][indices.length];
        for (int c = 0; c < planes.length; c++)
            for (int i = 0; i < indices.length; i++) planes[c][i] = tables[c][indices[i] & 255];
        return new ByteRaster(planes, width, height);
    }
}
