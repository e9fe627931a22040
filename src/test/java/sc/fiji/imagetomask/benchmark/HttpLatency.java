package sc.fiji.imagetomask.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import sc.fiji.imagetomask.cli.ImageToMaskCli;
import sc.fiji.imagetomask.zarr.store.WebServer;

/**
 * Times the mask of an OME-Zarr image at an address against that of the same image in a folder, in turns:
 * {@code HttpLatency FOLDER EDGE MILLISECONDS TURNS}. The server on this computer waits that long before each answer.
 */
public final class HttpLatency {

    private HttpLatency() {}

    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        Path picture = folder.resolve("picture.ome.zarr");
        if (!Files.exists(picture)) NoisyZarr.write(Long.parseLong(args[1]), picture);
        try (WebServer server = new WebServer(folder)) {
            server.delay(Long.parseLong(args[2]));
            for (int turn = 0; turn < Integer.parseInt(args[3]); turn++) {
                long here = time(picture.toString(), folder.resolve("here.ome.zarr"));
                long there = time(server.address() + "/picture.ome.zarr", folder.resolve("there.ome.zarr"));
                System.out.printf(
                        "folder %d ms, address %d ms, %.2f times; %d requests, %d at once%n",
                        here, there, (double) there / here, server.requests().size(), server.mostAtOnce());
            }
        }
    }

    private static long time(String input, Path output) {
        long start = System.nanoTime();
        int status = ImageToMaskCli.run(
                "--force", "--quiet", "--engine", "java", "--channel", "S (HSV)", input, output.toString());
        if (status != 0) throw new IllegalStateException("status " + status);
        return (System.nanoTime() - start) / 1_000_000;
    }
}
