package sc.fiji.imagetomask.picturefile.raster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sc.fiji.imagetomask.cli.CliRun;
import sc.fiji.imagetomask.picturefile.Packed;

/** GIF files, and animated PNG files, that are written by hand. */
class OddGifTest {

    private static final int CLEAR = 8;
    private static final int END = 9;

    @TempDir
    private Path temp;

    /** A file of 4 x 2 pixels with 8 colours, of which colour i has the green value 30 i; the frames follow. */
    private static ByteArrayOutputStream start() {
        ByteArrayOutputStream gif = new ByteArrayOutputStream();
        gif.writeBytes("GIF89a".getBytes(StandardCharsets.US_ASCII));
        gif.writeBytes(new byte[] {4, 0, 2, 0, (byte) 0xf2, 0, 0});
        for (int colour = 0; colour < 8; colour++) gif.writeBytes(new byte[] {0, (byte) (30 * colour), 0});
        return gif;
    }

    /** A frame that fills the canvas, with codes of four bits, the lower half of a byte first. */
    private static byte[] frame(int... codes) {
        byte[] frame = new byte[10 + 1 + 1 + (codes.length + 1) / 2 + 1];
        byte[] head = {0x2c, 0, 0, 0, 0, 4, 0, 2, 0, 0, 3, (byte) ((codes.length + 1) / 2)};
        System.arraycopy(head, 0, frame, 0, head.length);
        for (int i = 0; i < codes.length; i++) frame[head.length + i / 2] |= (byte) (codes[i] << 4 * (i % 2));
        return frame;
    }

    private Path write(ByteArrayOutputStream gif) throws IOException {
        gif.write(0x3b);
        return Files.write(temp.resolve("a.gif"), gif.toByteArray());
    }

    /** A clear code before each pixel keeps all codes at four bits. */
    @ParameterizedTest
    @CsvSource({"1", "2", "3"})
    void clearCodesMayFollowEachOther(int clears) throws IOException {
        int[] codes = new int[8 * (clears + 1) + 1];
        for (int i = 0; i < codes.length - 1; i++) codes[i] = i % (clears + 1) < clears ? CLEAR : i / (clears + 1);
        codes[codes.length - 1] = END;
        ByteArrayOutputStream gif = start();
        gif.writeBytes(frame(codes));
        assertThat(Packed.of(write(gif)).greens()).containsExactly(0, 30, 60, 90, 120, 150, 180, 210);
    }

    @Test
    void laterFramesAreTold() throws IOException {
        byte[] frame = frame(CLEAR, 1, 1, 1, CLEAR, 2, 2, 2, CLEAR, 3, 3, END);
        ByteArrayOutputStream one = start();
        one.writeBytes(frame);
        assertThat(CliRun.java(write(one), temp.resolve("one.png")).err()).isEmpty();
        ByteArrayOutputStream two = start();
        two.writeBytes(frame);
        two.writeBytes(new byte[] {0x21, (byte) 0xf9, 4, 0, 9, 0, 0, 0});
        two.writeBytes(frame(CLEAR, 7, END));
        Path path = write(two);
        assertThat(Packed.of(path).greens()).containsExactly(30, 30, 30, 60, 60, 60, 90, 90);
        CliRun run = CliRun.java(path, temp.resolve("two.png"));
        assertThat(run.status()).isZero();
        assertThat(run.err()).containsExactly("Of '" + path + "' only the first frame is read, although it has more.");
    }

    @Test
    void framesOfAPngAreTold() throws IOException {
        for (int frames : new int[] {1, 2}) {
            Path path = new PngChunks(2, 1, 8, 0)
                    .add("acTL", new byte[] {0, 0, 0, (byte) frames, 0, 0, 0, 0})
                    .pixels((byte) 0, (byte) 9, (byte) 90)
                    .write(temp.resolve(frames + ".png"));
            CliRun run = CliRun.java(path, temp.resolve(frames + ".tif"));
            assertThat(run.status()).isZero();
            assertThat(run.err()).hasSize(frames - 1).allMatch(line -> line.contains("only the first frame is read"));
        }
    }
}
