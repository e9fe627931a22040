package sc.fiji.imagetomask.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.scijava.command.Command;

/**
 * Who owns the labels of the menu in Fiji. Fiji gives a label to a SciJava command that has a menu path, though ImageJ's
 * {@code plugins.config} names a class for it; the search bar lists every visible command that has a label, besides those
 * of ImageJ; and commands with the attribute {@code no-legacy} cannot be found there at all.
 */
public final class MenuOwners {

    private static final Pattern ENTRY = Pattern.compile("^[^#\"\\n]+, *\"([^\"]*)\" *,", Pattern.MULTILINE);

    private MenuOwners() {}

    /**
     * No SciJava command of ours takes one of the labels, no label is listed twice in the search bar.
     *
     * @param index SciJava's index of plugins
     * @param entries plugins.config
     */
    public static void assertLabelsAreThoseOfImageJ(String index, String entries) throws IOException {
        List<String> labels =
                ENTRY.matcher(entries).results().map(entry -> entry.group(1)).toList();
        assertThat(labels).contains("Image To Mask...", "Channel Gallery", "Find Mask Settings", "Make Mask Again");
        assertThat(labels).as("labels without a command").doesNotContain("-").doesNotHaveDuplicates();
        int commands = 0;
        try (MappingIterator<JsonNode> plugins =
                new ObjectMapper().readerFor(JsonNode.class).readValues(index)) {
            while (plugins.hasNext()) {
                JsonNode plugin = plugins.next();
                String name = plugin.path("class").asText();
                JsonNode values = plugin.path("values");
                if (!name.startsWith("sc.fiji.imagetomask.")
                        || !values.path("type").asText().equals(Command.class.getName())) continue;
                commands++;
                assertThat(values.has("menuPath") || values.has("menu"))
                        .as("a menu path at " + name)
                        .isFalse();
                assertThat(values.path("attrs").toString()).as(name).doesNotContain("no-legacy");
                assertThat(labels).as(name).doesNotContain(values.path("label").asText());
            }
        }
        assertThat(commands).as("commands in the index").isEqualTo(5);
    }
}
