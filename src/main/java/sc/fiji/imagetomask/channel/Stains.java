package sc.fiji.imagetomask.channel;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * Three stains of a section, by their colours, and the white of the slide: what colour deconvolution needs to know.
 *
 * <p>By the law of Beer and Lambert, the optical density of a pixel in red, green and blue, D = log10(background / value),
 * is the sum of the three stains' vectors, each times the amount of the stain. The channels {@code Stain 1} to {@code Stain
 * 3} are these amounts: D times the inverse of the matrix of the vectors. Vectors are made one unit long first.
 *
 * <p>Scale: one step is 0.01 of optical density, so density 0 is 0 and 2.55 is 255; what lies beyond is clamped. A byte of
 * 0 counts as 1, and a value above the background as the background.
 *
 * <pre>{@code
 * Stains stains = Stains.parse("H DAB").withBackground(245, 243, 240);
 * int brown = stains.value(1, 0xff_80_40_20);
 * }</pre>
 *
 * <p>Source: A. C. Ruifrok and D. A. Johnston, Quantification of histochemical staining by color deconvolution, Analytical
 * and Quantitative Cytology and Histology 23 (2001).
 */
public final class Stains {

    /** How many there are. */
    public static final int COUNT = 3;

    /** What the tables of {@link #table} are multiplied with. */
    public static final int SCALE_BITS = 16;

    /** Hematoxylin, eosin and DAB, on white. */
    public static final Stains DEFAULT = new Stains(StainSet.HE_DAB.vectors(), White.FULL);

    /** Steps of 0.01. */
    private static final double STEPS = 100;

    /** A larger factor would mean that two stains have nearly the same colour, so that noise decides between them. */
    private static final double MOST_FACTOR = 30;

    private final double[][] vectors;
    private final White background;
    private final double[][] inverse;
    private final int[][][] tables = new int[COUNT][3][];

    private Stains(double[][] vectors, White background) {
        this.vectors = vectors;
        this.background = background;
        inverse = inverse(Arrays.stream(vectors).map(Stains::unit).toArray(double[][]::new));
        boolean apart = Arrays.stream(inverse)
                .flatMapToDouble(Arrays::stream)
                .allMatch(factor -> Math.abs(factor) <= MOST_FACTOR);
        if (!apart)
            throw new IllegalArgumentException("stains is '" + text()
                    + "', but each stain must have a colour that clearly differs from those of the others.");
        for (int c = 0; c < 3; c++) fill(c);
    }

    private void fill(int colour) {
        double[] densities = new double[256];
        for (int v = 0; v < densities.length; v++) densities[v] = background.density(colour, v);
        for (int stain = 0; stain < COUNT; stain++) {
            double factor = (1 << SCALE_BITS) * STEPS * inverse[colour][stain];
            tables[stain][colour] = DoubleStream.of(densities)
                    .mapToInt(density -> (int) Math.rint(factor * density))
                    .toArray();
        }
    }

    /**
     * The stains of that text: the name of a set, or nine numbers {@code r,g,b;r,g,b;r,g,b}, or six, whose third stain is
     * what is at right angles to both.
     *
     * @throws IllegalArgumentException naming the text and what is allowed, if it is not
     */
    public static Stains parse(String text) {
        for (StainSet set : StainSet.values())
            if (plain(set.label()).equals(plain(text))) return new Stains(set.vectors(), White.FULL);
        return of(numbers(text));
    }

    /**
     * Stains of these vectors.
     *
     * @param vectors two or three; each the optical density in red, green and blue, of any length; four digits count
     * @throws IllegalArgumentException if a vector is 0 or two are nearly the same
     */
    public static Stains of(double[]... vectors) {
        double[][] all = completed(vectors);
        for (double[] vector : all) for (int c = 0; c < 3; c++) vector[c] = Math.rint(vector[c] * 1e4) / 1e4;
        return new Stains(all, White.FULL);
    }

    /** The same on a slide whose empty places have that colour, 1 to 255 each. */
    public Stains with(White newBackground) {
        return new Stains(vectors, newBackground);
    }

    /** The white of the slide. */
    public White background() {
        return background;
    }

    /** The optical densities of each stain in red, green and blue. */
    public double[][] vectors() {
        return Arrays.stream(vectors).map(double[]::clone).toArray(double[][]::new);
    }

    /** The name of the set, or its numbers; as {@link #parse} reads it. */
    public String text() {
        for (StainSet set : StainSet.values()) if (Arrays.deepEquals(set.vectors(), vectors)) return set.label();
        return Arrays.stream(vectors)
                .filter(vector -> DoubleStream.of(vector).allMatch(Double::isFinite)) // two of one colour have no third
                .map(vector -> DoubleStream.of(vector).mapToObj(Stains::number).collect(Collectors.joining(",")))
                .collect(Collectors.joining(";"));
    }

    /** The amount of stain 0, 1 or 2 in the pixel {@code 0xAARRGGBB}, 0..255. */
    public int value(int stain, int argb) {
        int sum = 1 << SCALE_BITS - 1;
        for (int c = 0; c < 3; c++) sum += tables[stain][c][argb >> 16 - 8 * c & 255];
        return Math.max(0, Math.min(255, sum >> SCALE_BITS));
    }

