package sc.fiji.imagetomask.value;

import java.math.BigDecimal;

/**
 * A whole number of that range, both ends included.
 *
 * @param most {@link Integer#MAX_VALUE}: there is no upper end
 */
public record WholeNumber(int least, int most) implements ParsedKind<Integer> {

    @Override
    public String values() {
        return most == Integer.MAX_VALUE ? least + " or more" : least + " to " + most;
    }

    /**
     * The number, if it is allowed.
     *
     * @throws IllegalArgumentException naming key, value and range, if it is not
     */
    public int require(String key, int value) {
        if (value < least || value > most) throw Kind.mistake(key, value, allowed());
        return value;
    }

    /** The number in a text; {@code 7.0} is one, too. */
    @Override
    public Integer parse(String key, String text) {
        try {
            return require(key, new BigDecimal(text).intValueExact());
        } catch (ArithmeticException | NumberFormatException e) {
            throw Kind.mistake(key, "'" + text + "'", allowed());
        }
    }

    private String allowed() {
        return most == Integer.MAX_VALUE ? "a whole number, " + values() : "a whole number from " + values();
    }
}
