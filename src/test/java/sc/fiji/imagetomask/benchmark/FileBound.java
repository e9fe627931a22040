package sc.fiji.imagetomask.benchmark;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import sc.fiji.imagetomask.MaskTarget;
import sc.fiji.imagetomask.Picture;
import sc.fiji.imagetomask.Tile;
import sc.fiji.imagetomask.cli.PictureFiles;
import sc.fiji.imagetomask.engine.ByteSpan;
import sc.fiji.imagetomask.picturefile.Calibration;
import sc.fiji.imagetomask.picturefile.MaskShape;
import sc.fiji.imagetomask.picturefile.PictureFile;
import sc.fiji.imagetomask.picturefile.deflate.Effort;
import sc.fiji.imagetomask.picturefile.raster.PngMaskWriter;

/**
 * Decodes the pictures of a folder, and encodes masks whose values are there already, on all cores, by the libraries that
 * Image To Mask uses: what masks from file to file cost at least.
 *
 * <p>Arguments: the folders of the pictures, of the values and of the masks.
 */
final class FileBound {

    private FileBound() {}

    public static void main(String[] args) throws IOException {
        System.setProperty("java.awt.headless", "true");
        Path values = Path.of(args[1]);
        Path masks = Path.of(args[2]);
        files(Path.of(args[0])).parallelStream().forEach(picture -> {
            String name = picture.getFileName().toString().replaceFirst("\\.\\w+$", ".png");
            try {
                make(picture, values.resolve(name), masks.resolve(name));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private static void make(Path picture, Path values, Path mask) throws IOException {
        MaskShape shape;
        try (PictureFile file = PictureFiles.open(picture)) {
            Picture pixels = file.picture(0);
            pixels.tiles(1 << 24).forEach(pixels::read);
            shape = new MaskShape(file.width(), file.height(), 1, false, 0, 1, Calibration.NONE);
        }
        Files.createFile(mask);
        try (PngMaskWriter writer = new PngMaskWriter(mask, mask, shape, Effort.DEFAULT)) {
            MaskTarget target = writer.open(0);
            Tile whole = new Tile(0, 0, shape.width(), shape.height());
            target.written(whole, ByteSpan.of(Files.readAllBytes(values)));
            writer.written(0);
            writer.finish("");
        }
    }

    /** The folder of the values of these masks, made if it is not there yet. */
    static Path values(Path masks, Path folder) throws IOException {
        if (Files.isDirectory(folder)) return folder;
        Files.createDirectories(folder);
        for (Path mask : files(masks)) {
            BufferedImage image = ImageIO.read(mask.toFile());
            byte[] values = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
            Files.write(folder.resolve(mask.getFileName()), values);
        }
        return folder;
    }
}
