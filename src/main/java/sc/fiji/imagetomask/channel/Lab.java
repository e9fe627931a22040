package sc.fiji.imagetomask.channel;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

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
    /** From the low to the high corner of a cell. */
    public static final int DIAGONAL = R_STEP + G_STEP + 1;

    private static final int STEP_BITS = 11;
    private static final int STEP_MASK = (1 << STEP_BITS) - 1;

    private Lab() {}

    /**
     * The interpolated component (0 is L, 1 is a, 2 is b), 0..255, of r, g, b in 0..255: a walk from the low corner of
     * the colour's cell to the high one, along the axis of the largest fraction first, weighs the four nodes on it.
     */
    public static int value(int component, int r, int g, int b) {
        int kr = rKey(r);
        int kg = gKey(g);
        int kb = bKey(b);
        int first = Ints.max(kr, kg, kb); // sorting the keys sorts the axes
        int third = Ints.min(kr, kg, kb);
        int second = kr + kg + kb - first - third;
        char[] nodes = Nodes.COMPONENT[component];
        int i0 = corner(r, g, b);
        int i1 = i0 + step(first);
        int i2 = i1 + step(second);
        int i3 = i0 + DIAGONAL;
        return rounded(
                nodes[i0],
                (nodes[i1] - nodes[i0]) * fraction(first)
                        + (nodes[i2] - nodes[i1]) * fraction(second)
                        + (nodes[i3] - nodes[i2]) * fraction(third));
    }

    /** The node at the low corner of the cell that holds the colour. */
    public static int corner(int r, int g, int b) {
        return (position(r) >> 16) * R_STEP + (position(g) >> 16) * G_STEP + (position(b) >> 16);
    }

    /** How far r lies between its nodes, with the step from node to node along its axis in the low bits. */
    public static int rKey(int r) {
        return (position(r) & 0xffff) << STEP_BITS | R_STEP;
    }

    /** The same for g. */
    public static int gKey(int g) {
        return (position(g) & 0xffff) << STEP_BITS | G_STEP;
    }

    /** The same for b. */
    public static int bKey(int b) {
        return (position(b) & 0xffff) << STEP_BITS | 1;
    }

    /** The fraction in a key, 0..65535 for 0..1. */
    public static int fraction(int key) {
        return key >>> STEP_BITS;
    }

    /** The step in a key: how far the next node along its axis is. */
    public static int step(int key) {
        return key & STEP_MASK;
    }

    /** The byte that the node n0 and the weighted differences on the way through the cell sum up to. */
    public static int rounded(int n0, int differences) {
        int rest = differences + 0x8001;
        int value = n0 + (rest + (rest >> 16) >> 16);
        return value * 65281 + 8388608 >>> 24;
    }

    /**
     * Where a byte lies between the nodes of an axis: node number in the high, fraction in the low 16 bits. It is
     * p + (p + 32767) / 65535 for p = 8224 v, which the reference gets of the 16-bit value 257 v.
     */
    private static int position(int v) {
        return v * 8224 + (v + 4 >> 3);
    }

    /** L* times 2.55, 0..255 and not rounded, of r, g, b in 0..1, by the formula. */
    public static float l(float r, float g, float b) {
        return Channel.clamp(2.55f * (116 * y(linear(r), linear(g), linear(b)) - 16), 255);
    }

    /** a* + 128, within 0..255 and not rounded, of r, g, b in 0..1, by the formula; grey is 128 exactly. */
    public static float a(float r, float g, float b) {
        if (r == g && g == b) return 128;
        float lr = linear(r);
        float lg = linear(g);
        float lb = linear(b);
        float x = root(0.45223113f * lr + 0.39941186f * lg + 0.14835702f * lb);
        return Channel.clamp(500 * (x - y(lr, lg, lb)) + 128, 255);
    }

    /** b* + 128, within 0..255 and not rounded, of r, g, b in 0..1, by the formula; grey is 128 exactly. */
    public static float b(float r, float g, float b) {
        if (r == g && g == b) return 128;
        float lr = linear(r);
        float lg = linear(g);
        float lb = linear(b);
        float z = root(0.016875f * lr + 0.11767152f * lg + 0.86545348f * lb);
        return Channel.clamp(200 * (y(lr, lg, lb) - z) + 128, 255);
    }

    /** f(Y/Yn); the weights of Y/Yn, X/Xn and Z/Zn are those of sRGB's primaries, adapted from D65 to D50. */
    private static float y(float lr, float lg, float lb) {
        return root(0.22248454f * lr + 0.71690508f * lg + 0.06061038f * lb);
    }

    /** sRGB's curve: light of a value in 0..1. */
    private static float linear(float v) {
        return v <= 0.04045f ? v / 12.92f : (float) Math.pow((v + 0.055f) / 1.055f, 2.4);
    }

    /** f of the formula. */
    private static float root(float t) {
        return t > 216f / 24389 ? (float) Math.cbrt(t) : (24389f / 27 * t + 16) / 116;
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
            char[][] nodes = new char[3][count + DIAGONAL];
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
