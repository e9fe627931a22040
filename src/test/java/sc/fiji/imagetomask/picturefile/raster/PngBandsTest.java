package sc.fiji.imagetomask.picturefile.raster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sc.fiji.imagetomask.Picture;
import sc.fiji.imagetomask.Python;
import sc.fiji.imagetomask.Tile;
import sc.fiji.imagetomask.engine.Pixels;
import sc.fiji.imagetomask.picturefile.FileChoice;
import sc.fiji.imagetomask.picturefile.Icc;
import sc.fiji.imagetomask.picturefile.OrientationUse;
import sc.fiji.imagetomask.picturefile.PictureFormat;
import sc.fiji.imagetomask.picturefile.SampleReading;
import sc.fiji.imagetomask.picturefile.bands.SameTiles;
import sc.fiji.imagetomask.reading.ChannelOrder;
import sc.fiji.imagetomask.reading.NumberRange;

/** A PNG that is read some rows at a time has the pixels of the same PNG read as a whole. */
class PngBandsTest {

    private static final int WIDTH = 13;
    private static final int HEIGHT = 11;

    /** Of a picture that is not inflated at once. */
    private static final int LARGE = 900;

    @TempDir
    private Path temp;

    private final Random random = new Random(8);

    @Test
    void ofEveryKindRowsAreThoseOfTheWhole() throws IOException {
        for (String script : List.of("pictures.py", "deep_pictures.py")) {
            Path folder = Files.createDirectory(temp.resolve(script));
            Python.run(script, folder);
            try (Stream<Path> files = Files.list(folder)) {
                for (Path path : files.filter(file -> file.toString().endsWith(".png"))
                        .sorted()
                        .toList())
                    for (NumberRange range : List.of(NumberRange.DISPLAY, NumberRange.parse("20,90")))
                        requireSame(path, reading(range), true, random);
            }
        }
    }

    /** @param inRows whether it can be read so */
    static void requireSame(Path path, SampleReading reading, boolean inRows, Random random) throws IOException {
        try (RasterFile whole = new RasterFile(path, PictureFormat.PNG, reading, Integer.MAX_VALUE);
                RasterFile rows = new RasterFile(path, PictureFormat.PNG, reading, 0)) {
            assertThat(rows.picture(0).isLazy()).as(path.toString()).isEqualTo(inRows);
            SameTiles.of(whole.picture(0), rows.picture(0), random);
        }
    }

