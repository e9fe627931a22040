package sc.fiji.imagetomask.benchmark;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/** Folders of pictures, and single ones, that {@link sc.fiji.imagetomask.benchmark.Files} times. */
enum FileCase {
    PNG("png", 200, 1024, 1024, Content.NOISE),
    JPEG("jpg", 200, 1024, 1024, Content.NOISE),
    FLAT("png", 200, 1024, 1024, Content.FLAT),
    PHOTO("png", 200, 1024, 1024, Content.PHOTO),
    PHOTO_JPEG("jpg", 200, 1024, 1024, Content.PHOTO),
    SMALL("png", 500, 256, 256, Content.NOISE),
    LARGE("png", 1, 8192, 8192, Content.NOISE),
    START("png", 1, 451, 300, Content.NOISE);

    /** More are copies of these. */
    private static final int DIFFERENT = 8;

    private final String extension;
    private final int count;
    private final int width;
    private final int height;
    private final Content content;

    /** What is in the pictures. */
    private enum Content {
        /** Smooth colours with fine noise. */
        NOISE,
        /** A few areas of one colour each. */
        FLAT,
        /** Detail at all scales, the less the finer, and the noise of a camera: as in photographs. */
        PHOTO;

        int pixel(SmoothNoise noise, int x, int y) {
            int size = noise.size();
            if (this == NOISE) return noise.argb()[y * size + x];
            if (this == FLAT) return (x / 200 + y / 300) % 3 == 0 ? 0xff204060 : 0xffe0d0f0;
            int pixel = 0xff;
            for (int c = 16; c >= 0; c -= 8) {
                double sum = 0;
                for (int octave = 1; octave <= 64; octave *= 2) {
                    int at = (y * octave / 64 + octave) % size * size + (x * octave / 64 + 3 * octave) % size;
                    sum += ((noise.argb()[at] >> c & 255) - 128) / (double) octave;
                }
                pixel = pixel << 8 | (int) Math.max(0, Math.min(255, 128 + sum));
            }
            return pixel;
        }
    }

    FileCase(String extension, int count, int width, int height, Content content) {
        this.extension = extension;
        this.count = count;
        this.width = width;
        this.height = height;
        this.content = content;
    }

    static FileCase named(String label) {
        return Stream.of(values())
                .filter(one -> one.label().equals(label))
                .findAny()
                .orElseThrow(() -> new IllegalArgumentException("case is '" + label + "', but must be one of "
                        + String.join(
                                ", ", Stream.of(values()).map(FileCase::label).toList()) + "."));
    }

    String label() {
        return name().toLowerCase().replace('_', '-');
    }

    double megapixels() {
        return count * (double) width * height / 1e6;
    }

    /** What is given to the command line: the folder, or the picture if it is one. All of them are PNG then. */
    Path input(Path pictures) {
        return count == 1 ? pictures.resolve(name(0)) : pictures;
    }

    /** How many runs count for one: more of the short ones. */
    int runs() {
        return this == START ? 3 : 1;
    }

    /** The folder of the pictures, made below that one if it is not there yet. */
    Path pictures(Path below) throws IOException {
        Path folder = below.resolve(label());
        if (Files.isDirectory(folder)) return folder;
        Path making = Files.createDirectories(below.resolve(label() + "-making"));
        int different = Math.min(DIFFERENT, count);
        SmoothNoise noise = SmoothNoise.of(Math.max(width, height) + different);
        IntStream.range(0, different).parallel().forEach(i -> write(noise, i, making));
        for (int i = different; i < count; i++)
            Files.copy(making.resolve(name(i % different)), making.resolve(name(i)));
        return Files.move(making, folder);
    }

    /** Makes an empty folder, or deletes the files of one. */
    static void empty(Path folder) throws IOException {
        Files.createDirectories(folder);
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) Files.delete(file);
        }
    }

    private String name(int i) {
        return "p" + (1000 + i) + "." + extension;
    }

    private void write(SmoothNoise noise, int shift, Path folder) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++)
            for (int x = 0; x < width; x++) image.setRGB(x, y, content.pixel(noise, x + shift, y + shift));
        try {
            ImageIO.write(image, extension, folder.resolve(name(shift)).toFile());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
