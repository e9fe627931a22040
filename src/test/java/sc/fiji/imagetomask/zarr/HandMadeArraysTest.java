package sc.fiji.imagetomask.zarr;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32C;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sc.fiji.imagetomask.ome.OmeVersion;
import sc.fiji.imagetomask.ome.OmeZarrSpec;

/** Arrays whose bytes are written here after the specifications of Zarr. */
class HandMadeArraysTest {

    @TempDir
    private Path folder;

    @Test
    void aMissingChunkIsTheFillValue() throws IOException {
        Hand.v2(folder);
        Hand.file(folder.resolve("0.0"), 1, 2, 3, 4, 5, 6);

        assertThat(Hand.all(folder)).isEqualTo(new byte[] {1, 2, 3, 9, 4, 5, 6, 9});
    }

    @Test
    void aChunkReachesBeyondTheArray() throws IOException {
        Hand.v2(folder, "'fill_value': 9", "'fill_value': null, 'dimension_separator': '/'");
        Hand.file(folder.resolve("0/1"), 1, 2, 3, 4, 5, 6);

        assertThat(Hand.all(folder)).isEqualTo(new byte[] {0, 0, 0, 1, 0, 0, 0, 4});
    }

    @Test
    void fortranOrder() throws IOException {
        Hand.v2(folder, "'C'", "'F'", "|u1", ">u2");
        Hand.file(folder.resolve("0.0"), 0, 1, 0, 4, 0, 2, 0, 5, 0, 3, 1, 6);

        assertThat(Hand.all(folder)).isEqualTo(new short[] {1, 2, 3, 9, 4, 5, 262, 9});
    }

    @ParameterizedTest
    @CsvSource({
        "{'name': 'default'}, c/0/1",
        "{'name': 'default'; 'configuration': {'separator': '.'}}, c.0.1",
        "{'name': 'default'; 'configuration': {'separator': '/'}}, c/0/1",
        "{'name': 'v2'}, 0.1",
        "{'name': 'v2'; 'configuration': {'separator': '/'}}, 0/1",
    })
    void chunkKeysOfV3(String encoding, String file) throws IOException {
        Hand.v3(folder, "{'name': 'default'}", encoding.replace(';', ','));
        Hand.file(folder.resolve(file), 1, 2, 3, 4, 5, 6);

        assertThat(Hand.all(folder)).isEqualTo(new byte[] {9, 9, 9, 1, 9, 9, 9, 4});
    }

    /** Every byte other than 0 is true; a type of 0 and 1, as numpy and zarr-python write it. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void booleans(boolean isZarr3) throws IOException {
        if (isZarr3) Hand.v3(folder, "uint8", "bool", "'fill_value': 9", "'fill_value': true");
        else Hand.v2(folder, "|u1", "|b1", "'fill_value': 9", "'fill_value': true");
        Hand.file(folder.resolve(isZarr3 ? "c/0/0" : "0.0"), 1, 0, 7, 0, 1, 255);

        assertThat(Hand.all(folder)).isEqualTo(new byte[] {1, 0, 1, 1, 0, 1, 1, 1});
        assertThat(ZarrArray.open(folder).dataType()).isEqualTo(DataType.BOOL);
    }

    /** 1, -2, 65504, the smallest of all, infinite, and no number. */
    @Test
    void floatsOf16Bits() throws IOException {
        Hand.v2(folder, "|u1", ">f2");
        Hand.file(folder.resolve("0.0"), 0x3c, 0, 0xc0, 0, 0x7b, 0xff, 0, 1, 0xfc, 0, 0x7e, 0);

        assertThat(Hand.all(folder))
                .isEqualTo(new float[] {1, -2, 65504, 9, 0x1p-24f, Float.NEGATIVE_INFINITY, Float.NaN, 9});
    }

    @Test
    void wholeNumbersOf64Bits() throws IOException {
        Hand.v2(folder, "|u1", "<u8");
        int[] bytes = new int[48];
        bytes[0] = 5;
        for (int i = 8; i < 16; i++) bytes[i] = 255;
        Hand.file(folder.resolve("0.0"), bytes);

        assertThat(Hand.all(folder)).isEqualTo(new long[] {5, -1, 0, 9, 0, 0, 0, 9});
        assertThat(ZarrImgs.lazy(ZarrArray.open(folder), 0).getAt(1, 0).getRealDouble())
                .isEqualTo(0x1p64);
    }

