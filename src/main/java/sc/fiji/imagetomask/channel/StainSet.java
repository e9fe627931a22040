package sc.fiji.imagetomask.channel;

/**
 * The sets of stains that have a name: the optical densities of each stain in red, green and blue.
 *
 * <p>A set of two stains has as its third what is at right angles to both: light that neither explains.
 *
 * <p>Source: A. C. Ruifrok and D. A. Johnston 2001 for H DAB and H&amp;E DAB; the others were measured by G. Landini and
 * others for the plugin Colour Deconvolution of ImageJ. Slides differ: vectors from a slide of one's own are better.
 */
enum StainSet {
    HE("H&E", "0.644211,0.716556,0.266844;0.092789,0.954111,0.283111"),
    H_DAB("H DAB", "0.650,0.704,0.286;0.268,0.570,0.776"),
    HE_DAB("H&E DAB", "0.650,0.704,0.286;0.072,0.990,0.105;0.268,0.570,0.776"),
    H_AEC("H AEC", "0.650,0.704,0.286;0.2743,0.6796,0.6803"),
    H_PAS("H PAS", "0.644211,0.716556,0.266844;0.175411,0.972178,0.154589"),
    FAST_RED_FAST_BLUE_DAB(
            "FastRed FastBlue DAB",
            "0.21393921,0.85112669,0.47794022;0.74890292,0.60624161,0.26731082;0.268,0.570,0.776"),
    METHYL_GREEN_DAB("Methyl Green DAB", "0.98003,0.144316,0.133146;0.268,0.570,0.776"),
    MASSON_TRICHROME("Masson Trichrome", "0.7995107,0.5913521,0.10528667;0.09997159,0.73738605,0.6680326"),
    AZAN_MALLORY(
            "Azan-Mallory",
            "0.853033,0.508733,0.112656;0.09289875,0.8662008,0.49098468;0.10732849,0.36765403,0.9237484"),
    ALCIAN_BLUE_H("Alcian Blue H", "0.874622,0.457711,0.158256;0.552556,0.7544,0.353744"),
    GIEMSA("Giemsa", "0.834750233,0.513556283,0.196330403;0.092789,0.954111,0.283111"),
    FEULGEN_LIGHT_GREEN("Feulgen Light Green", "0.46420921,0.83008335,0.30827187;0.94705542,0.25373821,0.19650764");

    private final String label;
    private final double[][] vectors;

    StainSet(String label, String numbers) {
        this.label = label;
        vectors = Stains.vectors(numbers);
    }

    /** What users see and type. */
    String label() {
        return label;
    }

    /** Three vectors. */
    double[][] vectors() {
        return vectors;
    }
}
