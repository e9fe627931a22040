package sc.fiji.imagetomask.picturefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.imagetomask.MemoryMask;
import sc.fiji.imagetomask.Picture;
import sc.fiji.imagetomask.Python;
import sc.fiji.imagetomask.Tile;
import sc.fiji.imagetomask.cli.PictureFiles;
import sc.fiji.imagetomask.engine.Pixels;

/** Picture files of all kinds are read as Pillow reads them. */
class PictureFileTest {

    /** By how much two JPEG decoders may differ, of 255. */
    private static final int JPEG_TOLERANCE = 3;

    @TempDir
    private Path temp;

    @Test
    void readsTheBytesThatPillowReads() throws IOException {
        Path folder = Files.createDirectory(temp.resolve("pictures"));
        Python.run("pictures.py", folder);
        SoftAssertions all = new SoftAssertions();
        List<Path> pictures = pictures(folder);
        for (Path picture : pictures) all.assertThatCode(() -> compare(picture)).doesNotThrowAnyException();
        all.assertAll();
        assertThat(pictures).hasSizeGreaterThan(90);
    }

    private static List<Path> pictures(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(PictureFormat::isPictureName).sorted().toList();
        }
    }

    private static void compare(Path path) throws IOException {
        boolean lossy = path.toString().endsWith(".jpg") || path.endsWith("tiff.tif");
        boolean turned = path.getFileName().toString().startsWith("orientation");
        OrientationUse orientation = turned ? OrientationUse.APPLY : OrientationUse.STORED;
        try (PictureFile file =
                PictureFiles.open(path, SampleReading.DEFAULT.with(new FileChoice(orientation, Icc.STORED, 0)))) {
            for (int i = 0; i < file.slices(); i++) {
                ByteBuffer rgba = expected(path, i, "rgba", file);
                ByteBuffer luma = expected(path, i, "l", file);
                byte[] mask = ((MemoryMask) file.mask(i)).bytes();
                int[] argb = pack(file.picture(i));
                assertThat(rgba.remaining()).isEqualTo(4 * argb.length);
                assertThat(luma.remaining()).isEqualTo(mask.length);
                int worst = 0;
                for (int p = 0; p < argb.length; p++) {
                    for (int shift : new int[] {16, 8, 0, 24})
                        worst = Math.max(worst, Math.abs((argb[p] >> shift & 255) - (rgba.get() & 255)));
                    worst = Math.max(worst, Math.abs((mask[p] & 255) - (luma.get() & 255)));
                }
                assertThat(worst).as(path + " slice " + i).isLessThanOrEqualTo(lossy ? JPEG_TOLERANCE : 0);
            }
            assertThat(path.resolveSibling(path.getFileName() + "." + file.slices() + ".rgba"))
                    .doesNotExist();
        }
    }

    private static ByteBuffer expected(Path path, int slice, String kind, PictureFile file) throws IOException {
        byte[] bytes = Files.readAllBytes(path.resolveSibling(path.getFileName() + "." + slice + "." + kind));
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(buffer.getInt()).as(path + " width").isEqualTo(file.width());
        assertThat(buffer.getInt()).as(path + " height").isEqualTo(file.height());
        return buffer;
    }

    private static int[] pack(Picture picture) {
        Tile all = new Tile(0, 0, (int) picture.width(), (int) picture.height());
        int[] argb = new int[all.pixels()];
        ((Pixels.EightBit) picture.read(all)).pack(0, argb.length, argb);
        return argb;
    }
}