    /**
     * The amount of a stain, 0..255 and not rounded, of 16-bit and 32-bit images.
     *
     * @param r red, 0..1; below 1/255 it counts as that; NaN stays
     * @param g green, likewise
     * @param b blue, likewise
     */
    public float value(int stain, float r, float g, float b) {
        float[] factors = factors(stain);
        float[] white = logarithms();
        return Channel.clamp(
                factors[0] * density(r, white[0])
                        + factors[1] * density(g, white[1])
                        + factors[2] * density(b, white[2]),
                255);
    }

    /**
     * What each byte of red (0), green (1) or blue (2) adds to a stain, times 2^{@value #SCALE_BITS}: the sum of the three,
     * rounded and clamped, is the channel.
     */
    public int[] table(int stain, int colour) {
        return tables[stain][colour].clone();
    }

    /** What the densities of red, green and blue are multiplied with. */
    public float[] factors(int stain) {
        float[] factors = new float[3];
        for (int c = 0; c < 3; c++) factors[c] = (float) (STEPS * inverse[c][stain]);
        return factors;
    }

    /** The common logarithms of the background's red, green and blue, 0..1. */
    public float[] logarithms() {
        float[] logarithms = new float[3];
        for (int c = 0; c < 3; c++) logarithms[c] = (float) StrictMath.log10(background.value(c) / 255.0);
        return logarithms;
    }

    private static float density(float value, float white) {
        if (Float.isNaN(value)) return value;
        return Math.max(0, white - (float) Math.log10(Math.max(value, 1f / 255)));
    }

    /** The vectors of a text of numbers, the third completed. */
    static double[][] vectors(String numbers) {
        return completed(numbers(numbers));
    }

    private static double[][] completed(double[][] vectors) {
        double[][] all = new double[COUNT][];
        for (int i = 0; i < vectors.length; i++) all[i] = vectors[i].clone();
        if (vectors.length < COUNT) all[2] = perpendicular(vectors[0], vectors[1]);
        return all;
    }

    private static double[][] numbers(String text) {
        double[][] vectors = Stream.of(text.split(";", -1))
                .map(vector -> Stream.of(vector.split(",", -1))
                        .mapToDouble(number -> parsed(number, text))
                        .toArray())
                .toArray(double[][]::new);
        boolean right = (vectors.length == 2 || vectors.length == COUNT)
                && Arrays.stream(vectors).allMatch(vector -> vector.length == 3);
        if (!right) throw unknown(text);
        return vectors;
    }

    private static double parsed(String number, String text) {
        try {
            double parsed = Double.parseDouble(number.strip());
            if (Math.abs(parsed) <= 1000) return parsed;
        } catch (NumberFormatException e) {
            // not a number: the sentence below says what is allowed
        }
        throw unknown(text);
    }

    private static IllegalArgumentException unknown(String text) {
        return new IllegalArgumentException("stains is '" + text + "', but must be one of " + String.join(", ", names())
                + ", or the optical densities of two or three stains in red, green and blue, such as"
                + " 0.65,0.70,0.29;0.27,0.57,0.78.");
    }

    /** The names of all sets, in menu order. */
    public static List<String> names() {
        return Arrays.stream(StainSet.values()).map(StainSet::label).toList();
    }

    private static String plain(String name) {
        return name == null ? "" : name.replaceAll("[\\s_-]", "").toLowerCase(Locale.ROOT);
    }

    private static String number(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    private static double[] unit(double[] vector) {
        double length = Math.sqrt(vector[0] * vector[0] + vector[1] * vector[1] + vector[2] * vector[2]);
        return DoubleStream.of(vector).map(part -> part / length).toArray();
    }

    private static double[] perpendicular(double[] a, double[] b) {
        double[] u = unit(a);
        double[] v = unit(b);
        return unit(new double[] {u[1] * v[2] - u[2] * v[1], u[2] * v[0] - u[0] * v[2], u[0] * v[1] - u[1] * v[0]});
    }

    /** By cofactors; rows of the result are red, green, blue, columns are stains. Not finite if there is none. */
    private static double[][] inverse(double[][] m) {
        double[][] inverse = new double[3][3];
        double determinant = 0;
        for (int c = 0; c < 3; c++) determinant += m[0][c] * cofactor(m, 0, c);
        for (int row = 0; row < 3; row++)
            for (int column = 0; column < 3; column++) inverse[column][row] = cofactor(m, row, column) / determinant;
        return inverse;
    }

    private static double cofactor(double[][] m, int row, int column) {
        int r1 = (row + 1) % 3;
        int r2 = (row + 2) % 3;
        int c1 = (column + 1) % 3;
        int c2 = (column + 2) % 3;
        return m[r1][c1] * m[r2][c2] - m[r1][c2] * m[r2][c1];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Stains that
                && Arrays.deepEquals(vectors, that.vectors)
                && background.equals(that.background);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.deepHashCode(vectors) + background.hashCode();
    }

    @Override
    public String toString() {
        return text();
    }
}
