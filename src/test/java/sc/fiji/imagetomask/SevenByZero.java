package sc.fiji.imagetomask;

/** Whether Java still notices a division by zero, which some drivers of OpenCL prevent in the process they are loaded into. */
public final class SevenByZero {

    private SevenByZero() {}

    /** {@code 7 / 0 throws}, or what it is. */
    public static String now() {
        return by(0);
    }

    /** Not a constant, which a compiler would work out itself. */
    private static String by(int zero) {
        try {
            return "7 / 0 is " + 7 / zero;
        } catch (ArithmeticException e) {
            return "7 / 0 throws";
        }
    }
}
