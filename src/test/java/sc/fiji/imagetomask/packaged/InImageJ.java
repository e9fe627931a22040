package sc.fiji.imagetomask.packaged;

import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInfo;
import sc.fiji.imagetomask.Needs;

/** Tests with the built jar in a real ImageJ, on a display of its own. */
abstract class InImageJ {

    private static VirtualDisplay display;
    private static RealImageJ imageJ;

    /** Where there is no display, tests are skipped, or fail in CI, before they ask for it. */
    static RealImageJ imageJ() {
        return imageJ;
    }

    static VirtualDisplay display() {
        return display;
    }

    /** In a folder of the class, because classes run at the same time. */
    @BeforeAll
    static void openADisplay(TestInfo test) throws IOException {
        if (!VirtualDisplay.isInstalled()) return;
        display = VirtualDisplay.open();
        imageJ = new RealImageJ(display, "imagej-" + test.getDisplayName()).withStandaloneJar();
    }

    /** Before each test and not once before all, so that every skipped test is counted as one. */
    @BeforeEach
    void needsADisplay() {
        Needs.part(display != null, "Xvfb is not installed, so no ImageJ can be started.");
    }

    @AfterAll
    static void closeTheDisplay() {
        if (display != null) display.close();
        display = null;
    }
}
