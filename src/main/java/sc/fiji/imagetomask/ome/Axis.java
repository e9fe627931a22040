package sc.fiji.imagetomask.ome;

import java.util.List;

/**
 * A dimension of an image.
 *
 * @param name {@code t}, {@code c}, {@code z}, {@code y} or {@code x}
 * @param unit such as {@code micrometer} or {@code second}; null if there is none
 */
public record Axis(String name, String unit) {

    static final String NAMES = "t, c, z, y, x";

    /** An axis without unit. */
    public static Axis of(String name) {
        return new Axis(name, null);
    }

    /** One letter for each axis, such as {@code "tczyx"}. */
    public static List<Axis> all(String letters) {
        return letters.chars()
                .mapToObj(letter -> of(Character.toString(letter)))
                .toList();
    }

    /** @throws IllegalArgumentException if the name is none of the five */
    public Axis {
        if (!List.of(NAMES.split(", ")).contains(name))
            throw new IllegalArgumentException("axis is '" + name + "', but must be one of " + NAMES + ".");
    }

    /** {@code time}, {@code channel} or {@code space}. */
    public String type() {
        return switch (name) {
            case "t" -> "time";
            case "c" -> "channel";
            default -> "space";
        };
    }

    /** Whether each resolution is half as large along this axis as the one before. */
    boolean isHalved() {
        return name.equals("y") || name.equals("x");
    }

    /** The size at a lower resolution: halved {@code times} times, rounded up each time. */
    static long halved(long size, int times) {
        return ((size - 1) >> times) + 1;
    }

    /** Whether each name is there at most once, and y and x are there. */
    static boolean makeAnImage(List<Axis> axes) {
        List<String> names = axes.stream().map(Axis::name).toList();
        return names.stream().distinct().count() == names.size() && names.containsAll(List.of("y", "x"));
    }
}
