package sc.fiji.imagetomask.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import sc.fiji.imagetomask.ImageToMask;
import sc.fiji.imagetomask.Version;
import sc.fiji.imagetomask.image.MaskOptions;
import sc.fiji.imagetomask.image.MaskRecord;
import sc.fiji.imagetomask.image.Reading;
import sc.fiji.imagetomask.image.ValueRange;
import sc.fiji.imagetomask.tone.ClipRange;

/**
 * How a mask file was made, in the lines of ImageJ's {@link MaskRecord}, so that Make Mask Again reads them, and one more for
 * what only files have.
 *
 * @param job what was done
 * @param reading how the picture file was taken
 * @param input the picture file
 * @param mask the name of what the mask was multiplied with, or null
 */
record FileRecord(ImageToMask job, SampleReading reading, Path input, String mask) {

    private static final String FILE_LINE = "File options: ";

    /** Lines that may differ between masks that are the same. */
    private static final Set<String> OF_THE_RUN = Set.of("Slice", "Clip range", "Engine", "Version");

    /** @param ranges the clip range of each slice */
    String text(List<ClipRange> ranges) {
        MaskOptions options = MaskOptions.DEFAULT
                .with("image", input.getFileName().toString())
                .with("mask", mask == null ? MaskOptions.NO_MASK : mask)
                .with(job.settings())
                .with(new Reading(ValueRange.parse(reading.range().text()), reading.rgb()));
        String engine = job.engine().name() + " on " + job.engine().device();
        String files = "orientation=" + reading.files().orientation().label() + " page="
                + reading.files().page() + " level=" + reading.ome().level() + " t="
                + reading.ome().t() + " z="
                + reading.ome().z();
        return new MaskRecord(options, 1, null, ranges, engine, Version.text()).text() + FILE_LINE + files + "\n";
    }

    /**
     * A mask file that exists must be the one that would be made. One that does not say how it was made is not compared.
     *
     * @throws IOException with one sentence, if it is not
     */
    void requireSame(Path output) throws IOException {
        String made = MaskFormat.of(output) == MaskFormat.TIFF ? TiffInfo.of(output) : "";
        if (made.contains(FILE_LINE) && !settings(made).equals(settings(text(List.of()))))
            throw new IOException(
                    "'" + output + "' exists already, but was made of another picture or with other settings;"
                            + " choose another OUTPUT, or --force instead of --resume.");
    }

    private static Set<String> settings(String text) {
        return text.lines()
                .filter(line -> !OF_THE_RUN.contains(line.split(": ", 2)[0]))
                .collect(Collectors.toSet());
    }
}
