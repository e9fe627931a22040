package sc.fiji.imagetomask.channel;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;

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
    private static final int DIAGONAL = R_STEP + G_STEP + 1;
    private static final int[] STEPS = {R_STEP, G_STEP, 1};

    /** An order of the axes by their fractions, as three bits; two of the eight cannot occur. */
    private static final int ORDERS = 8;

    private static final int R_BELOW_G = 4;
    private static final int G_BELOW_B = 2;
    private static final int R_BELOW_B = 1;

    private Lab() {}

    /**
     * The interpolated component (0 is L, 1 is a, 2 is b), 0..255, of r, g, b in 0..255: a walk from the low corner of
     * the colour's cell to the high one, along the axis of the largest fraction first, weighs the rise along each axis.
     */
    public static int value(int component, int r, int g, int b) {
        char[] nodes = Nodes.COMPONENT[component];
        int fr = fraction(r);
        int fg = fraction(g);
        int fb = fraction(b);
        long entry = entry(nodes, corner(r, g, b), starts(order(fr, fg, fb)));
        return rounded((int) entry, rise((int) entry, (int) (entry >>> 32), fr, fg, fb));
    }

    /**
     * The cells cut into tetrahedra, for look-ups by {@link #tetrahedron}: in the low half of an entry the node at the
     * low corner (low 16 bits) and the rise along r, in the high half the rises along g (low 16 bits) and b, signed.
     *
     * <p>The walk from corner to corner goes along each axis once; so the tetrahedron alone decides how far the value
     * rises along it, and the fractions need not be sorted.
     */
    public static long[] tetrahedra(int component) {
        char[] nodes = Nodes.COMPONENT[component];
        long[] entries = new long[NODES * NODES * NODES * ORDERS];
        for (int order = 0; order < ORDERS; order++) {
            int[] starts = starts(order);
            for (int i = order, corner = 0; i < entries.length; i += ORDERS, corner++)
                entries[i] = entry(nodes, corner, starts);
        }
        return entries;
    }

    private static long entry(char[] nodes, int corner, int[] starts) {
        return nodes[corner]
                | rise(nodes, corner + starts[0], R_STEP) << 16
                | rise(nodes, corner + starts[1], G_STEP) << 32
                | rise(nodes, corner + starts[2], 1) << 48;
    }

    /** In 16 bits. */
    private static long rise(char[] nodes, int from, int step) {
        return nodes[from + step] - nodes[from] & 0xffff;
    }

    /** Where the walk starts along each axis: where the axes before it have led. */
    private static int[] starts(int order) {
        int[] starts = new int[3];
        for (int axis = 0; axis < 3; axis++)
            for (int other = 0; other < 3; other++) if (before(other, axis, order)) starts[axis] += STEPS[other];
        return starts;
    }

    /** Whether the walk goes along one axis before the other: its fraction is the larger one. */
    private static boolean before(int one, int other, int order) {
        if (one == other) return false;
        if (one > other) return !before(other, one, order);
        int bit = one + other == 1 ? R_BELOW_G : one + other == 2 ? R_BELOW_B : G_BELOW_B;
        return (order & bit) == 0;
    }

    /** Where in {@link #tetrahedra} the one is that holds a colour of these fractions in the cell of that corner. */
    public static int tetrahedron(int corner, int fr, int fg, int fb) {
        return corner * ORDERS + order(fr, fg, fb);
    }

    private static int order(int fr, int fg, int fb) {
        return (fr - fg >>> 31) * R_BELOW_G + (fg - fb >>> 31) * G_BELOW_B + (fr - fb >>> 31) * R_BELOW_B;
    }

    /** The node at the low corner of the cell that holds the colour. */
    public static int corner(int r, int g, int b) {
        return (position(r) >>> 16) * R_STEP + (position(g) >>> 16) * G_STEP + (position(b) >>> 16);
    }

    /** How far a byte lies between the nodes of an axis, 0..65535 for 0..1. */
    public static int fraction(int v) {
        return position(v) & 0xffff;
    }

    /** What the rises in both halves of an entry sum up to, weighed with the fractions of a colour. */
    public static int rise(int low, int high, int fr, int fg, int fb) {
        return (low >> 16) * fr + (high << 16 >> 16) * fg + (high >> 16) * fb;
    }

    /** The component, 0..255, from the low half of an entry and the weighed rise above its node. */
    public static int rounded(int low, int rise) {
        int rest = rise + 0x8001;
        int value = (low & 0xffff) + (rest + (rest >> 16) >> 16);
        return value * 65281 + 8388608 >>> 24;
    }

    /**
     * Where a byte lies between the nodes of an axis: node number in the high, fraction in the low 16 bits. It is
     * p + (p + 32767) / 65535 for p = 8224 v, which the reference gets of the 16-bit value 257 v.
     */
    private static int position(int v) {
        return v * 8224 + (v + 4 >> 3);
    }

    /** L* times 2.55, 0..255 and not rounded, of r, g, b in 0..1, by the formula; black is 0 and white 255 exactly. */
    public static float l(float r, float g, float b) {
        if (r == g && g == b && (r == 0 || r == 1)) return 255 * r;
        float lr = linear(r);
        float lg = g == r ? lr : linear(g);
        float lb = b == g ? lg : linear(b);
        return Channel.clamp(2.55f * (116 * y(lr, lg, lb) - 16), 255);
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
            try (InputStream in = Lab.class.getResourceAsStream("lab-nodes.bin")) {
                char[] stored = new char[3 * NODES * NODES * NODES];
                ByteBuffer.wrap(in.readAllBytes()).asCharBuffer().get(stored);
                char[][] nodes = new char[3][stored.length / 3 + DIAGONAL];
                for (int i = 0; i < stored.length; i++) nodes[i % 3][i / 3] = stored[i];
                return nodes;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
