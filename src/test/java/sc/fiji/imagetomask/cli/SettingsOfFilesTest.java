package sc.fiji.imagetomask.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ij.io.Opener;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.imagetomask.MaskSettings;
import sc.fiji.imagetomask.MemoryMask;
import sc.fiji.imagetomask.Python;
import sc.fiji.imagetomask.TestHome;
import sc.fiji.imagetomask.channel.Channel;
import sc.fiji.imagetomask.channel.ReferenceColours;
import sc.fiji.imagetomask.channel.Stains;
import sc.fiji.imagetomask.channel.White;
import sc.fiji.imagetomask.tone.ClipRange;
import sc.fiji.imagetomask.tone.Histogram;
import sc.fiji.imagetomask.tone.ToneTable;

/** Statistics, inside, hue and output on the command line. */
class SettingsOfFilesTest {

    private static final MaskSettings VALUE = MaskSettings.of("V (HSV)");

    @TempDir
    private Path temp;

    private static void run(Object... arguments) {
        CliRun run = CliRun.java(arguments);
        assertThat(run.problems()).isEmpty();
        assertThat(run.status()).isZero();
    }

    @Test
    void aStackHasOneRange() throws IOException {
        Sample dark = darker(Sample.of(31, 19, 3, 10));
        Sample bright = Sample.of(31, 19, 3, 11);
        Path input = Sample.write(temp.resolve("in.tif"), dark.image(), bright.image());
        Path output = temp.resolve("out.tif");
        run("--channel", "V (HSV)", "--statistics", "STACK", input, output);
        long[] counts = new long[256];
        for (Sample slice : List.of(dark, bright)) for (int v : values(slice)) counts[v]++;
        ToneTable table = VALUE.first().tone(ClipRange.of(Histogram.of(counts))).table();
        for (int i = 0; i < 2; i++) {
            Sample slice = i == 0 ? dark : bright;
            int[] values = values(slice);
            byte[] expected = new byte[values.length];
            for (int p = 0; p < expected.length; p++) expected[p] = (byte) table.value(values[p]);
            assertThat(Sample.grey(output, i)).isEqualTo(expected);
        }
        run("--channel", "V (HSV)", "--statistics", "slice", "--force", input, output);
        assertThat(Sample.grey(output, 0)).isEqualTo(dark.mask(VALUE, null));
    }

    @Test
    void onlyTheInsideCounts() throws IOException {
        Sample sample = Sample.of(33, 20, 3, 1);
        Sample soft = Sample.of(33, 20, 1, 2);
        Path input = sample.write(temp.resolve("in.png"));
        Path output = temp.resolve("out.png");
        run("--inside", "--mask", soft.write(temp.resolve("mask.png")), input, output);
        MemoryMask mask = new MemoryMask(soft.bands()[0], 33, 20);
        assertThat(Sample.grey(output, 0)).isEqualTo(sample.mask(MaskSettings.DEFAULT.withInside(true), mask));
    }

    /** Label images and images of 0 and 1: by their values they make the mask black, which is told. */
    @Test
    void theMaskImageHoldsLabels() throws IOException {
        Sample sample = Sample.of(33, 20, 3, 1);
        Sample soft = Sample.of(33, 20, 1, 2);
        byte[] labels = soft.bands()[0];
        byte[] inside = new byte[labels.length];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = (byte) (labels[i] & 3);
            inside[i] = (byte) (labels[i] == 0 ? 0 : 255);
        }
        Path input = sample.write(temp.resolve("in.png"));
        Path mask = soft.write(temp.resolve("mask.png"));
        Path output = temp.resolve("out.png");
        CliRun told = CliRun.java("--mask", mask, input, output);
        assertThat(told.err().toString())
                .contains("'" + input + "': The mask is nearly black")
                .contains("--maskvalues labels");

        run("--mask-values", "labels", "--force", "--mask", mask, input, output);

