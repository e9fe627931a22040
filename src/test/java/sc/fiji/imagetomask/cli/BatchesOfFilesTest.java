package sc.fiji.imagetomask.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import sc.fiji.imagetomask.MaskSettings;
import sc.fiji.imagetomask.MaskTarget;
import sc.fiji.imagetomask.Tile;
import sc.fiji.imagetomask.picturefile.Calibration;
import sc.fiji.imagetomask.picturefile.MaskShape;
import sc.fiji.imagetomask.picturefile.MaskWriter;

/** Folders and several pictures at once: what is made, kept, refused and reported. */
class BatchesOfFilesTest {

    @TempDir
    private Path temp;

    private Path in;
    private Path out;

    @BeforeEach
    void folders() throws IOException {
        in = Files.createDirectory(temp.resolve("in"));
        out = temp.resolve("out");
    }

    static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void ofTwentyPicturesOneIsBroken() throws IOException {
        for (int i = 0; i < 20; i++) Sample.of(20 + i, 15, 3, i).write(in.resolve("p" + (10 + i) + ".png"));
        byte[] whole = Files.readAllBytes(in.resolve("p17.png"));
        Files.write(in.resolve("p17.png"), Arrays.copyOf(whole, whole.length / 2));
        Files.writeString(in.resolve("notes.txt"), "no picture");
        Files.write(in.resolve(".hidden.png"), whole);

        CliRun run = CliRun.java(in, out);

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out()).hasSize(19);
        assertThat(run.err()).hasSize(2);
        assertThat(run.err().get(0)).contains("p17.png");
        assertThat(run.err().get(1)).isEqualTo("19 of 20 masks were made, 1 failed.");
        assertThat(names(out)).hasSize(19).doesNotContain("p17.png").allMatch(name -> name.matches("p\\d\\d\\.png"));
        assertThat(Sample.grey(out.resolve("p12.png"), 0))
                .isEqualTo(Sample.of(22, 15, 3, 2).mask(MaskSettings.DEFAULT, null));
    }

    /** The first ones take longest. */
    @Test
    void reportsComeInTheOrderOfTheInputs() throws IOException {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            int edge = i % 6 == 0 ? 700 : 20;
            names.add("p" + (10 + i));
            Sample.of(edge, edge, 3, i).write(in.resolve("p" + (10 + i) + ".png"));
        }
        for (String broken : List.of("p12.png", "p22.png")) Files.writeString(in.resolve(broken), "no picture");
        Sample.of(40, 40, 1, 1).write(in.resolve("p25.png"));
        for (int threads : new int[] {1, 4, 50}) {
            CliRun run = CliRun.java("--force", "--channel", "S (HSV)", "--threads", threads, in, out);
            assertThat(run.out().stream().map(line -> line.replaceAll(".*(p\\d\\d)\\.png -> .*", "$1")))
                    .isSorted()
                    .hasSize(22)
                    .isSubsetOf(names);
            assertThat(run.err())
                    .satisfiesExactly(
                            line -> assertThat(line).contains("p12.png' is not a PNG"),
                            line -> assertThat(line).contains("p22.png' is not a PNG"),
                            line -> assertThat(line).contains("p25.png': The mask is 0 everywhere"),
                            line -> assertThat(line).isEqualTo("22 of 24 masks were made, 2 failed."));
        }
    }

    @Test
    void severalThreadsMakeTheBytesOfOne() throws IOException {
        for (int i = 0; i < 6; i++)
            Sample.of(300, 200, 3, i).write(in.resolve("p" + i + (i % 2 == 0 ? ".tif" : ".jpg")));
        Path mask = Sample.of(300, 200, 1, 9).write(temp.resolve("mask.tif"));
        Path one = temp.resolve("one");
        Object[] settings = {"--quiet", "--tile-memory", 1, "--mask", mask, "--inside"};
        for (Object[] rest : new Object[][] {{"--threads", 1, in, one}, {"--threads", 4, in, out}})
            assertThat(CliRun.java(
                            Stream.concat(Stream.of(settings), Stream.of(rest)).toArray()))
                    .isEqualTo(new CliRun(0, List.of(), List.of()));
        assertThat(names(out)).hasSize(6).isEqualTo(names(one));
        for (String name : names(out))
            assertThat(Sample.grey(out.resolve(name), 0)).isEqualTo(Sample.grey(one.resolve(name), 0));
    }

    @Test
    void threadsAreCheckedAndSaid() throws IOException {
        Path a = Sample.of(600, 500, 3, 1).write(in.resolve("a.png"));
        for (int wrong : new int[] {0, -1, 1025})
            assertThat(CliRun.java("--threads", wrong, in, out))
                    .isEqualTo(new CliRun(
                            2,
                            List.of(),
                            List.of("threads is " + wrong + ", but must be a whole number from 1 to 1024.")));
        assertThat(CliRun.java("--threads", 3, a, temp.resolve("b.png")).out())
                .singleElement()
                .asString()
                .contains(", java on 3 threads, ");
        assertThat(CliRun.java("--threads", 3, in, out).out())
                .singleElement()
                .asString()
                .contains("java on 3 threads");
        Sample.of(600, 500, 3, 1).write(in.resolve("b.png"));
        assertThat(CliRun.java("--force", "--threads", 3, in, out).out())
                .hasSize(2)
                .allMatch(line -> line.contains("java on 1 thread,"));
    }

    /** A heap for two or three of these pictures, but not for eight. */
    @Test
    void morePicturesThanTheHeapHolds() throws Exception {
        for (int i = 0; i < 8; i++) Sample.of(1600, 1500, 3, i).write(in.resolve("p" + i + ".bmp"));
        Sample.of(3200, 2500, 3, 3).write(in.resolve("p3.bmp"));
        CliRun run = CliProcess.withJava(List.of("-Xmx160m"), "--engine", "java", "--quiet", "--threads", 8, in, out);
        assertThat(run).isEqualTo(new CliRun(0, List.of(), List.of()));
        assertThat(names(out)).hasSize(8);
    }

    @Test
    void stacksGoToTiffAndOtherPicturesToPng() throws IOException {
        Sample sample = Sample.of(12, 9, 3, 1);
        Sample.write(in.resolve("stack.tiff"), sample.image(), sample.image());
        sample.write(in.resolve("a.b.jpg"));
        sample.write(in.resolve("single.TIF".toLowerCase()));
        assertThat(CliRun.java("--quiet", in, out)).isEqualTo(new CliRun(0, List.of(), List.of()));
        assertThat(names(out)).containsExactly("a.b.png", "single.png", "stack.tif");
        assertThat(Sample.slices(out.resolve("stack.tif"))).isEqualTo(2);
    }

    @Test
    void oneOrSeveralPicturesGoToAFolderThatExists() throws IOException {
        Path a = Sample.of(12, 9, 3, 1).write(in.resolve("a.png"));
        Path b = Sample.of(9, 12, 3, 1).write(in.resolve("b.bmp"));
        Files.createDirectory(out);
        assertThat(CliRun.java(a, out).status()).isZero();
        assertThat(CliRun.java(b, a, temp.resolve("new/deeper")).out()).hasSize(2);
        assertThat(names(out)).containsExactly("a.png");
        assertThat(names(temp.resolve("new/deeper"))).containsExactly("a.png", "b.png");
    }

    @Test
    void masksThatExistAreKeptUnlessForced() throws IOException {
        Sample.of(12, 9, 3, 1).write(in.resolve("a.png"));
        Sample.of(12, 9, 3, 2).write(in.resolve("b.png"));
        Files.createDirectory(out);
        Files.writeString(out.resolve("a.png"), "kept");

        CliRun kept = CliRun.java(in, out);
        assertThat(kept.status()).isEqualTo(1);
        assertThat(kept.err().get(0)).endsWith("a.png' exists already; use --force to replace it.");
        assertThat(out.resolve("a.png")).hasContent("kept");
        assertThat(names(out)).containsExactly("a.png", "b.png");

        assertThat(CliRun.java("--force", in, out).status()).isZero();
        assertThat(Sample.grey(out.resolve("a.png"), 0))
                .isEqualTo(Sample.of(12, 9, 3, 1).mask(MaskSettings.DEFAULT, null));
    }

    @Test
    void twoPicturesMayNotBecomeOneMask() throws IOException {
        Sample.of(12, 9, 3, 1).write(in.resolve("a.png"));
        Sample.of(12, 9, 3, 1).write(in.resolve("a.jpg"));
        CliRun run = CliRun.java(in, out);
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).singleElement().asString().contains("a.jpg' and '", "a.png' would both become '");
        assertThat(out).doesNotExist();
    }

    @Test
    void picturesAreNeverOverwritten() throws IOException {
        Path a = Sample.of(12, 9, 3, 1).write(in.resolve("a.png"));
        Path b = Sample.of(12, 9, 3, 1).write(in.resolve("b.png"));
        byte[] before = Files.readAllBytes(a);
        Path link = Files.createLink(temp.resolve("link.png"), a);
        for (CliRun run : List.of(
                CliRun.java("--force", in, in),
                CliRun.java("--force", a, b, in),
                CliRun.java("--force", a, in.resolve("../in/a.png")),
                CliRun.java("--force", a, link),
                CliRun.java("--force", a, in),
                CliRun.java("--force", "--mask", a, b, a))) {
            assertThat(run.status()).isEqualTo(2);
            assertThat(run.err()).hasSize(1);
        }
        assertThat(a).hasBinaryContent(before);
        assertThat(names(in)).containsExactly("a.png", "b.png");
    }

    @Test
    void masksInAFolderInsideAreNoPicturesOfTheNextRun() throws IOException {
        Sample.of(12, 9, 3, 1).write(in.resolve("a.png"));
        for (int i = 0; i < 2; i++)
            assertThat(CliRun.java("--force", in, in.resolve("masks")).out()).hasSize(1);
        assertThat(names(in.resolve("masks"))).containsExactly("a.png");
    }

    @Test
    void whatFailsInWritingLeavesNothing() throws IOException {
        Sample.of(12, 9, 3, 1).write(in.resolve("a.png"));
        Files.createDirectories(out.resolve("a.png"));
        CliRun run = CliRun.java("--force", in, out);
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err()).hasSize(2);
        assertThat(run.err().get(0)).contains("'" + out.resolve("a.png") + "' cannot be written: ");
        assertThat(names(out)).containsExactly("a.png");
    }

    @ParameterizedTest
    @EnumSource
    void aFullDiskIsNamed(MaskFormat format) {
        Path full = Path.of("/dev/full");
        assumeThat(full).exists();
        Path place = Path.of("mask");
        MaskShape shape = new MaskShape(10, 10, 1, false, 0, 1, Calibration.NONE);
        Tile whole = new Tile(0, 0, 10, 10);
        assertThatThrownBy(() -> {
                    try (MaskWriter writer = format.writer(full, place, shape, new MaskFileChoice(false, null))) {
                        MaskTarget target = writer.open(0);
                        target.written(whole, target.open(whole));
                        writer.written(0);
                        writer.finish("");
                    } catch (UncheckedIOException e) {
                        throw e.getCause();
                    }
                })
                .isInstanceOf(IOException.class)
                .hasMessage("'mask' cannot be written: No space left on device");
    }

    @Test
    void namesMayBeAsLongAsTheSystemAllows() throws IOException {
        String name = "n".repeat(250) + ".png";
        Sample.of(12, 9, 3, 1).write(in.resolve(name));
        assertThat(CliRun.java(in, out).problems()).isEmpty();
        assertThat(names(out)).containsExactly(name);
    }

    @Test
    void aStackThatBreaksInItsMiddleLeavesNothing() throws IOException {
        Sample small = Sample.of(40, 30, 3, 1);
        Path stack = Sample.write(temp.resolve("stack.tif"), small.image(), small.image(), small.image());
        byte[] bytes = Files.readAllBytes(stack);
        Files.write(stack, Arrays.copyOf(bytes, bytes.length - 200));
        CliRun run = CliRun.java(stack, temp.resolve("mask.tif"));
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err()).singleElement().asString().contains("stack.tif' is broken");
        assertThat(names(temp)).containsExactly("in", "stack.tif");
    }
}
