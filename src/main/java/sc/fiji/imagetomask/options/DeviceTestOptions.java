package sc.fiji.imagetomask.options;

import java.util.List;
import java.util.function.UnaryOperator;
import sc.fiji.imagetomask.value.Flag;

/**
 * The options that a macro can give for the test of devices.
 *
 * @param device which device is tested, as in the list of devices; null for all
 * @param full whether more is tested, which takes up to a minute more per device
 */
public record DeviceTestOptions(String device, boolean full) {

    /** The defaults: all devices, not in full. */
    public static final DeviceTestOptions DEFAULT = new DeviceTestOptions(null, false);

    private static final String DEVICE = "device";
    private static final String FULL = "full";

    /** The keys that a macro may use. */
    public static final List<String> KEYS = List.of(DEVICE, FULL);

    /**
     * The options in a macro's option string; options that it does not name keep their defaults.
     *
     * @param variables replaces a value such as {@code &name} by the value of the variable
     * @throws IllegalArgumentException naming a key that there is not, or a value that is wrong
     */
    public static DeviceTestOptions parse(String text, UnaryOperator<String> variables) {
        return OptionString.read(text, KEYS, variables, DEFAULT, DeviceTestOptions::with);
    }

    private DeviceTestOptions with(String key, String value) {
        return switch (key) {
            case DEVICE -> new DeviceTestOptions(value, full);
            case FULL -> new DeviceTestOptions(device, new Flag().parse(key, value));
            default -> throw OptionString.unknown(key, value, KEYS);
        };
    }
}
