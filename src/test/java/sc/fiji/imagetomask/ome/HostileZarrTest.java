package sc.fiji.imagetomask.ome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.scalableminds.bloscjava.Blosc;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import sc.fiji.imagetomask.zarr.Compression;
import sc.fiji.imagetomask.zarr.DataType;
import sc.fiji.imagetomask.zarr.Hand;
import sc.fiji.imagetomask.zarr.Samples;
import sc.fiji.imagetomask.zarr.ZarrArray;
import sc.fiji.imagetomask.zarr.codec.BloscCodec;
import sc.fiji.imagetomask.zarr.codec.Codec;
import sc.fiji.imagetomask.zarr.codec.GzipCodec;
import sc.fiji.imagetomask.zarr.codec.ZlibCodec;
import sc.fiji.imagetomask.zarr.codec.ZstdCodec;

/** Arrays that are broken or lie: one sentence that names the file, and no memory for what is not there. */
class HostileZarrTest {

    @TempDir
    private Path folder;

    private static Object chunk(ZarrArray array, long... grid) throws IOException {
        return array.readBlock(array.chunkMin(grid), array.chunkSize(grid));
    }

    private void assertProblem(String problem) {
        assertThatIOException()
                .isThrownBy(() -> chunk(ZarrArray.open(folder), 0, 0))
                .withMessageContaining(problem)
                .withMessageContaining("'" + folder)
                .withMessageMatching("[^\n]*[^.]\\.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " | ",
            quoteCharacter = '`',
            value = {
                "'zarr_format': 2 | 'zarr_format': 1  | has 'zarr_format' 1, but must have 2.",
                "'zarr_format': 2, | nothing | has no 'zarr_format', but must have 2.",
                "[2, 4]   | [2, -4]                   | has 'shape' [2,-4], but must have a list of whole numbers of 1..",
                "[2, 4]   | [2, 0]                    | has 'shape' [2,0]",
                "[2, 4]   | [2.5, 4]                  | has 'shape' [2.5,4]",
                "[2, 4]   | ['2', 4]                  | has 'shape' [\"2\",4]",
                "[2, 4]   | [2, 1e99]                 | has 'shape' [2,1.0E99]",
                "[2, 4]   | [4294967296, 4294967296]  | but must have less than 2^60 values.",
                "[2, 4]   | []                        | but must have 1..16 numbers.",
                "[2, 4]   | [2, 4, 1]                 | has 'chunks' [2,3], but must have 3 numbers, as many as dimensions.",
                "[2, 4]   | 8                         | has 'shape' 8",
                "'shape': [2, 4], | nothing | has no 'shape'",
                "[2, 3]   | [2, 0]                    | has 'chunks' [2,0]",
                "[2, 3]   | [65536, 65536]            | but must have chunks of less than 2 GiB.",
                "[2, 3]   | [2, 4294967299]           | has 'chunks' [2,4294967299], but must have a list of whole numbers",
                "|u1      | <c8                       | has 'dtype' \"<c8\", but must have one of bool, int8, uint8, int16",
                "|u1      | <M8                       | has 'dtype'",
                "'|u1'    | [['r', '|u1']]            | has 'dtype' [[\"r\",\"|u1\"]]",
                "null, 'fill | {'id': 'bz2', 'level': 1}, 'fill | has 'id' \"bz2\", but must have one of gzip, zlib, zstd",
                "null, 'fill | 'gzip', 'fill          | has 'compressor' \"gzip\", but must have an object.",
                "9,       | 256,                      | has 'fill_value' 256, but must have a value of uint8.",
                "9,       | 1.5,                      | has 'fill_value' 1.5",
                "9,       | 'NaN',                    | has 'fill_value' \"NaN\"",
                "'C'      | 'A'                       | has 'order' \"A\", but must have C or F.",
                "'filters': null | 'filters': [{'id': 'delta'}] | has 'filters' [{\"id\":\"delta\"}], but must have none.",
                "'filters': null | 'dimension_separator': '-' | but must have '/' or '.'.",
                "{        | [{                        | is not valid JSON: ",
                "'order': 'C' | 'order'               | is not valid JSON: ",
            })
    void v2MetadataThatCannotBeFollowed(String what, String instead, String problem) throws IOException {
        Hand.v2(folder, what, instead.equals("nothing") ? "" : instead);

        assertProblem(problem);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'array'        | 'group'         | has 'node_type' \"group\", but must have array.",
                "'uint8'        | 'complex64'     | has 'data_type' \"complex64\", but must have one of bool, int8",
                "'uint8'        | {'name': 'new'} | has 'data_type' {",
                "'regular'      | 'rectilinear'   | has 'chunk_grid' {",
                "'default'      | 'other'         | has 'name' \"other\", but must have default or v2.",
                "{'name': 'default'} | {'name': 'v2', 'configuration': {'separator': '#'}} | the separator '/' or '.'.",
                "'name': 'bytes' | 'name': 'pcodec' | has 'name' \"pcodec\", but must have one of gzip",
                "'name': 'bytes' | 'name': 'bytes', 'configuration': {'endian': 'middle'} | but must have little or big.",
                "[{'name': 'bytes'}] | [{'name': 'bytes'}, {'name': 'bytes'}] | has 'codecs' [",
                "[{'name': 'bytes'}] | [{'name': 'transpose', 'configuration': {'order': [0, 0]}}] | a permutation of 0..1.",
                "[{'name': 'bytes'}] | [{'name': 'gzip'}, {'name': 'transpose'}] | at most one transpose, at the start.",
                "'array',       | 'array', 'rle': true, | has 'rle' true, but must have nothing of that name.",
                "'array',       | 'array', 'storage_transformers': [1], | has 'storage_transformers' [1], but must have none.",
            })
    void v3MetadataThatCannotBeFollowed(String what, String instead, String problem) throws IOException {
        Hand.v3(folder, what, instead);

        assertProblem(problem);
    }