        assertThat(Sample.grey(output, 0)).isEqualTo(sample.mask(MaskSettings.DEFAULT, new MemoryMask(inside, 33, 20)));
        assertThat(CliRun.java("--mask-values", "binary", input, output).err().toString())
                .contains("maskvalues is 'binary', but must be one of values, labels.");
    }

    @Test
    void aChannelIsNamedInShort() throws IOException {
        Sample sample = Sample.of(33, 20, 3, 1);
        Path output = temp.resolve("out.png");
        run("--channel", "red", sample.write(temp.resolve("in.png")), output);
        assertThat(Sample.grey(output, 0)).isEqualTo(sample.mask(MaskSettings.of("R (RGB)"), null));
    }

    @Test
    void theHueIsTurned() throws IOException {
        Sample sample = Sample.of(33, 20, 3, 1);
        Path output = temp.resolve("out.png");
        run("--channel", "H (HSV)", "--hue", "100", sample.write(temp.resolve("in.png")), output);
        assertThat(Sample.grey(output, 0))
                .isEqualTo(sample.mask(MaskSettings.of("H (HSV)").withHue(100), null))
                .isNotEqualTo(sample.mask(MaskSettings.of("H (HSV)"), null));
    }

    /** Also of a TIFF, whose channels come in bands. */
    @Test
    void stainsBackgroundAndColours() throws IOException {
        Sample sample = Sample.of(33, 20, 3, 1);
        MaskSettings stain = MaskSettings.of("Stain 2")
                .withStains(Stains.parse("0.65,0.7,0.29;0.27,0.57,0.78").with(new White(240, 236, 228)));
        MaskSettings distance =
                MaskSettings.of("Distance (CIEDE2000)").withColours(ReferenceColours.parse("#b5651d,#404080"));
        for (String name : List.of("in.png", "in.tif")) {
            Path input = name.endsWith("png")
                    ? sample.write(temp.resolve(name))
                    : Sample.write(temp.resolve(name), sample.image());
            Path output = temp.resolve("of " + name);
            run(
                    "--channel",
                    "stain 2",
                    "--stains",
                    "0.65,0.70,0.29; 0.27,0.57,0.78",
                    "--background",
                    "240,236,228",
                    input,
                    output);
            assertThat(Sample.grey(output, 0)).isEqualTo(sample.mask(stain, null));
            run("--channel", "ciede2000", "--colour", "#b5651d,404080", "--force", input, output);
            assertThat(Sample.grey(output, 0)).isEqualTo(sample.mask(distance, null));
        }
    }

    @Test
    void aBinaryMaskIsZeroOr255() throws IOException {
        Sample sample = Sample.of(33, 20, 4, 1);
        Path input = sample.write(temp.resolve("in.png"));
        byte[] expected = sample.mask(VALUE, null);
        for (int i = 0; i < expected.length; i++) expected[i] = (byte) ((expected[i] & 255) >= 128 ? 255 : 0);
        for (String name : List.of("out.png", "out.tif")) {
            run("--channel", "V (HSV)", "--output", "binary", input, temp.resolve(name));
            assertThat(Sample.grey(temp.resolve(name), 0)).isEqualTo(expected).contains(0, -1);
        }
    }

    @Test
    void floatsGoToTiffAlsoInFolders() throws IOException {
        Sample sample = Sample.of(33, 20, 3, 1);
        Sample other = Sample.of(33, 20, 3, 2);
        Path in = Files.createDirectory(temp.resolve("in"));
        sample.write(in.resolve("one.png"));
        Sample.write(in.resolve("two.tif"), sample.image(), other.image());
        run("--output", "32-bit", in, temp.resolve("out"));
        assertThat(BatchesOfFilesTest.names(temp.resolve("out"))).containsExactly("one.tif", "two.tif");
        String seen = Python.run("describe.py", temp.resolve("out/one.tif"), temp.resolve("out/two.tif"));
        assertThat(seen.lines()).containsExactly("one.tif 1 F 33 x 20", "two.tif 2 F 33 x 20");
        assertThat(floats(temp.resolve("out/one.tif.0"))).isEqualTo(fractions(sample.mask(MaskSettings.DEFAULT, null)));
        assertThat(floats(temp.resolve("out/two.tif.1"))).isEqualTo(fractions(other.mask(MaskSettings.DEFAULT, null)));
    }

    @Test
    void imageJReadsTheFloats() throws IOException {
        Sample sample = Sample.of(33, 20, 3, 1);
        Path output = temp.resolve("out.tif");
        run("--output", "32-bit", sample.write(temp.resolve("in.png")), output);
        assertThat(new Opener().openImage(output.toString()).getProcessor().getPixels())
                .isEqualTo(fractions(sample.mask(MaskSettings.DEFAULT, null)));
    }

    /** 72 MB of slices and 96 MB of masks through a heap of 64 MB, of which the tables of Lab take a part. */
    @Test
    void aStackNeedsTheMemoryOfOneSlice() throws Exception {
        BufferedImage slice = Sample.of(1500, 1000, 3, 1).image();
        Path input = Sample.write(
                temp.resolve("in.tif"), Collections.nCopies(16, slice).toArray(BufferedImage[]::new));
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx64m", "-cp"));
        command.addAll(List.of(System.getProperty("java.class.path"), ImageToMaskCli.class.getName()));
        command.addAll(List.of("--engine", "java", "--statistics", "stack", "--output", "32-bit", "--quiet"));
        command.addAll(List.of(input.toString(), temp.resolve("out.tif").toString()));
        command.addAll(1, TestHome.options());
        File log = temp.resolve("log").toFile();
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log)
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(log.toPath())).isZero();
        assertThat(Sample.slices(temp.resolve("out.tif"))).isEqualTo(16);
    }

    private static Sample darker(Sample sample) {
        byte[][] bands = new byte[3][sample.width() * sample.height()];
        for (int c = 0; c < 3; c++)
            for (int i = 0; i < bands[c].length; i++) bands[c][i] = (byte) ((sample.bands()[c][i] & 255) / 3);
        return new Sample(sample.width(), sample.height(), bands);
    }

    private static int[] values(Sample sample) {
        int[] values = new int[sample.width() * sample.height()];
        for (int i = 0; i < values.length; i++) {
            int[] rgb = new int[3];
            for (int c = 0; c < 3; c++) rgb[c] = sample.bands()[c][i] & 255;
            values[i] = Channel.HSV_V.value(255 << 24 | rgb[0] << 16 | rgb[1] << 8 | rgb[2]);
        }
        return values;
    }

    private static float[] fractions(byte[] mask) {
        float[] fractions = new float[mask.length];
        for (int i = 0; i < mask.length; i++) fractions[i] = (mask[i] & 255) / 255f;
        return fractions;
    }

    private static float[] floats(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        float[] floats = new float[bytes.length / 4];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(floats);
        return floats;
    }
}
