package sc.fiji.imagetomask.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The menu's entries in an ImageJ with its window: macros get no dialog and no log, and canceling records nothing. */
class EntriesIT extends InImageJ {

    private static final Path TISSUE = Path.of("docs/sample-tissue.png").toAbsolutePath();

    @Test
    void macrosAreNotAskedAndMistakesAreToldOnce() throws Exception {
        assertThat(imageJ().session(EntriesSession.class, TISSUE)
                        .lines()
                        .filter(line ->
                                !line.startsWith("Could not load libOpenCL"))) // JOCL's own words without OpenCL
                .filteredOn(line -> !line.startsWith("dialog: Preview of ")) // its time is its own
                .containsExactly(
                        "- macro",
                        "active: Channels of sample-tissue.png, shown: true",
                        "- batch",
                        "active: Channels of sample-tissue.png, shown: true",
                        "- mistake",
                        "dialog: Macro Error",
                        "active: sample-tissue.png, shown: true",
                        "- told",
                        "no GPU",
                        "active: sample-tissue.png, shown: true",
                        "log: null",
                        "- last",
                        "active: no GPU, shown: true",
                        "window: Log",
                        "- told again",
                        "active: no GPU, shown: true",
                        "log: open no GPU",
                        "- canceled",
                        "dialog: Channel Gallery",
                        "dialog: Image To Mask",
                        "error: No image is open, but one must be.",
                        "recorded: []");
    }
}
