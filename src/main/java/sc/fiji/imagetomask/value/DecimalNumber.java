package sc.fiji.imagetomask.value;

/** A number of that range, both ends included. */
public record DecimalNumber(double least, double most) implements ParsedKind<Double> {

    @Override
    public String values() {
        return least + " to " + most;
    }

    /**
     * The number, if it is allowed.
     *
     * @throws IllegalArgumentException naming key, value and range, if it is not
     */
    public double require(String key, double value) {
        return require(key, value, String.valueOf(value));
    }

    private double require(String key, double value, String shown) {
        if (!(value >= least && value <= most)) throw Kind.mistake(key, shown, allowed());
        return value;
    }

    @Override
    public Double parse(String key, String text) {
        double value;
        try {
            value = Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw Kind.mistake(key, "'" + text + "'", allowed());
        }
        return require(key, value, text.strip());
    }

    private String allowed() {
        return "a number from " + values();
    }
}
