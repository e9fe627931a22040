package sc.fiji.imagetomask.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sc.fiji.imagetomask.Needs;
import sc.fiji.imagetomask.TestHome;

/** Whatever drivers do, {@code auto} leaves the process as it was: PoCL, and a GPU whose driver is made up. */
@EnabledOnOs(OS.LINUX)
class WholeJavaTest {

    private static final String VARIABLE = "POCL_SIGFPE_HANDLER";

    @TempDir
    Path folder;

    @Test
    void theDriversThatAreHereDoNoHarm() throws Exception {
        Needs.openCl();
        Path picture = Sample.of(4200, 4200, 3, 1).write(folder.resolve("picture.png"));
        List<String> lines =
                run(Map.of(), "--devices", "auto", "--quiet+" + picture + "+" + folder.resolve("mask.png"), "auto");
        assertThat(lines)
                .filteredOn(line -> line.contains(": 7 / 0 "))
                .hasSize(4)
                .allMatch(line -> line.endsWith("7 / 0 throws"));
        assertThat(folder.resolve("mask.png")).exists();
    }

    /** The first run of all, which looks for devices while it works. */
    @Test
    void theFirstSearchDoesNoHarm() throws Exception {
        assertThat(run(Map.of(), "auto", "--devices", "auto"))
                .filteredOn(line -> line.contains(": 7 / 0 "))
                .allMatch(line -> line.endsWith("7 / 0 throws"));
    }

    /** With PoCL alone that is what happens; its variable, or libjsig.so, prevents it. */
    @Test
    void whoAsksForADriverThatDoesHarmIsToldOnce() throws Exception {
        Needs.openCl();
        List<String> lines = run(Map.of(), "opencl", "opencl");
        assertThat(lines)
                .as(lines.toString())
                .filteredOn("opencl: opencl made the right bytes"::equals)
                .hasSize(2);
        boolean harmless = lines.stream().noneMatch(line -> line.startsWith("opencl: 7 / 0 is"));
        assertThat(lines)
                .as(lines.toString())
                .filteredOn(line -> line.startsWith("notice: While the OpenCL driver of '"))
                .hasSize(harmless ? 0 : 1);
        assertThat(run(Map.of(VARIABLE, "0"), "opencl"))
                .contains("opencl: 7 / 0 throws")
                .noneMatch(line -> line.startsWith("notice: "));
    }

    /** ocl-icd asks all drivers for their devices, PoCL's too, unless it is told not to sort them. */
    @ParameterizedTest
    @CsvSource({"devices", "none"})
    void aGpuBesidePoclIsUsedOnlyWherePoclDoesNoHarm(String sort) throws Exception {
        Map<String, String> drivers = new TreeMap<>(withFakeDriver(true));
        drivers.put("OCL_ICD_PLATFORM_SORT", sort);
        List<String> lines = run(drivers, "--devices", "auto", "auto");
        assertThat(lines).contains("opencl: Fake GPU");
        assertThat(lines)
                .filteredOn(line -> line.contains(": 7 / 0 ") && !line.startsWith("notice: "))
                .hasSize(3)
                .allMatch(line -> line.endsWith("throws"));
        // either it may not be used, or it is and fails
        assertThat(lines)
                .filteredOn(line -> line.startsWith("notice: "))
                .singleElement()
                .asString()
                .startsWith("notice: The java engine is used: ")
                .containsAnyOf("POCL_SIGFPE_HANDLER=0", "clCreateContext");
        if (sort.equals("none")) assertThat(lines).anyMatch(line -> line.contains("clCreateContext"));
    }

