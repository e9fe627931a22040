package sc.fiji.imagetomask.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sc.fiji.imagetomask.ImageToMask;
import sc.fiji.imagetomask.MemoryFloatMask;
import sc.fiji.imagetomask.MemoryMask;
import sc.fiji.imagetomask.Needs;
import sc.fiji.imagetomask.Output;
import sc.fiji.imagetomask.Python;
import sc.fiji.imagetomask.engine.Engine;
import sc.fiji.imagetomask.tone.ClipRange;

/** Masks of random 16-bit pictures are those of the definition in double precision. */
class HighBitDepthOracleTest {

    private static final int CASES = 65;

    @TempDir
    private static Path folder;

    private static List<HighBitDepthCase> cases;

    private static synchronized List<HighBitDepthCase> cases() throws IOException {
        if (cases == null) {
            List<HighBitDepthCase> made = HighBitDepthCase.random(5, CASES);
            for (HighBitDepthCase one : made) one.write(folder);
            Files.write(folder.resolve("cases.tsv"), HighBitDepthCase.lines(made));
            Python.run("deep_oracle.py", folder);
            cases = made;
        }
        return cases;
    }

    @ParameterizedTest
    @ValueSource(strings = {"java", "opencl"})
    void masksAreThoseOfTheDefinition(String name) throws IOException {
        Engine engine = Needs.engine(name);
        long pixels = 0;
        long steep = 0;
        int otherRange = 0;
        List<HighBitDepthCase> all = cases();
        List<String> ranges = Files.readAllLines(folder.resolve("ranges.tsv"));
        int i = 0;
        for (HighBitDepthCase one : all) {
            String[] cells = ranges.get(i++).split("\t");
            MemoryFloatMask floats = new MemoryFloatMask(one.width(), one.height());
            ClipRange range = new ImageToMask(engine, one.settings().withOutput(Output.FLOAT))
                    .mask(one.frame(), floats)
                    .first();
            if (range.low() != Integer.parseInt(cells[0]) || range.high() != Integer.parseInt(cells[1])) {
                assertThat(Integer.parseInt(cells[2])).as(one.line()).isPositive();
                otherRange++;
                System.out.printf("%s: %s instead of %s..%s for %s%n", name, range, cells[0], cells[1], one.line());
                continue;
            }
            MemoryMask bytes = new MemoryMask(one.width(), one.height());
            new ImageToMask(engine, one.settings()).mask(one.frame(), bytes);
            int n = one.width() * one.height();
            pixels += n;
            double[] oracle = doubles(folder.resolve(one.name() + ".mask"));
            for (int p = 0; p < n; p++) {
                double value = floats.values()[p];
                if (Math.abs(value - oracle[p]) > 1e-4) {
                    assertThat(value).as(one.line()).isBetween(oracle[n + p] - 1e-4, oracle[2 * n + p] + 1e-4);
                    steep++;
                } else assertThat(bytes.bytes()[p] & 255).isCloseTo((int) Math.round(255 * oracle[p]), within(1));
            }
        }
        System.out.printf(
                "%s masks: %d of %d pixels further than 0.0001 from the oracle, all where the curve is steep;"
                        + " %d of %d cases with another clip range%n",
                name, steep, pixels, otherRange, CASES);
        assertThat(steep).isLessThan(pixels / 1000);
        assertThat(otherRange).isLessThanOrEqualTo(CASES / 20);
    }

    private static double[] doubles(Path file) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        double[] values = new double[bytes.remaining() / Double.BYTES];
        bytes.asDoubleBuffer().get(values);
        return values;
    }

    /** OpenCV's factors for U and V have three digits, and its cube root comes from a table. */
    @Test
    void theOracleAgreesWithOpenCv() {
        Map<String, Double> differences = Python.run("deep_oracle.py", Path.of("--check"))
                .lines()
                .map(line -> line.split("\t"))
                .collect(Collectors.toMap(cells -> cells[0], cells -> Double.valueOf(cells[1])));
        assertThat(differences).hasSize(7);
        differences.forEach((channel, most) -> {
            System.out.printf("OpenCV %s: at most %.6f of 255 from the oracle%n", channel, most);
            assertThat(most).as(channel).isLessThan(channel.matches("[UV] \\(YUV\\)") ? 0.1 : 0.02);
        });
    }
}
