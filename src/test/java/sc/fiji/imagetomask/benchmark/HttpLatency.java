package sc.fiji.imagetomask.benchmark;

import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleSupplier;
import sc.fiji.imagetomask.cli.ImageToMaskCli;
import sc.fiji.imagetomask.zarr.store.WebServer;

/**
 * Times the mask of an OME-Zarr image at an address against that of the same image in a folder, in turns:
 * {@code HttpLatency FOLDER EDGE MILLISECONDS|ADDRESS TURNS [image-to-mask]}. The server is another process on this computer, and
 * waits that long before each answer; or it is one of your own, which serves the folder at that address. With the script, each mask is made by a process of its own, as users do; without
 * it, all are made in this process, and the first four turns do not count, in which Java compiles.
 */
public final class HttpLatency {

    private static final int WARM_UP = 4;

    /** What a user's picture of 10^8 pixels needs is less than that. */
    private static final String HEAP = "-Xmx2g";

    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private HttpLatency() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        Path folder = Path.of(args[0]);
        if (args[1].equals("serve")) {
            serve(folder, Long.parseLong(args[2]));
            return;
        }
        Path picture = folder.resolve("picture.ome.zarr");
        if (!Files.exists(picture)) NoisyZarr.write(Long.parseLong(args[1]), picture);
        int turns = Integer.parseInt(args[3]);
        String script = args.length > 4 ? args[4] : null;
        if (args[2].contains(":")) {
            turns(args[2], folder, turns, script, () -> Double.NaN);
            return;
        }
        Process server = new ProcessBuilder(java("-Xmx1g", folder.toString(), "serve", args[2]))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader said = new BufferedReader(new InputStreamReader(server.getInputStream()))) {
            turns(said.readLine(), folder, turns, script, () -> cpu(server));
        } finally {
            server.destroy();
        }
    }

    private static List<String> java(String heap, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                heap,
                "-cp",
                System.getProperty("java.class.path"),
                HttpLatency.class.getName()));
        command.addAll(List.of(arguments));
        return command;
    }

    /** Until the process is ended. */
    private static void serve(Path folder, long milliseconds) throws IOException, InterruptedException {
        try (WebServer server = new WebServer(folder)) {
            server.delay(milliseconds);
            System.out.println(server.address());
            Thread.currentThread().join();
        }
    }

    private static void turns(String address, Path folder, int turns, String script, DoubleSupplier server)
            throws IOException, InterruptedException {
        String here = folder.resolve("picture.ome.zarr").toString();
        String there = address + "/picture.ome.zarr";
        int unused = script == null ? WARM_UP : 1;
        List<double[]> rows = new ArrayList<>();
        for (int turn = 0; turn < unused + turns; turn++) {
            Spent local = spent(here, folder.resolve("here.ome.zarr"), script);
            double served = server.getAsDouble();
            Spent far = spent(there, folder.resolve("there.ome.zarr"), script);
            if (turn < unused) continue;
            rows.add(new double[] {
                local.seconds(),
                far.seconds(),
                far.seconds() / local.seconds(),
                local.cpuSeconds(),
                far.cpuSeconds(),
                server.getAsDouble() - served
            });
            print("turn " + rows.size(), rows.get(rows.size() - 1));
        }
        double[] medians = new double[rows.get(0).length];
        for (int i = 0; i < medians.length; i++) {
            int column = i;
            double[] all =
                    rows.stream().mapToDouble(row -> row[column]).sorted().toArray();
            medians[i] = all[all.length / 2];
        }
        print("medians", medians);
        System.out.printf("ratio of the medians: %.2f%n", medians[1] / medians[0]);
    }

    private static void print(String what, double[] row) {
        System.out.println(what
                + String.format(
                        ": folder %.2f s, address %.2f s, %.2f times; processor seconds: folder %.2f, address %.2f, server %.2f",
                        Arrays.stream(row).boxed().toArray()));
    }

    private static double cpu(Process process) {
        return process.info().totalCpuDuration().map(d -> d.toNanos() / 1e9).orElse(Double.NaN);
    }

    private static Spent spent(String input, Path output, String script) throws IOException, InterruptedException {
        String[] words = {"--force", "--quiet", "--engine", "java", "--channel", "S (HSV)", input, output.toString()};
        if (script != null) {
            List<String> command = new ArrayList<>(List.of("env", "JAVA_OPTS=" + HEAP, script));
            command.addAll(List.of(words));
            return Spent.by(command);
        }
        long start = System.nanoTime();
        long cores = SYSTEM.getProcessCpuTime();
        int status = ImageToMaskCli.run(words);
        if (status != 0) throw new IllegalStateException("status " + status);
        return new Spent((System.nanoTime() - start) / 1e9, (SYSTEM.getProcessCpuTime() - cores) / 1e9, 0);
    }
}
