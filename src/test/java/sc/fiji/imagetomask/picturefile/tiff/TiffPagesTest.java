package sc.fiji.imagetomask.picturefile.tiff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ij.CompositeImage;
import ij.IJ;
import ij.ImagePlus;
import ij.io.FileSaver;
import ij.process.LUT;
import java.awt.Color;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sc.fiji.imagetomask.Tile;
import sc.fiji.imagetomask.cli.CliRun;
import sc.fiji.imagetomask.cli.PictureFiles;
import sc.fiji.imagetomask.engine.Pixels;
import sc.fiji.imagetomask.picturefile.Calibration;
import sc.fiji.imagetomask.picturefile.ImagePart;
import sc.fiji.imagetomask.picturefile.PictureFile;
import sc.fiji.imagetomask.picturefile.SampleReading;
import sc.fiji.imagetomask.picturefile.UnsupportedPictureException;
import sc.fiji.imagetomask.reading.ShownChannel;

/** Which pages of a TIFF are its picture: by its OME-XML, by their sizes, and by what is chosen. */
class TiffPagesTest {

    private static final Path FOLDER = Path.of("src", "test", "resources", "tiff");
    private static final String PIXELS = "<Pixels DimensionOrder=\"%s\" SizeX=\"1\" SizeY=\"1\" SizeZ=\"%d\""
            + " SizeC=\"%d\" SizeT=\"%d\" Type=\"uint8\">%s</Pixels>";

    @TempDir
    private Path temp;

    /** Twelve pages with the values 0 to 11; of each picture its channels, and a semicolon between pictures. */
    @ParameterizedTest
    @CsvSource({
        "XYCZT, 0 1 2;3 4 5;6 7 8;9 10 11",
        "XYCTZ, 0 1 2;6 7 8;3 4 5;9 10 11",
        "XYZCT, 0 2 4;1 3 5;6 8 10;7 9 11",
        "XYZTC, 0 4 8;1 5 9;2 6 10;3 7 11",
        "XYTCZ, 0 2 4;6 8 10;1 3 5;7 9 11",
        "XYTZC, 0 4 8;2 6 10;1 5 9;3 7 11"
    })
    void planesAreInAnyOrder(String order, String pictures) throws IOException {
        for (String places : new String[] {"<TiffData/>", "<TiffData IFD=\"0\" PlaneCount=\"12\"/>", ""})
            assertThat(read(12, image(PIXELS.formatted(order, 2, 3, 2, places))))
                    .isEqualTo(pictures);
    }

    @Test
    void namesOfElementsMayHaveAPrefix() throws IOException {
        String plain = image(PIXELS.formatted("XYCZT", 2, 3, 2, "<TiffData/>"));
        String prefixed =
                plain.replaceAll("<(/?)(?=\\w)", "<$1ome:").replace("<ome:OME", "<ome:OME xmlns:ome=\"urn:b\"");
        assertThat(read(12, prefixed)).isEqualTo("0 1 2;3 4 5;6 7 8;9 10 11");
    }

    @Test
    void aPlaneMayBeOnAnyPage() throws IOException {
        String places = "<TiffData IFD=\"3\" FirstC=\"0\"/><TiffData IFD=\"1\" FirstC=\"1\"/>"
                + "<TiffData IFD=\"0\" FirstC=\"2\"/>";
        assertThat(read(4, image(PIXELS.formatted("XYZCT", 1, 3, 1, places)))).isEqualTo("3 1 0");
    }

    @Test
    void theFirstImageIsThePicture() throws IOException {
        String text = image(PIXELS.formatted("XYCZT", 1, 3, 1, "<TiffData IFD=\"0\" PlaneCount=\"3\"/>"))
                .replace("</OME>", "<Image><Pixels/></Image></OME>");
        Path path = tiff(4, text);
        assertThat(read(path)).isEqualTo("0 1 2");
        try (PictureFile file = PictureFiles.open(path)) {
            assertThat(file.notices())
                    .containsExactly("Of '" + path + "' only the first of 2 images is read; left out: page 4 (1 x 1"
                            + " pixels); --page reads one of them.");
        }
    }

