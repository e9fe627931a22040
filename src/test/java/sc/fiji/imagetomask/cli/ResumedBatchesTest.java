package sc.fiji.imagetomask.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A batch that is started again leaves what is complete and makes the rest, whatever stopped it. */
class ResumedBatchesTest {

    private static final int PICTURES = 24;
    private static final int KILLS = 5;

    @TempDir
    private Path temp;

    private Path in;
    private Path out;

    @BeforeEach
    void folders() throws IOException {
        in = Files.createDirectory(temp.resolve("in"));
        out = temp.resolve("out");
    }

    /** The bytes of all files, hidden ones too, by their paths. */
    private static Map<String, ByteBuffer> files(Path folder) throws IOException {
        Map<String, ByteBuffer> files = new TreeMap<>();
        if (!Files.exists(folder)) return files;
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList())
                files.put(folder.relativize(file).toString(), ByteBuffer.wrap(Files.readAllBytes(file)));
        }
        return files;
    }

    /** How many files are in a folder that is written to. */
    private static long filesByNow(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.count();
        } catch (IOException | UncheckedIOException e) {
            return 0; // one went while it was looked at
        }
    }

    /** How many files and folders are in it, those that are not hidden. */
    private static int count(Path folder) {
        String[] names = folder.toFile().list((parent, name) -> !name.startsWith("."));
        return names == null ? 0 : names.length;
    }

    @Test
    void masksThatExistAreLeft() throws IOException {
        for (int i = 0; i < 4; i++) Sample.of(12, 9, 3, i).write(in.resolve("p" + i + ".png"));
        Files.createDirectory(out);
        Files.writeString(out.resolve("p1.png"), "made before");

        CliRun run = CliRun.java("--resume", in, out);

        assertThat(run.problems()).isEmpty();
        assertThat(run.status()).isZero();
        assertThat(run.out()).hasSize(4).contains(out.resolve("p1.png") + " exists already and is kept.");
        assertThat(out.resolve("p1.png")).hasContent("made before");
        assertThat(Files.size(out.resolve("p3.png"))).isPositive();
        assertThat(CliRun.java("--resume", in, out).out()).hasSize(4).allMatch(line -> line.endsWith(" is kept."));
    }

    @Test
    void resumeAndForceExcludeEachOther() throws IOException {
        Sample.of(12, 9, 3, 1).write(in.resolve("p.png"));
        CliRun run = CliRun.java("--resume", "--force", in, out);
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).singleElement().asString().contains("--force and --resume are both given");
        assertThat(out).doesNotExist();
    }

    @Test
    void omeZarrMasksMustHaveTheSameSettings() throws IOException {
        Path picture = Sample.of(40, 30, 3, 1).write(in.resolve("p.png"));
        Path mask = temp.resolve("mask.zarr");
        assertThat(CliRun.java("--black", 10, picture, mask).status()).isZero();
        Map<String, ByteBuffer> before = files(mask);

        assertThat(CliRun.java("--resume", "--black", 10, picture, mask).out())
                .containsExactly(mask + " exists already and is kept.");
        CliRun other = CliRun.java("--resume", "--black", 20, picture, mask);

        assertThat(other.status()).isEqualTo(2);
        assertThat(other.err())
                .containsExactly(
                        "'" + mask + "' exists already, but was made from another picture or with other settings;"
                                + " choose another OUTPUT, or use --force to replace it.");
        Files.createDirectory(temp.resolve("no.zarr"));
        assertThat(CliRun.java("--resume", picture, temp.resolve("no.zarr")).status())
                .isEqualTo(2);
        assertThat(files(mask)).isEqualTo(before);
    }

    @Test
    void whatKilledRunsLeftIsDeletedAndNothingElse() throws IOException {
        Sample.of(12, 9, 3, 1).write(in.resolve("p.png"));
        Files.createDirectory(out);
        long self = ProcessHandle.current().pid();
        Path gone = Files.createFile(out.resolve("." + 999_999_999_999_999_999L + "-" + UUID.randomUUID() + ".part"));
        Path folder =
                Files.createDirectory(out.resolve("." + 999_999_999_999_999_999L + "-" + UUID.randomUUID() + ".part"));
        Files.createFile(folder.resolve("chunk"));
        Path earlier = Files.createFile(out.resolve("." + self + "-" + UUID.randomUUID() + ".part"));
        Files.setLastModifiedTime(earlier, FileTime.from(Instant.EPOCH));
        Path running = Files.createFile(out.resolve("." + self + "-" + UUID.randomUUID() + ".part"));
        Path foreign = Files.createFile(out.resolve(".mine.part"));

        assertThat(CliRun.java("--resume", in, out).status()).isZero();

        assertThat(gone).doesNotExist();
        assertThat(folder).doesNotExist();
        assertThat(earlier).doesNotExist();
        assertThat(running).exists();
        assertThat(foreign).exists();
    }

    @Test
    void killedAgainAndAgainABatchEndsInTheSameBytes() throws Exception {
        for (int i = 0; i < PICTURES; i++) Sample.of(500 + i, 400, 3, i).write(in.resolve("p" + (10 + i) + ".png"));
        assertThat(CliRun.java("--quiet", in.resolve("p10.png"), in.resolve("z.ome.zarr"))
                        .status())
                .isZero();
        Path undisturbed = temp.resolve("undisturbed");
        assertThat(CliRun.java("--quiet", in, undisturbed).status()).isZero();
        Map<String, ByteBuffer> whole = files(undisturbed);
        Random random = new Random(8);

        for (int kill = 0; kill < KILLS; kill++) {
            CliProcess batch = CliProcess.start(List.of(), "--resume", in, out);
            int enough = count(out) + random.nextInt(PICTURES / KILLS);
            while (batch.isAlive() && count(out) <= enough) Thread.sleep(random.nextInt(20));
            batch.kill();
            Map<String, ByteBuffer> left = files(out);
            left.keySet().removeIf(name -> name.startsWith(".") && name.contains(".part"));
            assertThat(whole).containsAllEntriesOf(left);
        }
        CliRun last = CliProcess.start(List.of(), "--resume", in, out).end();

        assertThat(last.status()).isZero();
        assertThat(last.err().stream().filter(line -> line.endsWith(" is kept.")))
                .isNotEmpty();
        assertThat(files(out)).isEqualTo(whole);
    }

    /** Its threads go on writing chunks while Java ends. */
    @Test
    void aStoppedOneLeavesNothingHidden() throws Exception {
        Path picture = Sample.of(1600, 1200, 3, 1).write(in.resolve("p.png"));
        Path mask = temp.resolve("mask.ome.zarr");
        for (int enough : new int[] {50, 500, 1500}) {
            CliProcess run = CliProcess.start(List.of(), "--chunk", 16, picture, mask);
            while (run.isAlive() && filesByNow(temp) < enough) Thread.sleep(5);
            run.stop();
            run.end();
            assertThat(files(temp)).containsOnlyKeys("in/p.png");
        }
    }

    @Test
    void aStoppedBatchLeavesNothingHidden() throws Exception {
        for (int i = 0; i < PICTURES; i++) Sample.of(500 + i, 400, 3, i).write(in.resolve("p" + (10 + i) + ".png"));
        Path undisturbed = temp.resolve("undisturbed");
        assertThat(CliRun.java("--quiet", in, undisturbed).status()).isZero();
        Map<String, ByteBuffer> whole = files(undisturbed);
        for (int enough : new int[] {1, PICTURES / 4, PICTURES / 2}) {
            CliProcess run = CliProcess.start(List.of(), "--threads", 4, "--force", in, out);
            while (run.isAlive() && count(out) < enough) Thread.sleep(5);
            run.stop();
            run.end();
            assertThat(whole).containsAllEntriesOf(files(out));
        }
    }

    @Test
    void anInterruptedBatchLeavesNoHalfFile() throws Exception {
        for (int i = 0; i < PICTURES; i++) Sample.of(500 + i, 400, 3, i).write(in.resolve("p" + (10 + i) + ".png"));
        Path undisturbed = temp.resolve("undisturbed");
        assertThat(CliRun.java("--quiet", in, undisturbed).status()).isZero();
        Map<String, ByteBuffer> whole = files(undisturbed);

        AtomicReference<CliRun> stopped = new AtomicReference<>();
        Thread batch = new Thread(() -> stopped.set(CliRun.java("--quiet", in, out)));
        batch.start();
        while (count(out) < PICTURES / 4) Thread.sleep(5);
        batch.interrupt();
        batch.join(60_000);

        assertThat(batch.isAlive()).isFalse();
        assertThat(stopped.get().status()).isEqualTo(1);
        assertThat(stopped.get().err()).last().asString().endsWith(" masks were made, then the work was interrupted.");
        assertThat(stopped.get().err()).hasSizeLessThan(3);
        assertThat(whole).containsAllEntriesOf(files(out));
        assertThat(CliRun.java("--quiet", "--resume", in, out).status()).isZero();
        assertThat(files(out)).isEqualTo(whole);
    }
}
