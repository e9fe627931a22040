package sc.fiji.imagetomask.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.imagetomask.ome.OmeVersion;
import sc.fiji.imagetomask.zarr.DataType;
import sc.fiji.imagetomask.zarr.store.WebServer;

/** The line about masks of OME-Zarr images while they are made. The slow servers take about 3 seconds each. */
class MaskProgressTest {

    @TempDir
    private Path temp;

    /** What a terminal gets, line by line and text by text. */
    private List<String> shown(boolean isTerminal, String... args) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(new ByteArrayOutputStream());
        assertThat(ImageToMaskCli.run(out, new PrintStream(err), isTerminal, args))
                .isZero();
        return Arrays.stream(err.toString().split("[\\r\\n]"))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    @Test
    void tellsBytesAndSecondsOfASlowServer() throws IOException {
        ZarrSample.write(
                temp.resolve("a.zarr"),
                "tcyx",
                new long[] {8, 3, 300, 400},
                new int[] {1, 3, 300, 400},
                DataType.UINT8,
                OmeVersion.V0_5,
                7);
        try (WebServer server = new WebServer(temp)) {
            server.go(request -> {
                if (request.path().matches("/a.zarr/0/c/[4-7].*")) sleep(1500);
                return WebServer.Fault.NONE;
            });
            String address = server.address() + "/a.zarr";
            List<String> lines = shown(true, "--engine", "java", address, temp.resolve("there.zarr") + "");
            assertThat(lines)
                    .isNotEmpty()
                    .allMatch(line ->
                            line.matches("a\\.zarr: \\d+ %, \\d+\\.\\d MB read, \\d+\\.\\d MB/s(, \\d+ s left)?"));
            assertThat(lines).anyMatch(line -> line.matches("a\\.zarr: [1-9]\\d? %, [1-9]\\.\\d MB read.* s left"));
            assertThat(shown(false, "--engine", "java", address, temp.resolve("pipe.zarr") + ""))
                    .isEmpty();
        }
    }

    @Test
    void tellsBytesOfABatchThatHasOmeZarrImages() throws IOException {
        PlateSample.plate(temp.resolve("plate.zarr"), OmeVersion.V0_5);
        try (WebServer server = new WebServer(temp)) {
            server.go(request -> {
                if (request.path().matches(".*/B/2/0/0/c/.*")) sleep(1500);
                return WebServer.Fault.NONE;
            });
            List<String> lines = shown(
                    true,
                    "--engine",
                    "java",
                    "--statistics",
                    "batch",
                    server.address() + "/plate.zarr",
                    temp.resolve("masks.zarr") + "");
            assertThat(lines)
                    .anyMatch(line -> line.matches(
                            "0 of 3 masks: [1-9]\\d? %, \\d+\\.\\d MB read, \\d+\\.\\d MB/s, \\d+ s left"));
            assertThat(lines).noneMatch(line -> line.contains("100 %") && line.startsWith("0 of"));
        }
    }

    private static void sleep(long milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
