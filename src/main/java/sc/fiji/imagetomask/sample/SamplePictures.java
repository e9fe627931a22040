package sc.fiji.imagetomask.sample;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import sc.fiji.imagetomask.files.Sentence;
import sc.fiji.imagetomask.ome.Axis;
import sc.fiji.imagetomask.ome.OmeZarrOutput;
import sc.fiji.imagetomask.ome.OmeZarrSpec;
import sc.fiji.imagetomask.zarr.DataType;

/** Writes small sample pictures. A file that exists already is not changed. */
public final class SamplePictures {

    public static final String TISSUE = "sample-tissue.png";
    public static final String SERIES = "cells.tif";
    public static final String ZARR = "cells.ome.zarr";

    static final int FRAMES = 4;

    private SamplePictures() {}

    /**
     * Writes all samples into that folder, which is created if it does not exist.
     *
     * @return the files and the OME-Zarr folder
     * @throws IOException one sentence, if it cannot be
     */
    public static List<Path> write(Path folder) throws IOException {
        return List.of(
                sample(folder, TISSUE, SamplePictures::writeTissue),
                sample(folder, SERIES, file -> HyperstackTiff.write(file, frames())),
                sample(folder, ZARR, SamplePictures::writeZarr));
    }

    /**
     * Writes the stained section into that folder, for macros: {@code
     * open(call("sc.fiji.imagetomask.sample.SamplePictures.tissue", getDirectory("home")));}
     *
     * @return the file
     */
    public static String tissue(String folder) {
        return forMacros(folder, TISSUE, SamplePictures::writeTissue);
    }

    /** The same with the time series. */
    public static String series(String folder) {
        return forMacros(folder, SERIES, file -> HyperstackTiff.write(file, frames()));
    }

    private static String forMacros(String folder, String name, Writer writer) {
        try {
            return sample(Path.of(folder), name, writer).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path sample(Path folder, String name, Writer writer) throws IOException {
        Path place = folder.resolve(name);
        try {
            Files.createDirectories(folder);
            if (Files.notExists(place)) writer.write(place);
        } catch (IOException e) {
            throw Sentence.unwritable(place, e);
        }
        return place;
    }

    private static void writeTissue(Path file) throws IOException {
        int width = TissueSection.WIDTH;
        int height = TissueSection.HEIGHT;
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, width, height, TissueSection.draw(), 0, width);
        ImageIO.write(image, "png", file.toFile());
    }

    /** Red, green and blue of each time: the cells bleach. */
    static short[][][] frames() {
        short[][][] frames = new short[FRAMES][][];
        for (int t = 0; t < FRAMES; t++) frames[t] = FluorescentCells.draw(Math.pow(0.75, t));
        return frames;
    }

    private static void writeZarr(Path folder) throws IOException {
        short[][][] frames = frames();
        List<Long> shape =
                List.of((long) frames.length, 3L, (long) FluorescentCells.HEIGHT, (long) FluorescentCells.WIDTH);
        OmeZarrOutput output =
                OmeZarrOutput.create(folder, OmeZarrSpec.of(DataType.UINT16, Axis.all("tcyx"), shape), false);
        for (int t = 0; t < frames.length; t++)
            for (int c = 0; c < 3; c++) output.writeChunk(0, new long[] {t, c, 0, 0}, frames[t][c]);
        output.writeResolutions();
        output.finish();
    }

    /** Writes one sample. */
    @FunctionalInterface
    private interface Writer {
        void write(Path place) throws IOException;
    }
}
