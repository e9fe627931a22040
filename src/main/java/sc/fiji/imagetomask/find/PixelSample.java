package sc.fiji.imagetomask.find;

import java.util.Arrays;
import sc.fiji.imagetomask.engine.Pixels;
import sc.fiji.imagetomask.engine.Samples;

/**
 * Some pixels of pictures: all that are offered, or, of very many, an even share. Which ones are taken depends only on
 * where they are, so that the sample is the same for every way of reading the picture.
 */
final class PixelSample {

    /** Twice this number of pixels are held at most. */
    private static final int ENOUGH = 1 << 16;

    private long limit = 1L << 32;
    private int[] places = new int[1 << 10];
    private int[] argb = new int[1 << 10];
    private float[][] deep = new float[0][];
    private boolean isHighBitDepth;
    private int length;

    /** @param expected how many pixels will be offered, about; so few of very many are looked at */
    PixelSample(long expected) {
        for (long left = expected; left > ENOUGH * 3L / 2; left /= 2) limit /= 2;
    }

    /**
     * Takes pixel i, if it is one of the sample.
     *
     * @param place of the pixel, counted through all slices
     */
    void offer(long place, Pixels pixels, int i) {
        int mixed = mixed(place);
        if ((mixed & 0xffffffffL) >= limit) return;
        if (length == places.length) grow(pixels);
        places[length] = mixed;
        if (pixels instanceof Pixels.HighBitDepth high) {
            isHighBitDepth = true;
            if (deep.length == 0) deep = new float[high.channels().length][places.length];
            for (int c = 0; c < deep.length; c++)
                deep[c][length] = high.channels()[Math.min(c, high.channels().length - 1)].scaled(high.offset() + i);
        } else argb[length] = ((Pixels.EightBit) pixels).argb(i);
        if (++length == 2 * ENOUGH) halve();
    }

    private void grow(Pixels pixels) {
        int more = 2 * places.length;
        places = Arrays.copyOf(places, more);
        if (pixels instanceof Pixels.HighBitDepth)
            for (int c = 0; c < deep.length; c++) deep[c] = Arrays.copyOf(deep[c], more);
        else argb = Arrays.copyOf(argb, more);
    }

    private void halve() {
        limit /= 2;
        int kept = 0;
        for (int i = 0; i < length; i++)
            if ((places[i] & 0xffffffffL) < limit) {
                places[kept] = places[i];
                if (isHighBitDepth) for (float[] channel : deep) channel[kept] = channel[i];
                else argb[kept] = argb[i];
                kept++;
            }
        length = kept;
    }

    /** The bits of a place in such an order that neighbours, rows and columns share nothing. */
    private static int mixed(long place) {
        long x = place * 0x9e3779b97f4a7c15L;
        x ^= x >>> 32;
        x *= 0xd6e8feb86659fd93L;
        return (int) (x >>> 32);
    }

    int length() {
        return length;
    }

    /** The taken pixels. */
    Pixels pixels() {
        if (!isHighBitDepth) return new Pixels.Packed(argb, 0, length, true);
        Samples[] channels = Arrays.stream(deep)
                .map(values -> new Samples.Floats(values, Samples.Range.UNIT))
                .toArray(Samples[]::new);
        return new Pixels.HighBitDepth(channels, 0, length);
    }
}
