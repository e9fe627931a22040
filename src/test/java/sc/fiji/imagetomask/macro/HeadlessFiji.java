package sc.fiji.imagetomask.macro;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import net.imagej.patcher.LegacyEnvironment;
import sc.fiji.imagetomask.ij1.ImageToMaskPlugin;

/** ImageJ without a display, patched as Fiji does it, in a Java of its own. */
final class HeadlessFiji {

    private static final int TIMEOUT_SECONDS = 300;

    private HeadlessFiji() {}

    /** Makes this Java such an ImageJ; before any class of ImageJ is loaded. */
    static void start(Path ourClasses) {
        LegacyEnvironment imagej;
        try {
            imagej = new LegacyEnvironment(HeadlessFiji.class.getClassLoader(), true);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
        imagej.disableInitializer();
        imagej.noPluginClassLoader();
        imagej.suppressIJ1ScriptDiscovery();
        imagej.addPluginClasspath(ourClasses.toFile());
        imagej.applyPatches();
        imagej.newImageJ1(true);
    }

    /** What a program prints that gets the folder of our classes, then these arguments. */
    static String output(Path folder, String maxHeap, List<String> classPath, Class<?> program, Path... arguments)
            throws Exception {
        Path output = folder.resolve("output.txt");
        Path classes = Path.of(ImageToMaskPlugin.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                maxHeap,
                "-Djava.awt.headless=true",
                "-Duser.home=" + folder,
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "-cp",
                String.join(java.io.File.pathSeparator, classPath),
                program.getName(),
                classes.toString()));
        for (Path argument : arguments) command.add(argument.toString());
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        boolean ended = process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        if (!ended) process.destroyForcibly().waitFor();
        String text = Files.readString(output);
        assertThat(process.exitValue()).as(text).isZero();
        return text;
    }
}
