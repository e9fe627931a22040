package sc.fiji.imagetomask.engine.devices;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;

/** Findings as text, in a file and between processes: Java's format of properties, one record per device. */
final class FindingsText {

    private static final String REASON = "reason";
    private static final String TROUBLE = "trouble";

    private FindingsText() {}

    static Properties properties(Findings findings) {
        Properties text = new Properties();
        if (findings.reason() != null) text.setProperty(REASON, findings.reason());
        if (findings.trouble() != null) text.setProperty(TROUBLE, findings.trouble());
        for (int i = 0; i < findings.devices().size(); i++) {
            FoundDevice device = findings.devices().get(i);
            String start = start(i);
            text.setProperty(start + "name", device.name());
            text.setProperty(start + "kind", device.kind().name().toLowerCase(Locale.ROOT));
            text.setProperty(start + "vendor", device.vendor());
            text.setProperty(start + "driver", device.driver());
            text.setProperty(start + "opencl", device.version());
            text.setProperty(start + "platform", Integer.toString(device.platform()));
            text.setProperty(start + "position", Integer.toString(device.position()));
            text.setProperty(start + "speed", Long.toString(device.speed()));
            text.setProperty(start + "harmless", Boolean.toString(device.harmless()));
            text.setProperty(start + "tested", Boolean.toString(device.tested()));
            if (device.fault() != null) text.setProperty(start + "fault", device.fault());
        }
        return text;
    }

    /** @throws IllegalArgumentException if the text is none that {@link #properties} writes */
    static Findings findings(Properties text) {
        List<FoundDevice> devices = new ArrayList<>();
        while (text.containsKey(start(devices.size()) + "name")) devices.add(device(text, start(devices.size())));
        String reason = text.getProperty(REASON);
        String trouble = text.getProperty(TROUBLE);
        if (devices.isEmpty() && reason == null && trouble == null)
            throw new IllegalArgumentException("There is neither a device nor a reason.");
        return new Findings(devices, reason, trouble);
    }

    private static FoundDevice device(Properties text, String start) {
        return new FoundDevice(
                value(text, start + "name"),
                DeviceKind.valueOf(value(text, start + "kind").toUpperCase(Locale.ROOT)),
                value(text, start + "vendor"),
                value(text, start + "driver"),
                value(text, start + "opencl"),
                Integer.parseInt(value(text, start + "platform")),
                Integer.parseInt(value(text, start + "position")),
                Long.parseLong(value(text, start + "speed")),
                Boolean.parseBoolean(value(text, start + "harmless")),
                Boolean.parseBoolean(value(text, start + "tested")),
                text.getProperty(start + "fault"));
    }

    private static String start(int device) {
        return "device." + device + ".";
    }

    private static String value(Properties text, String key) {
        String value = text.getProperty(key);
        if (value == null) throw new IllegalArgumentException(key + " is missing.");
        return value;
    }
}