    @ParameterizedTest
    @CsvSource({"platforms-abort", "devices-abort", "platforms-hang", "devices-hang"})
    void aDriverThatFailsCostsOneNotice(String fault) throws Exception {
        Map<String, String> drivers = new TreeMap<>(withFakeDriver(false));
        drivers.put("FAKE_DRIVER", fault);
        List<String> lines = run(drivers, "--devices", "auto", "auto");
        assertThat(lines)
                .contains("auto: 7 / 0 throws")
                .anyMatch(line -> line.startsWith("opencl: none. The OpenCL driver "));
        assertThat(lines)
                .filteredOn(line -> line.startsWith("notice: "))
                .singleElement()
                .asString()
                .startsWith("notice: The java engine is used: The OpenCL driver ")
                .contains(fault.endsWith("abort") ? " crashed " : " did not answer within 5 s ");
        // it is remembered: with a driver that works the answer would be another one
        assertThat(run(withFakeDriver(false), "--devices")).anyMatch(line -> line.startsWith("opencl: none."));
    }

    /** It was found by an earlier process, where it failed the test, and is unplugged since. */
    @Test
    void autoWithADeviceThatIsGoneUsesJavaAndSaysSoOnce() throws Exception {
        List<String> lines = runWithoutTheGpu("auto", "auto");
        assertThat(lines)
                .containsOnlyOnce("notice: The java engine is used: 'Fake GPU' is not used, because it failed the test."
                        + " OpenCL's clCreateContext failed with CL_OUT_OF_HOST_MEMORY.")
                .noneMatch(line -> line.startsWith("refused: "));
        assertThat(lines)
                .filteredOn(line -> line.contains(": 7 / 0 "))
                .hasSize(2)
                .allMatch(line -> line.endsWith("throws"));
        assertThat(lines)
                .filteredOn(line -> line.equals("auto: java made the right bytes"))
                .hasSize(2);
    }

    /** An engine that is asked for is never replaced. */
    @Test
    void openClWithADeviceThatIsGoneIsRefused() throws Exception {
        List<String> lines = runWithoutTheGpu("opencl", "opencl", "java");
        assertThat(lines)
                .filteredOn(line -> line.startsWith("refused: "))
                .hasSize(2)
                .allMatch(line -> line.startsWith("refused: "))
                .first()
                .isEqualTo("refused: The device 'Fake GPU' cannot be used, because it failed the test."
                        + " OpenCL's clCreateContext failed with CL_OUT_OF_HOST_MEMORY.");
        assertThat(lines).contains("java: java made the right bytes");
    }

    /** It passed the test in an earlier process, and is unplugged since. */
    @Test
    void autoWithADeviceThatPassedAndIsGoneUsesJavaAndSaysSoOnce() throws Exception {
        foundTheGpu();
        itPassed();
        List<String> lines = run(gone(), "auto", "auto");
        assertThat(lines)
                .as(lines.toString())
                .containsOnlyOnce("notice: The java engine is used: The device 'Fake GPU' is no longer available.")
                .noneMatch(line -> line.startsWith("refused: "));
        assertThat(lines).filteredOn(line -> line.equals("auto: 7 / 0 throws")).hasSize(2);
        assertThat(lines)
                .filteredOn(line -> line.equals("auto: java made the right bytes"))
                .hasSize(2);
    }

    /** What was remembered is not believed again. */
    @Test
    void openClWithADeviceThatPassedAndIsGoneIsRefusedAndSearchedForAgain() throws Exception {
        foundTheGpu();
        itPassed();
        List<String> lines = run(gone(), "opencl", "opencl", "java");
        assertThat(lines)
                .as(lines.toString())
                .filteredOn(line -> line.startsWith("refused: "))
                .hasSize(2)
                .first()
                .isEqualTo("refused: The device 'Fake GPU' is no longer available.");
        assertThat(lines)
                .anyMatch(line -> line.startsWith("refused: OpenCL offers no usable device: "))
                .contains("java: java made the right bytes");
    }

    private List<String> runWithoutTheGpu(String... engines) throws Exception {
        foundTheGpu();
        return run(gone(), engines);
    }

    private void foundTheGpu() throws Exception {
        assertThat(run(withFakeDriver(false), "--devices")).contains("opencl: Fake GPU");
    }

    private Map<String, String> gone() throws Exception {
        Map<String, String> drivers = new TreeMap<>(withFakeDriver(false));
        drivers.put("FAKE_DRIVER", "devices-gone");
        return drivers;
    }