    @Test
    void whatNeedNotBeUnderstoodIsIgnored() throws IOException {
        Hand.v3(folder, "'array',", "'array', 'new': {'must_understand': false},");

        assertThat(Hand.all(folder)).isEqualTo(new byte[] {9, 9, 9, 9, 9, 9, 9, 9});
    }

    @Test
    void jsonTooDeepOrTooLong() throws IOException {
        Hand.v2(folder, "null, 'fill", "[".repeat(500) + "]".repeat(500) + ", 'fill");
        assertProblem("is not valid JSON: ");
        Hand.file(folder.resolve(".zarray"), " ".repeat((16 << 20) + 1));
        assertProblem(".zarray' has 16777217 bytes, but must have at most 16777216.");
        Hand.file(folder.resolve(".zarray"), "");
        assertProblem(".zarray' holds no JSON object.");
        Hand.file(folder.resolve(".zarray"), "[2]");
        assertProblem(".zarray' holds no JSON object.");
    }

    @Test
    void chunksOfAnotherLength() throws IOException {
        Hand.v2(folder);
        Hand.file(folder.resolve("0.0"), 1, 2, 3, 4, 5);
        assertProblem("0.0' is damaged: it holds 5 bytes, but must hold 6.");
        Hand.file(folder.resolve("0.0"), 1, 2, 3, 4, 5, 6, 7);
        assertProblem("0.0' has 7 bytes, but must have at most 6.");
        Hand.file(folder.resolve("0.0"));
        assertProblem("0.0' is damaged: it holds 0 bytes, but must hold 6.");
    }

    @Test
    void chunksThatAreNoFiles(@TempDir Path elsewhere) throws IOException {
        Hand.v2(folder);
        Files.createDirectory(folder.resolve("0.0"));
        assertProblem("0.0' is not a file.");
        Files.delete(folder.resolve("0.0"));
        Hand.file(elsewhere.resolve("secret"), 1, 2, 3, 4, 5, 6);
        Files.createSymbolicLink(folder.resolve("0.0"), elsewhere.resolve("secret"));
        assertProblem("0.0' is a link that leaves the image's folder.");
        Files.delete(folder.resolve("0.0"));
        Files.createSymbolicLink(folder.resolve("0.0"), folder.resolve("nothing"));
        assertProblem("0.0' is a link to nothing.");
    }

    static List<Compression> compressions() {
        return Samples.compressions().subList(1, Samples.compressions().size());
    }

    /** Cut anywhere, with bytes changed, or of noise: an error or, where nothing tells, other values; never a crash. */
    @ParameterizedTest
    @MethodSource("compressions")
    void damagedChunks(Compression compression) throws IOException {
        OmeZarrSpec spec = Samples.spec(DataType.UINT16, OmeVersion.V0_4).withCompression(compression);
        Samples.write(folder, spec);
        Path chunk = folder.resolve("0/0/0/0");
        ZarrArray array = ZarrArray.open(folder.resolve("0"));
        byte[] whole = Files.readAllBytes(chunk);
        for (int length = 0; length < whole.length; length += 1 + length / 8) {
            Files.write(chunk, Arrays.copyOf(whole, length));
            assertThatIOException()
                    .isThrownBy(() -> chunk(array, 0, 0, 0))
                    .withMessageStartingWith("'" + chunk.toRealPath() + "' is damaged: ")
                    .withMessageMatching("[^\n]*[^.]\\.");
        }
        Random random = new Random(4);
        for (int i = 0; i < 120; i++) {
            byte[] damaged = whole.clone();
            for (int k = random.nextInt(4); k >= 0; k--) {
                int at = random.nextInt(i % 2 == 0 ? Math.min(40, whole.length) : whole.length);
                damaged[at] = (byte) random.nextInt();
            }
            if (i % 50 == 0) random.nextBytes(damaged);
            Files.write(chunk, damaged);
            try {
                assertThat((short[]) chunk(array, 0, 0, 0)).hasSize(256);
            } catch (IOException e) {
                assertThat(e).hasMessageStartingWith("'" + chunk.toRealPath() + "' is damaged: ");
            }
        }
    }

