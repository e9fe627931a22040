package sc.fiji.imagetomask.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sc.fiji.imagetomask.Needs;

/** Dialog, preview and masks among the other windows, without and with a window manager, on small and fine screens. */
class WindowsIT {

    @ParameterizedTest
    @CsvSource({"1366x768, false, 1, 1", "1366x768, true, 1, 1", "1920x1080, true, 2, 1", "1920x1080, true, 1, 2"})
    void dialogPreviewAndMask(String size, boolean managed, String guiScale, String uiScale) throws Exception {
        Needs.part(VirtualDisplay.isInstalled(), "Xvfb is not installed, so no ImageJ can be started.");
        Needs.part(!managed || VirtualDisplay.hasManager(), "openbox is not installed, so no window is managed.");
        String name = "windows-" + size + "-" + managed + "-" + guiScale + uiScale;
        Path folder =
                Files.createDirectories(RealImageJ.TARGET.resolve("screenshots").resolve(name));
        try (VirtualDisplay display = managed ? VirtualDisplay.open(size).managed() : VirtualDisplay.open(size)) {
            RealImageJ imageJ =
                    new RealImageJ(display, name).withStandaloneJar().with("-Dsun.java2d.uiScale=" + uiScale);
            String output = imageJ.session(
                    WindowsSession.class, folder, Path.of(guiScale), Path.of(managed ? "managed" : "bare"));
            assertThat(output)
                    .contains(
                            "dialog stays where it opened: true",
                            "Enter presses OK: true",
                            "dialog has the focus: true")
                    .contains("all but ImageJ on the screen: true")
                    .contains("preview on top: true", "space shows the picture: true", "then the mask again: true")
                    .contains("the wheel zooms: true", "status: x=", "closed by Esc: true")
                    .contains("place is kept: ")
                    .doesNotContain("Exception")
                    .doesNotContain(": false");
            if (managed) assertThat(output).contains("closed by the window manager: true");
            if (uiScale.equals("1")) assertThat(output).contains("nothing covered: true", "mask covers nothing: true");
        }
    }
}
