package sc.fiji.imagetomask.ome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import sc.fiji.imagetomask.zarr.Blocks;
import sc.fiji.imagetomask.zarr.DataType;
import sc.fiji.imagetomask.zarr.Grid;
import sc.fiji.imagetomask.zarr.Hand;
import sc.fiji.imagetomask.zarr.Numbers;
import sc.fiji.imagetomask.zarr.Samples;
import sc.fiji.imagetomask.zarr.Values;
import sc.fiji.imagetomask.zarr.ZarrArray;
import sc.fiji.imagetomask.zarr.store.FolderStore;
import sc.fiji.imagetomask.zarr.store.WritableStore;

/** Images that are being written, interrupted, gone on with, and finished. */
class OmeZarrOutputTest {

    @TempDir
    private Path folder;

    private final OmeZarrSpec spec = Samples.spec(DataType.UINT8, OmeVersion.V0_4);
    private final Object values = Values.random(DataType.UINT8, 2 * 37 * 41, 1);

    @ParameterizedTest
    @EnumSource
    void anUnfinishedImageIsNone(OmeVersion version) throws IOException {
        OmeZarrOutput output = OmeZarrOutput.create(folder, spec.withVersion(version), false);
        Samples.writeLargest(output, values);
        assertThatIOException()
                .isThrownBy(() -> OmeZarrImage.open(folder))
                .withMessage("'" + folder + "' is not complete, because writing it was stopped; make it again.");
        assertThat(names().filter(name -> name.matches("\\.z.*|zarr\\.json"))).isEmpty();

        output.writeResolutions();
        Files.delete(folder.resolve(version == OmeVersion.V0_4 ? "1/1/1/0" : "1/c/1/1/0"));

        assertThatIOException()
                .isThrownBy(output::finish)
                .withMessageEndingWith("1/1/0' was not written, so the image is not complete.");
        assertThatIOException().isThrownBy(() -> OmeZarrImage.open(folder)).withMessageContaining("is not complete");

        output.writeMeans(1, 1, 1, 0);
        output.finish();
        assertThat(OmeZarrImage.open(folder).levels()).hasSize(3);
        assertThat(names().filter(name -> name.contains("unfinished") || name.contains("part")))
                .isEmpty();
    }

    @Test
    void whatWasBegunIsGoneOnWith(@TempDir Path other) throws IOException {
        OmeZarrOutput first = OmeZarrOutput.create(folder, spec, false);
        first.writeChunk(0, new long[3], new byte[256]);
        Files.writeString(folder.resolve(".unfinished/0a.part"), "left by a killed process");

        OmeZarrOutput again = OmeZarrOutput.create(folder, spec, false);
        assertThat(folder.resolve("0/0/0/0")).exists();
        Samples.writeLargest(again, values);
        OmeZarrOutput.join(folder).writeResolutions();
        again.finish();

        Samples.write(other, spec);
        assertThat(contents(folder)).isEqualTo(contents(other));
        assertThatIOException()
                .isThrownBy(() -> first.writeChunk(0, new long[3], new byte[256]))
                .withMessageEndingWith("is complete, or was deleted: nothing more can be written.");
        assertThat(contents(folder)).isEqualTo(contents(other));
        assertThatIOException()
                .isThrownBy(() -> OmeZarrOutput.join(folder))
                .withMessage("'" + folder + "' is not an image that is being written.");
    }

    @Test
    void anotherBeginningIsDeleted() throws IOException {
        OmeZarrOutput.create(folder, Samples.separated(spec, "."), false).writeChunk(0, new long[3], new byte[256]);
        OmeZarrOutput.create(folder, spec, false);

        assertThat(names()).containsExactlyInAnyOrder("", ".unfinished", ".unfinished/metadata.json");
    }

    @Test
    void onlyWhatWasWrittenHereIsReplaced() throws IOException {
        Samples.write(folder, spec.withVersion(OmeVersion.V0_5));
        assertThatIOException()
                .isThrownBy(() -> OmeZarrOutput.create(folder, spec, false))
                .withMessage("'" + folder + "' exists already.");
        OmeZarrImage.open(folder);

        OmeZarrOutput.create(folder, spec, true);
        assertThat(names()).containsExactlyInAnyOrder("", ".unfinished", ".unfinished/metadata.json");
    }