    @Test
    void bigEndianAndTransposed() throws IOException {
        Hand.v3(
                folder,
                "uint8",
                "int16",
                "[{'name': 'bytes'}]",
                "[{'name': 'transpose', 'configuration': {'order': [1, 0]}},"
                        + " {'name': 'bytes', 'configuration': {'endian': 'big'}}]");
        Hand.file(folder.resolve("c/0/0"), 0, 1, 0, 4, 0, 2, 0, 5, 0, 3, 255, 255);

        assertThat(Hand.all(folder)).isEqualTo(new short[] {1, 2, 3, 9, 4, 5, -1, 9});
    }

    @Test
    void theChecksumIsChecked() throws IOException {
        Hand.v3(folder, "[{'name': 'bytes'}]", "[{'name': 'bytes'}, {'name': 'crc32c'}]");
        byte[] values = {1, 2, 3, 4, 5, 6};
        Files.createDirectories(folder.resolve("c/0"));
        Files.write(folder.resolve("c/0/0"), withChecksum(values));

        assertThat(Hand.all(folder)).isEqualTo(new byte[] {1, 2, 3, 9, 4, 5, 6, 9});
    }

    @ParameterizedTest
    @CsvSource({
        "float32, 'NaN', NaN",
        "float32, 'Infinity', Infinity",
        "float64, '-Infinity', -Infinity",
        "float32, '0xff800000', -Infinity",
        "float64, '0x3ff0000000000000', 1",
        "float32, 0.25, 0.25",
        "int8, -128, -128",
        "uint32, 4294967295, 4294967295",
        "uint16, null, 0",
        "uint8, '0', 0",
        "float32, '0.5', 0.5",
        "uint16, '65535', 65535",
        "uint8, true, 1",
        "int16, false, 0",
        "int64, -9223372036854775808, -9223372036854775808",
        "uint64, 18446744073709551615, 18446744073709551615",
        "uint64, 7, 7",
        "float16, '0x3e00', 1.5",
        "float16, 'NaN', NaN",
    })
    void fillValues(String type, String fill, double value) throws IOException {
        String json = fill.matches("[0-9.-]+|null|true|false") ? fill : "'" + fill + "'";
        Hand.v3(folder, "uint8", type, "'fill_value': 9", "'fill_value': " + json);

        ZarrArray array = ZarrArray.open(folder);

        assertThat(Double.valueOf(array.fillValue())).isEqualTo(Double.valueOf(value));
        assertThat(Values.numbers(
                        array.dataType(),
                        array.readBlock(array.chunkMin(new long[] {0, 1}), array.chunkSize(new long[] {0, 1}))))
                .isEqualTo(new double[] {value, value});
    }

