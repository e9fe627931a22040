package sc.fiji.imagetomask.ome;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * How a channel is meant to be shown, from {@code omero}.
 *
 * @param label its name; empty if there is none
 * @param color six hexadecimal digits, RRGGBB; empty if there is none
 * @param min the value shown as black; NaN if there is none
 * @param max the value shown in full; NaN if there is none
 * @param isActive whether it is shown
 */
public record OmeChannel(String label, String color, double min, double max, boolean isActive) {

    /** A channel that is shown. */
    public OmeChannel(String label, String color, double min, double max) {
        this(label, color, min, max, true);
    }

    /** Whether the color is valid. */
    public boolean hasColor() {
        return color.matches("#?[0-9A-Fa-f]{6}");
    }

    /** All channels. Entries that are not valid are ignored, because they only define how the image is shown. */
    static List<OmeChannel> parse(JsonNode omero) {
        List<OmeChannel> channels = new ArrayList<>();
        for (JsonNode channel : omero.path("channels")) {
            JsonNode window = channel.path("window");
            channels.add(new OmeChannel(
                    channel.path("label").asText(""),
                    channel.path("color").asText(""),
                    window.path("start").asDouble(Double.NaN),
                    window.path("end").asDouble(Double.NaN),
                    channel.path("active").asBoolean(true)));
        }
        return List.copyOf(channels);
    }
}
