package sc.fiji.imagetomask.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.imagetomask.picturefile.ColourProfileTest;
import sc.fiji.imagetomask.picturefile.FileChoice;
import sc.fiji.imagetomask.picturefile.Icc;
import sc.fiji.imagetomask.picturefile.OrientationUse;
import sc.fiji.imagetomask.picturefile.Packed;

/** Pictures with colour profiles, OME-TIFF and pyramids in one folder, as stacks and in tiles. */
class FoldersOfKindsTest {

    private static final Path TIFF = Path.of("src", "test", "resources", "tiff");
    private static final int TILE = 16;

    @TempDir
    private Path temp;

    private Path folder;
    private Path out;

    @BeforeEach
    void folder() throws IOException {
        folder = Files.createDirectory(temp.resolve("in"));
        out = temp.resolve("out");
    }

    /** The same numbers as those of the sample, in the colours of Display P3. */
    private static BufferedImage inDisplayP3(Sample sample) {
        ICC_ColorSpace space = new ICC_ColorSpace(ICC_Profile.getInstance(ColourProfileTest.displayP3()));
        ComponentColorModel model =
                new ComponentColorModel(space, false, false, BufferedImage.OPAQUE, DataBuffer.TYPE_BYTE);
        Raster pixels = sample.image().getRaster();
        return new BufferedImage(model, pixels.createCompatibleWritableRaster(), false, null) {
            {
                setData(pixels);
            }
        };
    }

    private static ImageWriter javasOwn() {
        Iterator<ImageWriter> writers = ImageIO.getImageWritersByFormatName("tiff");
        ImageWriter writer = writers.next();
        while (!writer.getClass().getName().startsWith("com.sun.")) writer = writers.next();
        return writer;
    }

    private static Path tiles(Path path, BufferedImage... pages) throws IOException {
        ImageWriter writer = javasOwn();
        ImageWriteParam tiles = writer.getDefaultWriteParam();
        tiles.setTilingMode(ImageWriteParam.MODE_EXPLICIT);
        tiles.setTiling(TILE, TILE, 0, 0);
        try (ImageOutputStream stream = ImageIO.createImageOutputStream(path.toFile())) {
            writer.setOutput(stream);
            writer.prepareWriteSequence(null);
            for (BufferedImage page : pages) writer.writeToSequence(new IIOImage(page, null, null), tiles);
            writer.endWriteSequence();
        } finally {
            writer.dispose();
        }
        return path;
    }

    /** What a picture is after its profile was followed, in a file without one. */
    private Path converted(Path picture, String name) throws IOException {
        Packed pixels = Packed.of(picture, new FileChoice(OrientationUse.STORED, Icc.APPLY, 0));
        BufferedImage image = new BufferedImage(pixels.width(), pixels.height(), BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, pixels.width(), pixels.height(), pixels.argb(), 0, pixels.width());
        return Sample.write(temp.resolve(name), image);
    }

    private byte[] mask(Path picture) throws IOException {
        Path mask = temp.resolve("one.png");
        assertThat(CliRun.java("--force", "--channel", "A (LAB)", picture, mask).status())
                .isZero();
        return Sample.grey(mask, 0);
    }

    @Test
    void profilesAreToldOrFollowedInStacksAndTiles() throws IOException {
        Sample first = Sample.of(50, 37, 3, 1);
        Sample second = Sample.of(50, 37, 3, 2);
        Path stack = tiles(folder.resolve("stack.tif"), inDisplayP3(first), inDisplayP3(second));
        Path one = tiles(folder.resolve("one.tif"), inDisplayP3(second));
        first.write(folder.resolve("plain.png"));

        CliRun told = CliRun.java("--channel", "A (LAB)", folder, out);
        assertThat(told.status()).isZero();
        assertThat(told.err())
                .containsExactly(
                        "'" + one + "' has the colour profile 'Display P3', but its values are used as sRGB;"
                                + " --icc apply converts them.",
                        "'" + stack + "' has the colour profile 'Display P3', but its values are used as sRGB;"
                                + " --icc apply converts them.");
        byte[] stored = mask(first.write(temp.resolve("stored.png")));
        assertThat(Sample.grey(out.resolve("stack.tif"), 0)).isEqualTo(stored);

        CliRun followed = CliRun.java("--force", "--icc", "apply", "--channel", "A (LAB)", folder, out);
        assertThat(followed.status()).isZero();
        assertThat(followed.err()).isEmpty();
        Path alone = tiles(temp.resolve("alone.tif"), inDisplayP3(first));
        byte[] ofFirst = mask(converted(alone, "first.png"));
        byte[] ofSecond = mask(converted(one, "second.png"));
        assertThat(ofFirst).isNotEqualTo(stored);
        assertThat(Sample.grey(out.resolve("stack.tif"), 0)).isEqualTo(ofFirst);
        assertThat(Sample.grey(out.resolve("stack.tif"), 1)).isEqualTo(ofSecond);
        assertThat(Sample.grey(out.resolve("one.png"), 0)).isEqualTo(ofSecond);
        assertThat(Sample.grey(out.resolve("plain.png"), 0)).isEqualTo(stored);
    }

    @Test
    void omeTiffsHaveTheMasksThatTheyHaveAlone() throws IOException {
        List<String> names = List.of("ome_cyx.ome.tif", "ome_tczyx.ome.tif", "pyramid.ome.tif", "ij_tzcyx.tif");
        for (String name : names) Files.copy(TIFF.resolve(name), folder.resolve(name));
        CliRun run = CliRun.java("--channel", "S (HSV)", folder, out);
        assertThat(run.status()).isZero();
        assertThat(run.problems()).isEmpty();
        assertThat(BatchesOfFilesTest.names(out))
                .containsExactly("ij_tzcyx.tif", "ome_cyx.ome.png", "ome_tczyx.ome.tif", "pyramid.ome.png");
        for (String mask : BatchesOfFilesTest.names(out)) {
            Path alone = temp.resolve(mask);
            Path picture = folder.resolve(mask.replace(".png", ".tif"));
            assertThat(CliRun.java("--channel", "S (HSV)", picture, alone).status())
                    .isZero();
            int slices = Sample.slices(alone);
            assertThat(Sample.slices(out.resolve(mask))).isEqualTo(mask.endsWith("png") ? 1 : slices);
            for (int i = 0; i < slices; i++)
                assertThat(Sample.grey(out.resolve(mask), i)).as(mask).isEqualTo(Sample.grey(alone, i));
        }
        assertThat(Sample.grey(out.resolve("ome_tczyx.ome.tif"), 3))
                .isEqualTo(Sample.grey(out.resolve("ij_tzcyx.tif"), 3));
    }

    @Test
    void aLevelThatOneFileDoesNotHaveCostsThatFile() throws IOException {
        Files.copy(TIFF.resolve("pyramid.ome.tif"), folder.resolve("pyramid.ome.tif"));
        Path plain = Sample.of(20, 10, 3, 1).write(folder.resolve("plain.tif"));
        CliRun run = CliRun.java("--level", 1, folder, out);
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err())
                .containsExactly(
                        "level is 1, but '" + plain + "' has only level 0.", "1 of 2 masks were made, 1 failed.");
        assertThat(BatchesOfFilesTest.names(out)).containsExactly("pyramid.ome.png");
        assertThat(Sample.raster(out.resolve("pyramid.ome.png"), 0).getBounds().getSize())
                .isEqualTo(new java.awt.Dimension(40, 32));
    }
}