    @Test
    void aFileIsKept() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "Dear");
        assertThatIOException()
                .isThrownBy(() -> OmeZarrOutput.create(file, spec, true))
                .withMessage("'" + file + "' is a file, but must be a folder.");
    }

    @Test
    void othersFoldersAreKept() throws IOException {
        Hand.file(folder.resolve("letter.txt"), "Dear");
        assertThatIOException()
                .isThrownBy(() -> OmeZarrOutput.create(folder, spec, true))
                .withMessageEndingWith(
                        "is not replaced, because it is not an image that was written by Image To Mask.");
        Hand.v2(folder.resolve("0"));
        Hand.file(
                folder.resolve(".zattrs"),
                "{'multiscales': [{'axes': [{'name': 'y'}, {'name': 'x'}]," + " 'datasets': [{'path': '0'}]}]}");
        assertThatIOException()
                .isThrownBy(() -> OmeZarrOutput.create(folder, spec, true))
                .withMessageEndingWith(
                        "is not replaced, because it is not an image that was written by Image To Mask.");
        assertThat(folder.resolve("letter.txt")).exists();
    }

    @Test
    void manyMayWriteTheSame() throws IOException {
        OmeZarrOutput.create(folder, spec, false);
        IntStream.range(0, 8).parallel().forEach(i -> {
            try {
                Samples.writeLargest(OmeZarrOutput.join(folder), values);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        OmeZarrOutput output = OmeZarrOutput.join(folder);
        output.writeResolutions();
        output.finish();

        assertThat(Hand.all(OmeZarrImage.open(folder).level(0).array())).isEqualTo(values);
    }

    @Test
    void chunksThatDoNotFit() throws IOException {
        OmeZarrOutput output = OmeZarrOutput.create(folder, spec, false);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> output.writeChunk(0, new long[] {0, 2, 2}, new byte[256]))
                .withMessage("The chunk has 256 values, but must have 45.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> output.writeChunk(0, new long[] {0, 3, 0}, new byte[256]))
                .withMessage("The chunk is [0, 3, 0], but must be one of a grid of [2, 3, 3].");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> output.writeChunk(0, new long[3], new short[256]))
                .withMessage("values are short[], but must be byte[] for uint8.");
    }

    @ParameterizedTest
    @EnumSource
    void resolutionsAreMeans(DataType type) throws IOException {
        boolean has64Bits = type == DataType.INT64 || type == DataType.UINT64;
        double rounded = has64Bits ? 0x1p13 : 0; // four values are added up as doubles
        Path image = folder.resolve("image");
        OmeZarrSpec spec =
                OmeZarrSpec.of(type, Axis.all("yxz"), List.of(7L, 9L, 2L)).withChunk(List.of(2, 2, 1));
        OmeZarrOutput output = OmeZarrOutput.create(image, spec, false);
        double[][][] level = new double[7][9][2];
        for (long[] grid : new Grid(output.levels().get(0).gridShape()))
            output.writeChunk(0, grid, chunk(output.levels().get(0), grid, level));
        output.writeResolutions();
        output.finish();

        for (OmeLevel found : OmeZarrImage.open(image).levels()) {
            double[] expected = Arrays.stream(level)
                    .flatMap(Arrays::stream)
                    .flatMapToDouble(Arrays::stream)
                    .toArray();
            assertThat(Values.numbers(type, Hand.all(found.array())))
                    .as(found.path())
                    .containsExactly(expected, within(rounded));
            level = means(level, type);
        }
        assertThat(OmeZarrImage.open(image).levels()).hasSize(4);
    }

    private static Object chunk(ZarrArray array, long[] grid, double[][][] level) {
        int[] size = array.chunkSize(grid);
        long[] min = array.chunkMin(grid);
        Object chunk = array.dataType().newArray(Blocks.length(size));
        int i = 0;
        for (long y = min[0]; y < min[0] + size[0]; y++)
            for (long x = min[1]; x < min[1] + size[1]; x++, i++) {
                double value = Math.floor(array.dataType().largest() / (1 + (y * 31 + x * 17) % 11));
                if (array.dataType().isFloat()) value = (y * 31 + x * 17) % 11 / 8.0;
                Numbers.of(array.dataType(), chunk).set(i, value);
                level[(int) y][(int) x][(int) min[2]] =
                        Numbers.of(array.dataType(), chunk).get(i);
            }
        return chunk;
    }

    private static double[][][] means(double[][][] fine, DataType type) {
        double[][][] means = new double[(fine.length + 1) / 2][(fine[0].length + 1) / 2][2];
        int[][][] counts = new int[means.length][means[0].length][2];
        for (int y = 0; y < fine.length; y++)
            for (int x = 0; x < fine[0].length; x++)
                for (int z = 0; z < 2; z++) {
                    means[y / 2][x / 2][z] += fine[y][x][z];
                    counts[y / 2][x / 2][z]++;
                }
        for (int y = 0; y < means.length; y++)
            for (int x = 0; x < means[0].length; x++)
                for (int z = 0; z < 2; z++) {
                    double mean = means[y][x][z] / counts[y][x][z];
                    means[y][x][z] = type.isFloat() ? mean : Math.floor(mean + 0.5);
                    if (type == DataType.FLOAT32) means[y][x][z] = (float) mean;
                }
        return means;
    }

    private Stream<String> names() throws IOException {
        return contents(folder).keySet().stream();
    }

    private static Map<String, String> contents(Path root) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(root)) {
            for (Path path : paths.toList())
                contents.put(
                        root.relativize(path).toString(),
                        Files.isDirectory(path) ? "" : Arrays.toString(Files.readAllBytes(path)));
        }
        return contents;
    }

    @Test
    void foldersOfChunksAreListedAtOnceWhereAnAnswerTakesLong() throws IOException {
        CountDownLatch allSix = new CountDownLatch(6);
        WritableStore folders = FolderStore.create(folder);
        WritableStore far = (WritableStore) Proxy.newProxyInstance(
                WritableStore.class.getClassLoader(), new Class<?>[] {WritableStore.class}, (proxy, method, args) -> {
                    if (method.getName().equals("isFar")) return true;
                    if (method.getName().equals("list") && ((String) args[0]).startsWith("0/")) {
                        allSix.countDown();
                        assertThat(allSix.await(20, TimeUnit.SECONDS))
                                .as("all six folders are asked for at once")
                                .isTrue();
                    }
                    return method.invoke(folders, args);
                });
        OmeZarrOutput output = OmeZarrOutput.create(far, spec, false);
        Samples.writeLargest(output, values);
        output.writeResolutions();
        output.finish();
        assertThat(OmeZarrImage.open(folder).levels()).hasSize(3);
    }
}
