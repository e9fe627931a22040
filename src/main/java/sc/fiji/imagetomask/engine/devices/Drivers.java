package sc.fiji.imagetomask.engine.devices;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Everything that decides which devices a search finds and that can be read without loading a driver. */
final class Drivers {

    private static final List<String> VARIABLES = List.of(
            "OCL_",
            "OPENCL_",
            "POCL_",
            "CL_",
            "CUDA_",
            "NVIDIA_",
            "ROCR_",
            "HIP_",
            "GPU_",
            "RUSTICL_",
            "ZE_",
            "LD_",
            "DYLD_");
    private static final List<String> NODES = List.of("nvidia", "kfd", "dri");
    private static final List<String> MODULES = List.of("nvidia", "amdgpu", "i915", "xe");

    private final List<String> seen = new ArrayList<>();

    private Drivers() {}

    /**
     * A short text that changes with them: vendor files, libraries with sizes and times, versions of drivers in the kernel,
     * device nodes, environment, system, Java, and the jars given; of a folder of classes, as in development, all files.
     */
    static String installed(List<Path> jars) {
        Drivers drivers = new Drivers();
        for (String property : List.of("os.name", "os.version", "os.arch", "java.version", "java.library.path"))
            drivers.seen.add(property + "=" + System.getProperty(property));
        drivers.addVariables();
        jars.forEach(drivers::addJar);
        try {
            drivers.addVendors();
            drivers.addKernel();
            drivers.addWindows();
        } catch (InvalidPathException e) {
            drivers.seen.add(e.getMessage()); // a variable holds what can be no file: nothing more can be seen
        }
        return drivers.digest();
    }

    private void addVariables() {
        Map<String, String> variables = new TreeMap<>(System.getenv());
        variables.keySet().removeIf(name -> VARIABLES.stream().noneMatch(name::startsWith));
        seen.add(variables.toString());
    }

    /** Each vendor file names a library (Khronos, ICD loader). */
    private void addVendors() {
        List<Path> folders = libraryFolders();
        folders.forEach(folder -> addFile(folder.resolve("libOpenCL.so.1")));
        addFile(Path.of("/etc/ld.so.cache"));
        Stream.of("/etc/OpenCL/vendors", "/Library/OpenCL/vendors", env("OCL_ICD_VENDORS"), env("OPENCL_VENDOR_PATH"))
                .filter(Objects::nonNull)
                .map(Path::of)
                .flatMap(place -> files(place).stream())
                .forEach(vendor -> {
                    addFile(vendor);
                    String library = content(vendor);
                    folders.forEach(folder -> addFile(folder.resolve(library)));
                });
    }

    private static List<Path> libraryFolders() {
        List<Path> folders = new ArrayList<>();
        for (String path : new String[] {env("LD_LIBRARY_PATH"), env("DYLD_LIBRARY_PATH")})
            if (path != null)
                Arrays.stream(path.split(File.pathSeparator)).map(Path::of).forEach(folders::add);
        for (String usual : List.of("/usr/lib", "/usr/lib64", "/usr/local/lib")) folders.add(Path.of(usual));
        files(Path.of("/usr/lib")).stream()
                .filter(folder -> folder.getFileName().toString().endsWith("-linux-gnu"))
                .forEach(folders::add);
        return folders;
    }

    private void addKernel() {
        seen.add(content(Path.of("/proc/driver/nvidia/version")));
        for (String module : MODULES)
            for (String file : List.of("version", "srcversion"))
                seen.add(content(Path.of("/sys/module", module, file)));
        for (Path node : files(Path.of("/dev")))
            if (NODES.stream().anyMatch(node.getFileName().toString()::startsWith)) {
                seen.add(node.toString());
                if (Files.isDirectory(node)) seen.add(files(node).toString());
            }
    }

    /** Windows puts each version of a driver into a folder of its own. */
    private void addWindows() {
        String root = env("SystemRoot");
        if (root == null) return;
        Path system = Path.of(root, "System32");
        addFile(system.resolve("OpenCL.dll"));
        addFile(system.resolve("DriverStore").resolve("FileRepository"));
    }

    private void addJar(Path jar) {
        addFile(jar);
        if (!Files.isDirectory(jar)) return;
        try (Stream<Path> files = Files.walk(jar)) {
            files.sorted().forEach(this::addFile);
        } catch (IOException | UncheckedIOException e) {
            seen.add(jar + " is not read");
        }
    }

    private void addFile(Path file) {
        try {
            seen.add(file + " " + Files.size(file) + " " + Files.getLastModifiedTime(file));
        } catch (IOException e) {
            seen.add(file + " -");
        }
    }

    /** What the folder holds, or the file itself. */
    private static List<Path> files(Path place) {
        if (!Files.isDirectory(place)) return List.of(place);
        try (Stream<Path> files = Files.list(place)) {
            return files.sorted().toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private static String content(Path file) {
        try {
            return Files.isRegularFile(file)
                    ? new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)
                            .replace('\0', ' ')
                            .strip()
                    : "";
        } catch (IOException e) {
            return "";
        }
    }

    private static String env(String name) {
        String value = System.getenv(name);
        return value == null || value.isEmpty() ? null : value;
    }

    private String digest() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of()
                    .formatHex(digest.digest(String.join("\n", seen).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("Every Java has SHA-256.", e);
        }
    }
}