    @Test
    void chosenChannelsInAnyOrder() throws IOException {
        Path file = picture(2);
        requireSame(file, new SampleReading(NumberRange.DISPLAY, ChannelOrder.parse("3,1,2")), true, random);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void turnedOnesAreReadAsAWhole(int orientation) throws IOException {
        byte[] exif = {
            'I', 'I', 42, 0, 8, 0, 0, 0, 1, 0, 0x12, 1, 3, 0, 1, 0, 0, 0, (byte) orientation, 0, 0, 0, 0, 0, 0, 0
        };
        Path file = new PngChunks(WIDTH, HEIGHT, 8, 2)
                .add("eXIf", exif)
                .pixels(rows(2))
                .write(temp.resolve("a.png"));
        requireSame(file, reading(NumberRange.DISPLAY), orientation < 3, random);
    }

    /** As the file says: turned, and with its colour profile. */
    private static SampleReading reading(NumberRange range) {
        return new SampleReading(range, ChannelOrder.DEFAULT).with(new FileChoice(OrientationUse.APPLY, Icc.APPLY, 0));
    }

    /** Above, below and again, in any order. */
    @Test
    void anyTileAfterAnyOther() throws IOException {
        Path file = picture(6);
        try (RasterFile whole = new RasterFile(file, PictureFormat.PNG, SampleReading.DEFAULT, Integer.MAX_VALUE);
                RasterFile rows = new RasterFile(file, PictureFormat.PNG, SampleReading.DEFAULT, 0)) {
            Picture all = whole.picture(0);
            Picture bands = rows.picture(0);
            for (int i = 0; i < 200; i++) {
                int top = random.nextInt(HEIGHT);
                SameTiles.require(all, bands, new Tile(0, top, WIDTH, 1 + random.nextInt(HEIGHT - top)));
            }
        }
    }

    @Test
    void whereItIsBrokenEachReadingFails() throws IOException {
        byte[] deflated = PngChunks.deflated(rows(LARGE, LARGE, 2));
        Path file = new PngChunks(LARGE, LARGE, 8, 2)
                .add("IDAT", Arrays.copyOf(deflated, deflated.length / 2))
                .write(temp.resolve("a.png"));
        try (RasterFile rows = new RasterFile(file, PictureFormat.PNG, SampleReading.DEFAULT, 0)) {
            Picture bands = rows.picture(0);
            assertThat(bands.read(new Tile(0, 0, LARGE, 1)).length()).isEqualTo(LARGE);
            for (int i = 0; i < 2; i++)
                assertThatThrownBy(() -> bands.read(new Tile(0, LARGE - 1, LARGE, 1)))
                        .isInstanceOf(UncheckedIOException.class)
                        .hasMessageContaining("'" + file + "' is broken: it ends early.");
            assertThat(bands.read(new Tile(0, 1, LARGE, 1)).length()).isEqualTo(LARGE);
        }
    }

    /** The sum behind the last row is not that of the rows. */
    @Test
    void aWrongSumIsBroken() throws IOException {
        byte[] deflated = PngChunks.deflated(rows(LARGE, LARGE, 2));
        deflated[deflated.length - 1] ^= 1;
        Path file = new PngChunks(LARGE, LARGE, 8, 2).add("IDAT", deflated).write(temp.resolve("a.png"));
        try (RasterFile rows = new RasterFile(file, PictureFormat.PNG, SampleReading.DEFAULT, 0)) {
            Picture bands = rows.picture(0);
            bands.read(new Tile(0, 0, LARGE, LARGE / 2));
            assertThatThrownBy(() -> bands.read(new Tile(0, LARGE / 2, LARGE, LARGE / 2)))
                    .hasMessageContaining("'" + file + "' is broken.");
        }
    }

    /** 50,000 x 50,000 pixels of one bit. */
    @Test
    void moreValuesThanOneArrayHolds() throws IOException {
        int side = 50_000;
        Path file = new PngChunks(side, side, 1, 0)
                .pixels(new byte[side * (1 + side / 8)])
                .write(temp.resolve("a.png"));
        try (RasterFile opened = new RasterFile(file, PictureFormat.PNG, SampleReading.DEFAULT)) {
            Picture picture = opened.picture(0);
            Tile tile = picture.tiles(1 << 20).get(1);
            assertThat(((Pixels.EightBit) picture.read(tile)).argb(0)).isEqualTo(0xff000000);
            assertThatThrownBy(() -> opened.mask(0))
                    .hasMessage("'" + file + "' has 50000 x 50000 pixels and 2500000000 values, but must have at most"
                            + " 2147483639 values; only a TIFF may have more as a mask.");
        }
        Path interlaced = new PngChunks(side, side, 1, 0, true)
                .add("IDAT", new byte[400_000])
                .write(temp.resolve("b.png"));
        assertThatThrownBy(() -> new RasterFile(interlaced, PictureFormat.PNG, SampleReading.DEFAULT))
                .hasMessage(
                        "'" + interlaced + "' has 50000 x 50000 pixels and 2500000000 values, but must have at most"
                                + " 2147483639 values; only a TIFF, and a PNG that is not interlaced and not turned, may have more.");
    }

    private Path picture(int colours) throws IOException {
        return new PngChunks(WIDTH, HEIGHT, 8, colours).pixels(rows(colours)).write(temp.resolve("a.png"));
    }

    private byte[] rows(int colours) {
        return rows(WIDTH, HEIGHT, colours);
    }

    /** Random rows, each after the number of a random filter. */
    private byte[] rows(int width, int height, int colours) {
        int rowBytes = 1 + width * new PngHeader(width, height, 8, colours, false).channels();
        byte[] rows = new byte[rowBytes * height];
        random.nextBytes(rows);
        for (int at = 0; at < rows.length; at += rowBytes) rows[at] = (byte) random.nextInt(5);
        return rows;
    }
}
