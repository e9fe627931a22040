package sc.fiji.imagetomask.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ij.IJ;
import ij.ImagePlus;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.imagetomask.imagej.MaskInfo;
import sc.fiji.imagetomask.options.MaskRecord;
import sc.fiji.imagetomask.picturefile.Calibration;
import sc.fiji.imagetomask.picturefile.PictureFile;
import sc.fiji.imagetomask.picturefile.raster.PngChunks;
import sc.fiji.imagetomask.picturefile.raster.PngText;

/** PNG masks say how large their pixels are and how they were made, and a batch that goes on compares it. */
class NotesOfMasksTest {

    @TempDir
    private Path temp;

    private Path input;
    private Path mask;

    @BeforeEach
    void files() throws IOException {
        input = Files.createDirectory(temp.resolve("in"));
        Sample.of(12, 9, 3, 1).write(input.resolve("cells.png"));
        mask = temp.resolve("out").resolve("cells.png");
    }

    private CliRun run(Object... options) {
        Object[] all = new Object[options.length + 2];
        System.arraycopy(options, 0, all, 0, options.length);
        all[options.length] = input;
        all[options.length + 1] = mask.getParent();
        return CliRun.java(all);
    }

    /** Of its mask, on a metre, across and down; 0 if the mask does not say it. */
    private List<Long> pixels(Path picture) throws IOException {
        Path made = temp.resolve("made.png");
        CliRun run = CliRun.java("--force", picture, made);
        assertThat(run.status()).isZero();
        try (PictureFile file = PictureFiles.open(made)) {
            Calibration sizes = file.calibration();
            return Stream.of(sizes.x(), sizes.y())
                    .map(size -> size == 0 ? 0 : Math.round(1 / (size * sizes.metres())))
                    .toList();
        }
    }

    @Test
    void theResolutionOfThePictureIsKept() throws IOException {
        Path png = new PngChunks(1, 1, 8, 0)
                .add(
                        "pHYs",
                        ByteBuffer.allocate(9)
                                .putInt(2835)
                                .putInt(5669)
                                .put((byte) 1)
                                .array())
                .pixels((byte) 0, (byte) 9)
                .write(temp.resolve("a.png"));
        assertThat(pixels(png)).containsExactly(2835L, 5669L);
        byte[] jpeg = Files.readAllBytes(Sample.of(8, 8, 3, 1).write(temp.resolve("a.jpg")));
        jpeg[13] = 1;
        jpeg[14] = 1;
        jpeg[15] = 44;
        jpeg[16] = 0;
        jpeg[17] = (byte) 150;
        assertThat(pixels(Files.write(temp.resolve("b.jpg"), jpeg))).containsExactly(11811L, 5906L);
        jpeg[13] = 2;
        assertThat(pixels(Files.write(temp.resolve("b.jpg"), jpeg))).containsExactly(30000L, 15000L);
        jpeg[13] = 0;
        assertThat(pixels(Files.write(temp.resolve("b.jpg"), jpeg))).containsExactly(0L, 0L);
    }

    @Test
    void aMaskSaysHowItWasMade() {
        assertThat(run("--channel", "S (HSV)", "--black", 10, "--icc", "apply").status())
                .isZero();
        assertThat(PngText.read(mask, PngText.MASK_RECORD).lines())
                .contains(
                        "Mask of: cells.png",
                        "Options: channel=[S (HSV)] hue=0 black=10 white=255 gray=1.0 invert=false statistics=slice"
                                + " inside=false slices=all range=type output=8-bit engine=auto",
                        "Slice: 1",
                        "File options: orientation=stored icc=apply page=0 level=0 t=0 z=0")
                .anyMatch(line -> line.startsWith("Clip range: "))
                .anyMatch(line -> line.startsWith("Engine: java on "));
        ImagePlus opened = IJ.openImage(mask.toString());
        MaskRecord record = MaskInfo.of(opened);
        assertThat(record.options().image()).isEqualTo("cells.png");
        assertThat(record.options().settings().levels().black()).isEqualTo(10);
    }

    @Test
    void aBatchGoesOnWithTheSameSettingsOnly() throws IOException {
        run("--channel", "S (HSV)");
        byte[] first = Files.readAllBytes(mask);
        CliRun same = run("--resume", "--channel", "S (HSV)");
        assertThat(same.out()).containsExactly(mask + " exists already and is kept.");
        assertThat(same.problems()).isEmpty();
        CliRun other = run("--resume", "--channel", "V (HSV)");
        assertThat(other.status()).isZero();
        assertThat(other.err())
                .containsExactly(
                        "'" + mask + "' was made from another picture or with other settings, and is made again.");
        assertThat(Files.readAllBytes(mask)).isNotEqualTo(first);
        assertThat(run("--resume", "--channel", "V (HSV)").problems()).isEmpty();
        assertThat(run("--resume", "--channel", "V (HSV)", "--orientation", "apply")
                        .err())
                .hasSize(1);
    }

    /** It is not known to be ours. */
    @Test
    void aFileThatDoesNotSayHowItWasMadeIsLeft() throws IOException {
        Files.createDirectory(mask.getParent());
        Sample.of(12, 9, 1, 1).write(mask);
        byte[] before = Files.readAllBytes(mask);
        assertThat(run("--resume").status()).isZero();
        assertThat(Files.readAllBytes(mask)).isEqualTo(before);
    }
}
