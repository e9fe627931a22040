package sc.fiji.imagetomask.zarr;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import sc.fiji.imagetomask.ome.OmeVersion;
import sc.fiji.imagetomask.ome.OmeZarrImage;
import sc.fiji.imagetomask.ome.OmeZarrSpec;

/** What is written is read again: every codec, version and type, with each separator in turn. */
class RoundTripTest {

    @TempDir
    private Path folder;

    static Stream<OmeZarrSpec> specs() {
        List<OmeZarrSpec> specs = new ArrayList<>();
        for (DataType type : DataType.values())
            for (OmeVersion version : OmeVersion.values())
                for (Compression compression : Samples.compressions()) {
                    OmeZarrSpec spec = Samples.spec(type, version).withCompression(compression);
                    specs.add(Samples.separated(spec, (specs.size() + type.ordinal()) % 2 == 0 ? "/" : "."));
                }
        return specs.stream();
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("specs")
    void isReadAsWritten(OmeZarrSpec spec) throws IOException {
        Object values = Samples.write(folder.resolve("a"), spec);

        OmeZarrImage image = OmeZarrImage.open(folder.resolve("a"));
        ZarrArray array = image.level(0).array();

        assertThat(array.dataType()).isEqualTo(spec.type());
        assertThat(array.readBlock(new long[3], new int[] {2, 37, 41}))
                .as("%s", spec)
                .isEqualTo(values);
        assertThat(image.version()).isEqualTo(spec.version());
        String first = spec.separator().equals("/") ? "0/0/0" : "0.0.0";
        String prefix = spec.version() == OmeVersion.V0_5 ? "c" + spec.separator() : "";
        assertThat(Files.exists(folder.resolve("a/0").resolve(prefix + first))).isTrue();
    }
}
