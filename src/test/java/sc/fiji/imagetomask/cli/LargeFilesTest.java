package sc.fiji.imagetomask.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.imagetomask.ImageToMask;
import sc.fiji.imagetomask.MaskInput;
import sc.fiji.imagetomask.MaskSettings;
import sc.fiji.imagetomask.MaskTarget;
import sc.fiji.imagetomask.MemoryPicture;
import sc.fiji.imagetomask.Picture;
import sc.fiji.imagetomask.TestHome;
import sc.fiji.imagetomask.Tile;
import sc.fiji.imagetomask.engine.ByteSpan;
import sc.fiji.imagetomask.engine.MaskSpan;
import sc.fiji.imagetomask.engine.Pixels;
import sc.fiji.imagetomask.engine.jvm.JavaEngine;
import sc.fiji.imagetomask.picturefile.PictureFile;

/** Pictures larger than the memory, from file to file. */
class LargeFilesTest {

    @TempDir
    private Path temp;

    /** 243 MB of picture, as its own mask too, and 81 MB of mask through a heap of 96 MB. */
    @Test
    void aPictureOfManyTimesTheHeap() throws Exception {
        LargePicture picture = new LargePicture(9_000, 9_000);
        Path input = temp.resolve("in.tif");
        picture.write(input);
        for (String name : new String[] {"out.tif", "out.png"}) {
            Path output = temp.resolve(name);
            String printed = run("-Xmx96m", "--mask", input, "--channel", "S (HSV)", input, output);
            assertThat(printed).contains("9000 x 9000 pixels");
            byte[] mask = Sample.grey(output, 0);
            ImageToMask job = new ImageToMask(new JavaEngine(), MaskSettings.of("S (HSV)"));
            try (PictureFile file = PictureFiles.open(input)) {
                job.mask(new MaskInput(picture, file.mask(0), null), new Equal(mask, 9_000));
            }
            if (name.endsWith(".png")) requirePng(output, mask);
            Files.delete(output);
        }
    }

    /** A PNG of 81 million pixels through a heap of 48 MB. */
    private void requirePng(Path input, byte[] pixels) throws Exception {
        Path output = temp.resolve("of-png.tif");
        run("-Xmx48m", "--channel", "Y (YUV)", "--invert", input, output);
        MemoryPicture whole =
                new MemoryPicture(new Pixels.Planar(new byte[][] {pixels}, 0, pixels.length), 9_000, 9_000);
        MaskSettings settings = MaskSettings.of("Y (YUV)").withInvert(true);
        new ImageToMask(new JavaEngine(), settings).mask(MaskInput.of(whole), new Equal(Sample.grey(output, 0), 9_000));
    }

    private record Equal(byte[] mask, int width) implements MaskTarget {

        @Override
        public MaskSpan open(Tile tile) {
            return ByteSpan.allocate(tile.pixels());
        }

        @Override
        public void written(Tile tile, MaskSpan values) {
            int start = (int) tile.y() * width;
            assertThat(java.util.Arrays.mismatch(
                            mask, start, start + values.length(), ((ByteSpan) values).array(), 0, values.length()))
                    .isEqualTo(-1);
        }
    }

    private String run(String heap, Object... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), heap, "-cp"));
        command.addAll(List.of(System.getProperty("java.class.path"), ImageToMaskCli.class.getName()));
        command.addAll(List.of("--engine", "java"));
        command.addAll(1, TestHome.options());
        for (Object argument : arguments) command.add(argument.toString());
        File log = temp.resolve("log").toFile();
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log)
                .start();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        String printed = Files.readString(log.toPath());
        assertThat(process.exitValue()).as(printed).isZero();
        return printed;
    }

    @Test
    void anyPlaceOfAPictureOfTenToTheTenPixels() throws IOException {
        LargePicture picture = new LargePicture(100_000, 100_000);
        Path file = temp.resolve("huge.tif");
        picture.writeRepeated(file);
        assertThat(Files.size(file)).isLessThan(3_000_000);
        try (PictureFile opened = PictureFiles.open(file)) {
            Picture read = opened.picture(0);
            assertThat(read.width() * read.height()).isEqualTo(10_000_000_000L);
            List<Tile> tiles = read.tiles(1);
            Tile last = tiles.get(tiles.size() - 1);
            int[] argb = new int[last.pixels()];
            ((Pixels.EightBit) read.read(last)).pack(0, argb.length, argb);
            Tile first = new Tile(0, 0, LargePicture.SIDE, LargePicture.SIDE);
            int[] block = ((Pixels.Packed) picture.read(first)).data();
            for (int i = 0; i < argb.length; i++) {
                int x = i % 100_000 % LargePicture.SIDE;
                int y = i / 100_000;
                assertThat(argb[i] & 0xffffff).isEqualTo(block[y * LargePicture.SIDE + x]);
            }
        }
    }

    @Test
    void throughOmeZarrAndBackIsTheSameMask() throws IOException {
        Path input = temp.resolve("in.tif");
        new LargePicture(1900, 1700).write(input);
        Path zarr = temp.resolve("in.ome.zarr");
        Path tiff = temp.resolve("mask.tif");
        Path copy = temp.resolve("copy.tif");
        for (Object[] arguments : new Object[][] {
            {"--chunk", 512, input, zarr},
            {input, tiff},
            {"--channel", "R (RGB)", zarr, copy},
            {"--force", "--mask", zarr, "--channel", "R (RGB)", input, copy},
            {"--force", "--mask", tiff, "--channel", "R (RGB)", zarr, copy}
        }) assertThat(CliRun.of(arguments).status()).isZero();
        Path other = temp.resolve("other.tif");
        assertThat(CliRun.of("--mask", tiff, "--channel", "R (RGB)", tiff, other)
                        .status())
                .isZero();
        assertThat(Sample.grey(copy, 0)).isEqualTo(Sample.grey(other, 0));
    }

    @Test
    void whatIsLargerThanAHeapButInOnePieceIsSaidInOneSentence() throws Exception {
        Path input = Sample.of(9000, 4000, 3, 1).write(temp.resolve("in.bmp"));
        Path output = temp.resolve("out.png");
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx48m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ImageToMaskCli.class.getName(),
                        "--engine",
                        "java",
                        input.toString(),
                        output.toString())
                .redirectErrorStream(true);
        builder.command().addAll(1, TestHome.options());
        Process process = builder.start();
        String printed = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor()).isOne();
        assertThat(printed.lines())
                .containsExactly("'" + input + "' cannot be read: Java has not enough memory; give it"
                        + " more, for example with -Xmx8g, or save the picture as a TIFF with strips or tiles, which is read"
                        + " piece by piece.");
        assertThat(output).doesNotExist();
    }
}