    /** A chunk declared as 1.9 GB of which there are some bytes: read without memory for 1.9 GB. */
    @ParameterizedTest
    @ValueSource(strings = {"null", "{'id': 'gzip'}", "{'id': 'zlib'}", "{'id': 'zstd'}", "{'id': 'blosc'}"})
    void declaredSizesTakeNoMemory(String compressor) throws IOException {
        Hand.v2(folder, "[2, 3]", "[40000, 47500]", "null, 'fill", compressor + ", 'fill");
        ByteBuffer blosc = ByteBuffer.allocate(2000).order(ByteOrder.LITTLE_ENDIAN);
        blosc.put(new byte[] {2, 1, 1, 1})
                .putInt(1_900_000_000)
                .putInt(1_900_000_000)
                .putInt(2000);
        byte[] bytes = new byte[2000];
        Codec codec = switch (compressor) {
            case "{'id': 'gzip'}" -> new GzipCodec(5);
            case "{'id': 'zlib'}" -> new ZlibCodec(5);
            case "{'id': 'zstd'}" -> new ZstdCodec(3, false);
            default -> null;
        };
        if (codec != null) {
            ByteBuffer encoded = codec.encode(ByteBuffer.wrap(bytes));
            bytes = Arrays.copyOf(encoded.array(), encoded.remaining());
        }
        if (compressor.contains("blosc")) bytes = blosc.array();
        Files.write(folder.resolve("0.0"), bytes);
        com.sun.management.ThreadMXBean threads =
                (com.sun.management.ThreadMXBean) java.lang.management.ManagementFactory.getThreadMXBean();
        ZarrArray array = ZarrArray.open(folder);

        long before = threads.getCurrentThreadAllocatedBytes();
        assertThatIOException().isThrownBy(() -> chunk(array, 0, 0)).withMessageContaining("0.0' is damaged: it");
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(8 << 20);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 5, has a damaged index: a chunk of 5 bytes at 0 is not in it",
        "36, 2, has a damaged index",
        "-1, 2, has a damaged index: a chunk of 2 bytes at 18446744073709551615 is not in it",
        "0, 3, is damaged",
        "9223372036854775807, 4, has a damaged index",
    })
    void shardIndexesThatLie(long offset, long length, String problem) throws IOException {
        sharded("[2, 2]");
        ByteBuffer file = ByteBuffer.allocate(36).order(ByteOrder.LITTLE_ENDIAN);
        file.put(new byte[] {1, 2, 3, 4})
                .putLong(offset)
                .putLong(length)
                .putLong(-1)
                .putLong(-1);
        Files.createDirectories(folder.resolve("c/0"));
        Files.write(folder.resolve("c/0/0"), file.array());

        assertProblem(problem);
    }

    @Test
    void shardsThatAreTooShort() throws IOException {
        sharded("[2, 2]");
        Hand.file(folder.resolve("c/0/0"), 1, 2, 3);
        assertProblem("c/0/0' has 3 bytes, too few for the index of its chunks.");
        sharded("[1000000000, 2000000000]");
        assertProblem("c/0/0' has 3 bytes, too few for the index of its chunks.");
        sharded("[2, 3]");
        assertProblem("has 'chunk_shape' [2,2], but must have sizes that divide those of the shard.");
    }

    private void sharded(String shard) throws IOException {
        String size = shard.equals("[2, 2]") ? "[2, 4]" : shard;
        Hand.v3(folder, "[2, 3]", size, "[{'name': 'bytes'}]", """
                [{'name': 'sharding_indexed', 'configuration': {'chunk_shape': [2, 2],
                'codecs': [{'name': 'bytes'}], 'index_codecs': [{'name': 'bytes'}]}}]""");
    }

    @Test
    void blocksOutsideTheArray() throws IOException {
        Hand.v2(folder);
        ZarrArray array = ZarrArray.open(folder);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> array.readBlock(new long[] {0, 2}, new int[] {2, 3}))
                .withMessage("The block of [2, 3] values at [0, 2] must be inside the array of [2, 4].");
        assertThatIllegalArgumentException().isThrownBy(() -> array.readBlock(new long[] {-1, 0}, new int[] {1, 1}));
        assertThatIllegalArgumentException().isThrownBy(() -> array.readBlock(new long[1], new int[1]));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> array.requireChunk(new long[] {1, 0}))
                .withMessage("The chunk is [1, 0], but must be one of a grid of [1, 2].");
    }

    @Test
    void aLengthThatOverflowsInBloscLzNeverReachesIt() {
        byte[] chunk = new byte[8_500_000];
        Arrays.fill(chunk, 100, chunk.length, (byte) -1);
        ByteBuffer.wrap(chunk)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(new byte[] {2, 1, 0, 1})
                .putInt(1 << 20)
                .putInt(1 << 20)
                .putInt(chunk.length);
        BloscCodec codec = new BloscCodec(Blosc.Compressor.BLOSCLZ, 5, Blosc.Shuffle.NO_SHUFFLE, 1, 0);
        assertThatIOException()
                .isThrownBy(() -> codec.decode(ByteBuffer.wrap(chunk), 1 << 20))
                .withMessage("its BloscLZ data say that they are longer than 2 GB");
    }
}
