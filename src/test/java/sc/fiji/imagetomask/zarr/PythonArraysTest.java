package sc.fiji.imagetomask.zarr;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Arrays that zarr-python wrote ({@code src/test/python/make_zarr.py}) are read with its values. */
class PythonArraysTest {

    @TempDir
    private static Path folder;

    @BeforeAll
    static void unpack() throws IOException {
        try (InputStream in = PythonArraysTest.class.getResourceAsStream("/zarr/python.zip");
                ZipInputStream zip = new ZipInputStream(in)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path file = folder.resolve(entry.getName());
                Files.createDirectories(file.getParent());
                Files.copy(zip, file);
            }
        }
    }

    static List<String> arrays() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isDirectory)
                    .map(file -> file.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("arrays")
    void hasPythonsValues(String name) throws IOException {
        ZarrArray array = ZarrArray.open(folder.resolve(name));
        byte[] raw = Files.readAllBytes(folder.resolve(name + ".raw"));

        assertThat(array.shape()).containsExactly(2, 9, 18);
        assertThat(array.readBlock(new long[3], new int[] {2, 9, 18}))
                .isEqualTo(array.dataType().fromBytes(raw, ByteOrder.LITTLE_ENDIAN));
    }
}
