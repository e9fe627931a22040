package sc.fiji.imagetomask.clij;

import sc.fiji.imagetomask.MaskSettings;

/** The settings among the arguments of a macro extension: channel, black, white, gray, invert. */
record MaskArguments(Object[] arguments, int first) {

    /** @throws IllegalArgumentException with one sentence naming a value that is not allowed */
    MaskSettings settings() {
        return MaskSettings.of(String.valueOf(arguments[first]))
                .withLevels(whole("black", first + 1), whole("white", first + 2), number("gray", first + 3))
                .withInvert(isTrue(arguments[first + 4]));
    }

    private int whole(String name, int i) {
        double value = number(name, i);
        if (value != Math.rint(value))
            throw new IllegalArgumentException(name + " is " + value + ", but must be a whole number from 0 to 255.");
        return (int) value;
    }

    private double number(String name, int i) {
        try {
            return Double.parseDouble(String.valueOf(arguments[i]));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + " is '" + arguments[i] + "', but must be a number.");
        }
    }

    private static boolean isTrue(Object value) {
        if (value instanceof Number number) return number.doubleValue() != 0;
        return Boolean.parseBoolean(String.valueOf(value));
    }
}
