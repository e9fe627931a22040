package sc.fiji.imagetomask.channel;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.stream.IntStream;

/**
 * CIE L*a*b* relative to D50, of 8-bit sRGB (D65, Bradford-adapted), in integers.
 *
 * <pre>
 * L* = 116 f(Y/Yn) - 16,   a* = 500 (f(X/Xn) - f(Y/Yn)),   b* = 200 (f(Y/Yn) - f(Z/Zn))
 * f(t) = cbrt(t) if t > (6/29)^3, else t (29/6)^2 / 3 + 4/29
 * </pre>
 *
 * <p>Range: L* 0..100 scaled to 0..255; a* + 128 and b* + 128, 0..255.
 *
 * <p>Design decision: the reference is littleCMS, which does not evaluate the formula for 8-bit pictures but samples
 * it at 33 x 33 x 33 nodes and interpolates between four of them (the tetrahedron that holds the colour). With its
 * nodes, as a resource here, and its fixed-point arithmetic every byte agrees, on every engine and device.
 *
 * <p>Source: CIE 15:2004 and IEC 61966-2-1 for the formula; J. M. Kasson et al., Tetrahedral interpolation, 1995.
 */
public final class Lab {

    /** Nodes along each axis. */
    public static final int NODES = 33;

    private static final int R_STEP = NODES * NODES;
    private static final int G_STEP = NODES;
    private static final int STEP_BITS = 11;
    private static final int STEP_MASK = (1 << STEP_BITS) - 1;
    private static final int[] POSITION =
            IntStream.range(0, 256).map(Lab::position).toArray();

    private Lab() {}

    /**
     * The interpolated component (0 is L, 1 is a, 2 is b), 0..255, of r, g, b in 0..255.
     */
    public static int value(int component, int r, int g, int b) {
        char[] nodes = Nodes.COMPONENT[component];
        int pr = POSITION[r];
        int pg = POSITION[g];
        int pb = POSITION[b];
        int i = (pr >> 16) * R_STEP + (pg >> 16) * G_STEP + (pb >> 16);
        // From the low corner of the cell to the high one, along the axis of the largest fraction first. A key is a
        // fraction with the step along its axis below it, so that sorting the fractions sorts the steps.
        int kr = (pr & 0xffff) << STEP_BITS | R_STEP;
        int kg = (pg & 0xffff) << STEP_BITS | G_STEP;
        int kb = (pb & 0xffff) << STEP_BITS | 1;
        int first = Math.max(kr, Math.max(kg, kb));
        int third = Math.min(kr, Math.min(kg, kb));
        int second = kr + kg + kb - first - third;
        int i1 = i + (first & STEP_MASK);
        int i2 = i1 + (second & STEP_MASK);
        int n0 = nodes[i];
        int n1 = nodes[i1];
        int n2 = nodes[i2];
        int n3 = nodes[i + R_STEP + G_STEP + 1];
        int rest = (n1 - n0) * (first >> STEP_BITS)
                + (n2 - n1) * (second >> STEP_BITS)
                + (n3 - n2) * (third >> STEP_BITS)
                + 0x8001;
        int value = n0 + (rest + (rest >> 16) >> 16);
        return value * 65281 + 8388608 >>> 24;
    }

    /** Where a byte lies between the nodes of an axis: node number in the high, fraction in the low 16 bits. */
    public static int position(int v) {
        int p = v * 8224;
        return p + (p + 32767) / 65535;
    }

    /**
     * The nodes of a component as {@link #value} reads them: index (r * 33 + g) * 33 + b, then zeros so that the
     * neighbours of the last node can be read (they get weight 0).
     */
    public static char[] nodes(int component) {
        return Nodes.COMPONENT[component].clone();
    }

    private static final class Nodes {

        static final char[][] COMPONENT = read();

        private static char[][] read() {
            int count = NODES * NODES * NODES;
            char[][] nodes = new char[3][count + R_STEP + G_STEP + 1];
            try (InputStream in = Lab.class.getResourceAsStream("lab-nodes.bin");
                    DataInputStream data = new DataInputStream(new BufferedInputStream(in))) {
                for (int i = 0; i < count; i++) for (int c = 0; c < 3; c++) nodes[c][i] = data.readChar();
                return nodes;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