    /** What writers say of how they compressed does not matter to a reader. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'id': 'gzip', 'level': -1}",
                "{'level': 6, 'id': 'gzip'}",
                "{'id': 'gzip', 'level': 99}",
                "{'id': 'gzip', 'level': 'best'}",
                "{'id': 'gzip', 'level': null}",
                "{'id': 'gzip'}",
            })
    void theLevelOfACompressorDoesNotMatter(String compressor) throws IOException {
        Hand.v2(folder, "'compressor': null", "'compressor': " + compressor);
        ByteArrayOutputStream chunk = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(chunk)) {
            gzip.write(new byte[] {1, 2, 3, 4, 5, 6});
        }
        Files.write(folder.resolve("0.0"), chunk.toByteArray());

        assertThat(Hand.all(folder)).isEqualTo(new byte[] {1, 2, 3, 9, 4, 5, 6, 9});
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'id': 'zlib', 'level': -1}",
                "{'id': 'zstd', 'level': 99, 'nbWorkers': 0}",
                "{'id': 'blosc', 'cname': 'snappy', 'clevel': -1, 'shuffle': 7, 'blocksize': -1, 'nthreads': 4}",
            })
    void norThatOfOthers(String compressor) throws IOException {
        Hand.v2(folder, "'compressor': null", "'compressor': " + compressor);

        assertThat(Hand.all(folder)).isEqualTo(new byte[] {9, 9, 9, 9, 9, 9, 9, 9});
    }

    /** Zarr v3 lets a name alone stand for an extension without configuration. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[{'name': 'bytes'}] | ['bytes']",
                "{'name': 'default'} | 'default'",
                "'uint8' | {'name': 'uint8'}",
                "'fill_value' | 'consolidated_metadata': null, 'fill_value'",
                "'fill_value' | 'attributes': {}, 'storage_transformers': [], 'dimension_names': [null, 'x'], 'fill_value'",
            })
    void whatWritersOfV3Write(String what, String instead) throws IOException {
        Hand.v3(folder, what, instead);
        Hand.file(folder.resolve("c/0/0"), 1, 2, 3, 4, 5, 6);

        assertThat(Hand.all(folder)).isEqualTo(new byte[] {1, 2, 3, 9, 4, 5, 6, 9});
    }

    @ParameterizedTest
    @CsvSource({"start, big, true", "end, little, true", "end, little, false", "start, little, false"})
    void shards(String location, String endian, boolean checksum) throws IOException {
        Hand.v3(folder, "[2, 4]", "[3, 5]", "[2, 3]", "[2, 4]", "[{'name': 'bytes'}]", """
                        [{'name': 'sharding_indexed', 'configuration': {'chunk_shape': [2, 2],
                        'codecs': [{'name': 'bytes'}], 'index_location': '%s', 'index_codecs':
                        [{'name': 'bytes', 'configuration': {'endian': '%s'}}%s]}}]""".formatted(
                        location, endian, checksum ? ", {'name': 'crc32c'}" : ""));
        boolean first = location.equals("start");
        int indexBytes = 32 + (checksum ? 4 : 0);
        ByteBuffer index =
                ByteBuffer.allocate(32).order(endian.equals("big") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        index.putLong(-1).putLong(-1).putLong(first ? indexBytes : 0).putLong(4);
        byte[] indexed = checksum ? withChecksum(index.array()) : index.array();
        byte[] chunk = {1, 2, 3, 4};
        ByteBuffer file = ByteBuffer.allocate(indexBytes + 4);
        file.put(first ? indexed : chunk).put(first ? chunk : indexed);
        Files.createDirectories(folder.resolve("c/0"));
        Files.write(folder.resolve("c/0/0"), file.array());

        ZarrArray array = ZarrArray.open(folder);

        assertThat(array.chunkShape()).containsExactly(2, 2);
        assertThat(array.gridShape()).containsExactly(2, 3);
        assertThat(Hand.all(folder)).isEqualTo(new byte[] {9, 9, 1, 2, 9, 9, 9, 3, 4, 9, 9, 9, 9, 9, 9});
    }

    @Test
    void anyBlockIsThatPartOfTheWhole() throws IOException {
        OmeZarrSpec spec = Samples.spec(DataType.UINT16, OmeVersion.V0_5);
        short[] whole = (short[]) Samples.write(folder.resolve("image"), spec);
        ZarrArray array = ZarrArray.open(folder.resolve("image/0")).keeping(4 * 16 * 16 * 2);
        java.util.Random random = new java.util.Random(3);
        for (int i = 0; i < 200; i++) {
            long[] min = {random.nextInt(2), random.nextInt(37), random.nextInt(41)};
            int[] size = new int[3];
            for (int d = 0; d < 3; d++) size[d] = 1 + random.nextInt(Samples.SIZE[d] - (int) min[d]);
            short[] expected = new short[size[0] * size[1] * size[2]];
            for (int z = 0, to = 0; z < size[0]; z++)
                for (int y = 0; y < size[1]; y++, to += size[2])
                    System.arraycopy(
                            whole, (int) (((min[0] + z) * 37 + min[1] + y) * 41 + min[2]), expected, to, size[2]);
            assertThat(array.readBlock(min, size))
                    .as("%s %s", Arrays.toString(min), Arrays.toString(size))
                    .isEqualTo(expected);
        }
    }

    private static byte[] withChecksum(byte[] bytes) {
        CRC32C checksum = new CRC32C();
        checksum.update(bytes);
        return ByteBuffer.allocate(bytes.length + 4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(bytes)
                .putInt((int) checksum.getValue())
                .array();
    }
}
