package sc.fiji.imagetomask.engine.devices;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.imglib2.parallel.Parallelization;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.imagetomask.engine.jvm.JavaEngine;
import sc.fiji.imagetomask.engine.proof.EngineSubject;

/** What was found is kept until drivers change, and no file can do harm. */
class KeptFindingsTest {

    private static final List<Class<?>> STAND_IN = List.of(StandIn.class, SearchProgram.class, Parallelization.class);

    @TempDir
    Path folder;

    @Test
    void anAnswerIsKeptAndNobodySearchesAgain() throws IOException {
        Path file = folder.resolve("new folder").resolve("devices.properties");
        Files.createDirectories(file.getParent());
        DeviceFinder first = new DeviceFinder(STAND_IN, new KeptFindings(file));
        assertThat(first.known()).isNull();
        Findings found = first.await();
        assertThat(found.devices()).hasSize(2);
        assertThat(first.known()).isEqualTo(found);
        DeviceFinder second = new DeviceFinder(STAND_IN, new KeptFindings(file));
        assertThat(second.known()).isEqualTo(found);
        assertThat(second.await()).isEqualTo(found);
        assertThat(runs(file)).isOne();

        Files.writeString(file, "device.0.name=half a rec");
        assertThat(new DeviceFinder(STAND_IN, new KeptFindings(file)).await()).isEqualTo(found);
        assertThat(runs(file)).isEqualTo(2);
        assertThat(new DeviceFinder(STAND_IN, new KeptFindings(file)).known()).isEqualTo(found);
    }

    private static int runs(Path file) throws IOException {
        return Files.readString(Path.of(file + ".runs")).length();
    }

    @Test
    void otherDriversAreAnotherAnswer() {
        KeptFindings kept = new KeptFindings(folder.resolve("a/b/kept"));
        Findings none = Findings.none("There is none: \u20ac \\ = # !");
        kept.write("old", none);
        assertThat(kept.read("old")).hasValue(none);
        assertThat(kept.read("new")).isEmpty();
    }

    @Test
    void brokenFilesCountAsNone() throws IOException {
        Path file = folder.resolve("kept");
        KeptFindings kept = new KeptFindings(file);
        assertThat(kept.read("x")).isEmpty();
        for (String text : List.of(
                "",
                "drivers=x",
                "drivers=x\nreason=\\u12",
                "drivers=x\ndevice.0.name=GPU\n",
                "drivers=x\ndevice.0.name=GPU\ndevice.0.kind=toaster\n",
                "\0\0\0\0")) {
            Files.writeString(file, text);
            assertThat(kept.read("x")).as(text).isEmpty();
        }
        Files.write(file, new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1});
        assertThat(kept.read("x")).isEmpty();
        Files.delete(file);
        Files.createDirectory(file);
        assertThat(kept.read("x")).isEmpty();
        kept.write("x", Findings.none("y"));
        assertThat(kept.read("x")).isEmpty();
    }

    @Test
    void severalMayWriteAtOnce() throws IOException {
        Path file = folder.resolve("kept");
        KeptFindings kept = new KeptFindings(file);
        kept.write("x", Findings.none("start"));
        String sentence = "long ".repeat(10_000);
        IntStream.range(0, 200).parallel().forEach(i -> {
            if (i % 2 == 0) kept.write("x", Findings.none(sentence + i));
            else assertThat(kept.read("x")).isPresent();
        });
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).containsExactly(file);
        }
    }

    @Test
    void withoutAPlaceForTheFileTheAnswerIsTheSame() throws IOException {
        Path noFolder = Files.createFile(folder.resolve("file")).resolve("kept");
        assertThat(new DeviceFinder(
                                List.of(SilentStandIn.class, SearchProgram.class, Parallelization.class),
                                new KeptFindings(noFolder))
                        .await()
                        .devices())
                .hasSize(1);
    }

    /** Writes nothing beside the file. */
    static final class SilentStandIn {

        private SilentStandIn() {}

        public static void main(String[] args) {
            if (TestProgram.isMeant(args))
                TestProgram.run(args, (platform, position, name) -> new EngineSubject(new JavaEngine()));
            SearchProgram.run(
                    args,
                    (skipped, report) -> Findings.of(
                            List.of(new FoundDevice("GPU", DeviceKind.GPU, "", "", "OpenCL 3.0", 0, 0, 1, true))));
        }
    }

    @Test
    void theSignOfTheDriversIsTheSameTwice() {
        assertThat(Drivers.installed(List.of()))
                .isEqualTo(Drivers.installed(List.of()))
                .isNotEqualTo(Drivers.installed(List.of(folder)));
    }

    /** So that a device whose kernels were corrected is tested again. */
    @Test
    void aChangedFileInAFolderOfClassesIsAnotherSign() throws IOException {
        Path kernel = Files.createDirectories(folder.resolve("a").resolve("b")).resolve("kernel.cl");
        Files.writeString(kernel, "wrong");
        String before = Drivers.installed(List.of(folder));
        assertThat(Drivers.installed(List.of(folder))).isEqualTo(before);
        Files.writeString(kernel, "right!");
        assertThat(Drivers.installed(List.of(folder))).isNotEqualTo(before);
    }
}
