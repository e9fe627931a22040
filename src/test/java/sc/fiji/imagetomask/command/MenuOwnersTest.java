package sc.fiji.imagetomask.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.scijava.Context;
import org.scijava.module.ModuleInfo;
import org.scijava.module.ModuleService;

/** In Fiji the menu and the macros use ImageJ's own entries, and the search bar lists each name once. */
class MenuOwnersTest {

    private static final Path CLASSES = Path.of("target", "classes");

    private static Context context;
    private static String index;
    private static String entries;

    @BeforeAll
    static void open() throws IOException {
        context = new Context();
        index = Files.readString(CLASSES.resolve("META-INF/json/org.scijava.plugin.Plugin"));
        entries = Files.readString(CLASSES.resolve("plugins.config"));
    }

    @AfterAll
    static void close() {
        context.close();
    }

    @Test
    void theEntriesOfPluginsConfigOwnTheirLabels() throws IOException {
        MenuOwners.assertLabelsAreThoseOfImageJ(index, entries);
    }

    @Test
    void aCommandThatTookAnEntryOverWouldBeSeen() {
        String owner = "{\"class\":\"sc.fiji.imagetomask.command.X\",\"values\":{\"type\":"
                + "\"org.scijava.command.Command\",\"menuPath\":\"Plugins>Masks>Image To Mask...\"}}";
        assertThatThrownBy(() -> MenuOwners.assertLabelsAreThoseOfImageJ(index + owner, entries))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("a menu path at sc.fiji.imagetomask.command.X");
    }

    /** The search bar lists visible modules of the ModuleService that have a label or a place in the menu. */
    @Test
    void theSearchBarListsTheCommandOfImgLib2Once() {
        assertThat(context.service(ModuleService.class).getModules())
                .filteredOn(module -> module.getDelegateClassName().startsWith("sc.fiji.imagetomask."))
                .hasSize(5)
                .filteredOn(ModuleInfo::isVisible)
                .extracting(ModuleInfo::getLabel)
                .containsExactly("Image To Mask (ImgLib2)");
    }
}