    @Test
    void sizesAndColoursComeFromTheOmeXml() throws IOException {
        try (PictureFile file = PictureFiles.open(FOLDER.resolve("ome_xytzc.tif"))) {
            assertThat(file.slices()).isEqualTo(4);
            assertThat(file.frames()).isEqualTo(2);
            assertThat(file.calibration()).isEqualTo(new Calibration(0.25, 0.25, 2, "um", 0.5));
        }
        String channels = "<Channel Color=\"65535\"/><Channel Color=\"-16776961\"/>";
        try (PictureFile file = PictureFiles.open(tiff(2, image(PIXELS.formatted("XYCZT", 1, 2, 1, channels))))) {
            ShownChannel blue = file.shown().get(0);
            assertThat(new byte[] {blue.reds()[255], blue.greens()[255], blue.blues()[255]})
                    .containsExactly(0, 0, -1);
            assertThat(file.shown().get(1).reds()[255]).isEqualTo((byte) -1);
            assertThat(file.shown().get(1).greens()[255]).isZero();
        }
    }

    @Test
    void coloursAndRangesOfAComposite() throws IOException {
        ImagePlus image = IJ.createHyperStack("in", 4, 3, 3, 1, 1, 16);
        CompositeImage composite = new CompositeImage(image, CompositeImage.COMPOSITE);
        composite.setLuts(new LUT[] {
            LUT.createLutFromColor(Color.MAGENTA),
            LUT.createLutFromColor(new Color(10, 200, 99)),
            LUT.createLutFromColor(Color.CYAN)
        });
        for (int c = 1; c <= 3; c++) {
            composite.setC(c);
            composite.setDisplayRange(100 * c, 1000.5 * c);
        }
        Path path = temp.resolve("composite.tif");
        assertThat(new FileSaver(composite).saveAsTiff(path.toString())).isTrue();
        try (PictureFile file = PictureFiles.open(path)) {
            assertThat(file.shown()).hasSize(3);
            for (int c = 0; c < 3; c++) {
                ShownChannel shown = file.shown().get(c);
                byte[] table = composite.getLuts()[c].getBytes();
                assertThat(shown.reds()).isEqualTo(Arrays.copyOfRange(table, 0, 256));
                assertThat(shown.greens()).isEqualTo(Arrays.copyOfRange(table, 256, 512));
                assertThat(shown.blues()).isEqualTo(Arrays.copyOfRange(table, 512, 768));
                assertThat(new double[] {shown.min(), shown.max()})
                        .containsExactly(composite.getLuts()[c].min, composite.getLuts()[c].max);
            }
        }
        ShownChannel green = ShownChannel.of(10, 200, 99, 0, 1);
        assertThat(green.greens()).isEqualTo(Arrays.copyOfRange(composite.getLuts()[1].getBytes(), 256, 512));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<TiffData><UUID FileName=\"a.tif\">urn:a</UUID></TiffData><TiffData FirstC=\"1\"><UUID"
                        + " FileName=\"b.tif\">urn:b</UUID></TiffData> | is one of several files of an OME-TIFF",
                "<TiffData IFD=\"0\"/> | does not list a page for every channel, z and t",
                "<TiffData IFD=\"0\"/><TiffData IFD=\"9\" FirstC=\"1\"/> | does not list a page for every channel"
            })
    void planesThatAreNotThere(String places, String sentence) throws IOException {
        Path path = tiff(2, image(PIXELS.formatted("XYCZT", 1, 2, 1, places)));
        assertThatThrownBy(() -> PictureFiles.open(path))
                .isInstanceOf(UnsupportedPictureException.class)
                .hasMessageContaining("in.tif' " + sentence);
    }

    @Test
    void morePlanesThanPages() throws IOException {
        Path path = tiff(2, image(PIXELS.formatted("XYCZT", 1_000_000, 3, 2_000, "")));
        assertThatThrownBy(() -> PictureFiles.open(path))
                .hasMessageContaining("which are 6000000000 pages, but it has only 2.");
    }

    @Test
    void metadataInAnotherFile() throws IOException {
        Path path = tiff(2, "<OME><BinaryOnly MetadataFile=\"all.companion.ome\" UUID=\"urn:a\"/></OME>");
        assertThatThrownBy(() -> PictureFiles.open(path))
                .hasMessageContaining("its OME-XML is in 'all.companion.ome', which is not read");
        assertThat(read(tiff(1, "<OME><BinaryOnly MetadataFile=\"all.companion.ome\"/></OME>")))
                .isEqualTo("0");
    }

    /** An entity is neither read from a file nor grown; then each page counts as a slice, and that is told. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE OME [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><OME><Image Name=\"&e;\"/></OME>",
                "<!DOCTYPE OME [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]><OME>&b;</OME>",
                "<OME><Image>",
                "<OME>&unknown;</OME>"
            })
    void xmlThatIsNotRead(String text) throws IOException {
        Path path = tiff(2, text);
        assertThat(read(path)).isEqualTo("0;1");
        try (PictureFile file = PictureFiles.open(path)) {
            assertThat(file.notices())
                    .singleElement()
                    .asString()
                    .startsWith("The OME-XML of '" + path + "' cannot be read, because it ")
                    .endsWith("; each page counts as a slice.");
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 80 x 64", "1, 40 x 32", "2, 20 x 16"})
    void smallerCopiesAreLevels(int level, String size) throws IOException {
        SampleReading reading = SampleReading.DEFAULT.with(new ImagePart("", level, 0, 0, false));
        try (PictureFile file = PictureFiles.open(FOLDER.resolve("pyramid.ome.tif"), reading);
                PictureFile full = PictureFiles.open(FOLDER.resolve("pyramid.ome.tif"))) {
            assertThat(file.width() + " x " + file.height()).isEqualTo(size);
            Pixels.Planar all = (Pixels.Planar) full.picture(0).read(new Tile(0, 0, 80, 64));
            Pixels.Planar small = (Pixels.Planar) file.picture(0).read(new Tile(0, 0, file.width(), file.height()));
            for (int y = 0; y < file.height(); y++)
                for (int x = 0; x < file.width(); x++)
                    assertThat(small.channels()[1][y * file.width() + x])
                            .isEqualTo(all.channels()[1][(y * 80 + x) << level]);
        }
    }

    @Test
    void levelsThatAreNotThere() {
        SampleReading reading = SampleReading.DEFAULT.with(new ImagePart("", 3, 0, 0, false));
        assertThatThrownBy(() -> PictureFiles.open(FOLDER.resolve("pyramid.ome.tif"), reading))
                .hasMessageStartingWith("level is 3, but must be from 0 to 2 in '");
        assertThatThrownBy(() -> PictureFiles.open(FOLDER.resolve("thumb.tif"), reading))
                .hasMessage("level is 3, but '" + FOLDER.resolve("thumb.tif") + "' has only level 0.");
    }

    /** NewSubfileType is 4, and PhotometricInterpretation too, as geographers' programs write it. */
    @Test
    void aPageThatTellsWhereAnotherIsTransparentIsNoPicture() throws IOException {
        Path path = tiff(2, "any");
        byte[] bytes = Files.readAllBytes(path);
        int second = 8 + 2 + 8 * 12 + 4 + 2;
        ByteBuffer.wrap(bytes).putShort(second + 4 * 12, (short) 254).putInt(second + 4 * 12 + 8, 4);
        ByteBuffer.wrap(bytes).putShort(second + 4 * 12 + 2, (short) 4).putInt(second + 4 * 12 + 4, 1);
        ByteBuffer.wrap(bytes).putInt(second + 3 * 12 + 8, 4 << 16);
        Files.write(path, bytes);
        assertThat(read(path)).isEqualTo("0");
        assertThat(CliRun.java(path, temp.resolve("mask.png")).err().get(0))
                .isEqualTo("Of '" + path
                        + "' only the part that has the size of page 1 (1 x 1 pixels) is read; left out: page 2"
                        + " (1 x 1 pixels, a transparency mask); --page reads one of them.");
    }

    /** PhotometricInterpretation is 5 (CMYK) or 8 (CIELAB), or Compression is 34712 (JPEG 2000). */
    @ParameterizedTest
    @CsvSource({"1, 262, 5", "1, 262, 8", "1, 259, 34712", "2, 262, 5", "2, 262, 8", "2, 259, 34712"})
    void aPageThatIsNeverReadIsLeftOut(int page, int tag, int value) throws IOException {
        Path path = tiff(2, "any");
        byte[] bytes = Files.readAllBytes(path);
        int directory = page == 1 ? 8 + 2 : 8 + 2 + 8 * 12 + 4 + 2;
        int field = directory + (tag == 262 ? 3 : 6) * 12;
        ByteBuffer.wrap(bytes).putShort(field, (short) tag).putInt(field + 8, value << 16);
        Files.write(path, bytes);
        assertThat(read(path)).isEqualTo(page == 1 ? "1" : "0");
        CliRun run = CliRun.java(path, temp.resolve("mask.png"));
        assertThat(run.status()).isZero();
        assertThat(run.err().get(0))
                .isEqualTo("Of '" + path + "' only the part that has the size of page " + (3 - page)
                        + " (1 x 1 pixels) is read; left out: page " + page
                        + " (1 x 1 pixels, of a kind that is not read); --page reads one of them.");
        assertThat(CliRun.java("--page", page, path, temp.resolve("none.png")).status())
                .isEqualTo(1);
    }

    @Test
    void pagesOfAnotherSizeAreLeftOutOrChosen() throws IOException {
        Path thumb = FOLDER.resolve("thumb.tif");
        CliRun all = CliRun.java(thumb, temp.resolve("all.png"));
        assertThat(all.status()).isZero();
        assertThat(all.err())
                .containsExactly("Of '" + thumb
                        + "' only the part that has the size of page 1 (64 x 64 pixels) is read; left out:"
                        + " page 2 (16 x 16 pixels); --page reads one of them.");
        assertThat(all.out()).singleElement().asString().contains("64 x 64 pixels");
        CliRun second = CliRun.java("--page", 2, thumb, temp.resolve("second.png"));
        assertThat(second.err()).noneMatch(line -> line.contains("left out"));
        assertThat(second.out()).singleElement().asString().contains("16 x 16 pixels");
        assertThat(CliRun.java("--page", 3, thumb, temp.resolve("third.png")).err())
                .containsExactly("page is 3, but must be from 1 to 2 in '" + thumb + "'.");
        assertThat(CliRun.java("--page", 0, thumb, temp.resolve("third.png")).err())
                .containsExactly("page is 0, but must be a whole number, 1 or more.");
    }

    private static String image(String pixels) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><OME UUID=\"urn:a\"><Image>" + pixels + "</Image></OME>";
    }

    private String read(int pages, String description) throws IOException {
        return read(tiff(pages, description));
    }

    private static String read(Path path) throws IOException {
        StringBuilder text = new StringBuilder();
        try (PictureFile file = PictureFiles.open(path)) {
            for (int i = 0; i < file.slices(); i++) {
                Pixels.Planar pixels = (Pixels.Planar) file.picture(i).read(new Tile(0, 0, 1, 1));
                for (byte[] channel : pixels.channels()) text.append(channel[0]).append(' ');
                text.setCharAt(text.length() - 1, ';');
            }
        }
        return text.substring(0, text.length() - 1);
    }

    /** Pages of one pixel each, which is the number of the page. */
    private Path tiff(int pages, String description) throws IOException {
        byte[] text = (description + "\0").getBytes(StandardCharsets.UTF_8);
        int pageBytes = 2 + 8 * 12 + 4;
        int start = 8 + pages * pageBytes;
        ByteBuffer tiff = ByteBuffer.allocate(start + pages + text.length);
        tiff.putShort((short) 0x4d4d).putShort((short) 42).putInt(8);
        for (int page = 0; page < pages; page++) {
            tiff.putShort((short) 8);
            field(tiff, 256, 4, 1, 1);
            field(tiff, 257, 4, 1, 1);
            field(tiff, 258, 3, 1, 8 << 16);
            field(tiff, 262, 3, 1, 1 << 16);
            field(tiff, 270, 2, page == 0 ? text.length : 1, page == 0 ? start + pages : 0);
            field(tiff, 273, 4, 1, start + page);
            field(tiff, 277, 3, 1, 1 << 16);
            field(tiff, 279, 4, 1, 1);
            tiff.putInt(page == pages - 1 ? 0 : 8 + (page + 1) * pageBytes);
        }
        for (int page = 0; page < pages; page++) tiff.put((byte) page);
        return Files.write(temp.resolve("in.tif"), tiff.put(text).array());
    }

    private static void field(ByteBuffer tiff, int tag, int type, int count, int value) {
        tiff.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
    }
}
