package sc.fiji.imagetomask.engine;

import java.util.List;
import java.util.Random;

/** Random pixels in every layout that an engine takes, each with bytes around them that do not belong to them. */
final class Layouts {

    private Layouts() {}

    static List<Pixels.EightBit> of(int length) {
        int[] packed = new Random(length).ints(length + 20L).toArray();
        byte[] a = noise(11, length + 20);
        byte[] b = noise(12, length + 20);
        byte[] c = noise(13, length + 20);
        byte[] d = noise(14, length + 20);
        return List.of(
                new Pixels.Packed(packed, 0, length, true),
                new Pixels.Packed(packed, 5, length, true),
                new Pixels.Packed(packed, 17, length, false),
                new Pixels.Planar(new byte[][] {a}, 3, length),
                new Pixels.Planar(new byte[][] {a, b}, 1, length),
                new Pixels.Planar(new byte[][] {a, b, c}, 0, length),
                new Pixels.Planar(new byte[][] {a, b, c}, 7, length),
                new Pixels.Planar(new byte[][] {a, b, c, d}, 20, length),
                new Pixels.Planar(new byte[][] {a, a, b, a}, 2, length));
    }

    static byte[] noise(long seed, int length) {
        byte[] bytes = new byte[length];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }
}