    /** Changes the file of devices so. */
    private void itPassed() throws IOException {
        Path file = folder.resolve("devices.properties");
        List<String> lines = new ArrayList<>(Files.readAllLines(file));
        lines.removeIf(line -> line.startsWith("device.0.fault="));
        lines.replaceAll(line -> line.equals("device.0.tested=false") ? "device.0.tested=true" : line);
        assertThat(lines).contains("device.0.tested=true");
        Files.write(file, lines);
    }

    /** No Java at that place, one that may not be executed, and one that a sandbox ends at once. */
    @ParameterizedTest
    @CsvSource({"none, There is no program 'java' in", "locked, Permission denied", "ended, it ended with exit status 3"
    })
    void withoutAnotherProcessNothingIsLoadedIntoThisOne(String java, String reason) throws Exception {
        Path home = folder.resolve(java);
        if (!java.equals("none")) {
            Path program = Files.createDirectories(home.resolve("bin")).resolve("java");
            Files.writeString(program, "#!/bin/sh\nexit 3\n");
            assertThat(program.toFile().setExecutable(java.equals("ended"))).isTrue();
        }
        List<String> lines =
                run(withFakeDriver(true), "java", "java.home=" + home, "auto", "--devices", "auto", "opencl");
        assertThat(lines)
                .filteredOn(line -> line.startsWith("notice: "))
                .singleElement()
                .asString()
                .startsWith(
                        "notice: The java engine is used: The Java program that searches for OpenCL devices cannot be started: ")
                .contains(reason);
        assertThat(lines)
                .filteredOn(line -> line.contains(": 7 / 0 "))
                .hasSize(6)
                .allMatch(line -> line.endsWith("throws"));
        assertThat(lines)
                .contains("auto: java made the right bytes", "OpenCL is not loaded")
                .anyMatch(line -> line.startsWith(
                        "opencl: none. The Java program that searches for OpenCL devices cannot be started: "))
                .anyMatch(line -> line.startsWith(
                        "refused: The Java program that searches for OpenCL devices cannot be started: "));
        assertThat(run(withFakeDriver(false), "--devices")).contains("opencl: Fake GPU");
    }

    private Map<String, String> withFakeDriver(boolean besidePocl) throws Exception {
        Needs.openCl();
        Path library = folder.resolve("libfake_driver.so");
        Path vendors = Files.createDirectories(folder.resolve("vendors"));
        if (!Files.exists(library)) {
            compile(library);
            Files.writeString(vendors.resolve("fake.icd"), library.toString());
            Path pocl = Path.of("/etc/OpenCL/vendors/pocl.icd");
            if (besidePocl) {
                Needs.part(Files.exists(pocl), "PoCL is missing.");
                Files.copy(pocl, vendors.resolve("pocl.icd"));
            }
        }
        return Map.of("OCL_ICD_VENDORS", vendors.toString());
    }

    private static void compile(Path library) throws InterruptedException {
        try {
            ProcessBuilder compiler =
                    new ProcessBuilder("cc", "-shared", "-fPIC", "-o", library.toString(), "src/test/c/fake_driver.c");
            compiler.environment().remove("LD_PRELOAD"); // Java's libjsig would warn of the compiler's use of signals
            assertThat(compiler.inheritIO().start().waitFor()).isZero();
        } catch (IOException e) {
            Needs.part(false, "A C compiler is missing: " + e.getMessage());
        }
    }

    /** With a file of its own for what is known of devices. */
    private List<String> run(Map<String, String> environment, String... steps) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(TestHome.options());
        command.addAll(List.of(
                "-Dimagetomask.devices.file=" + folder.resolve("devices.properties"),
                "-Dimagetomask.devices.seconds="
                        + (environment.getOrDefault("FAKE_DRIVER", "").endsWith("hang") ? 5 : 300),
                "-cp",
                System.getProperty("java.class.path"),
                WholeJava.class.getName()));
        command.addAll(List.of(steps));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().remove("LD_PRELOAD"); // what drivers do to Java is what is tested
        builder.environment().putAll(environment);
        Process process = builder.start();
        List<String> lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        assertThat(process.waitFor()).as(lines.toString()).isZero();
        return lines;
    }
}
