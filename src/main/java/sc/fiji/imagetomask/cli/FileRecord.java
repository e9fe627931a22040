package sc.fiji.imagetomask.cli;

import java.nio.file.Path;
import java.util.List;
import sc.fiji.imagetomask.ImageToMask;
import sc.fiji.imagetomask.Version;
import sc.fiji.imagetomask.options.MaskOptions;
import sc.fiji.imagetomask.options.MaskRecord;
import sc.fiji.imagetomask.picturefile.FileChoice;
import sc.fiji.imagetomask.picturefile.ImagePart;
import sc.fiji.imagetomask.picturefile.SampleReading;
import sc.fiji.imagetomask.picturefile.raster.PngText;
import sc.fiji.imagetomask.picturefile.tiff.TiffInfo;
import sc.fiji.imagetomask.reading.ChannelOrder;
import sc.fiji.imagetomask.reading.NumberRange;
import sc.fiji.imagetomask.reading.Reading;
import sc.fiji.imagetomask.tone.ClipRanges;

/**
 * The record of how a mask file was made: the lines of {@link MaskRecord}, so that Make Mask Again can read them, and
 * one line with the options for files.
 *
 * @param job what was done
 * @param reading how the picture file was read
 * @param input the name of the picture file
 * @param mask the name of what the mask was multiplied with, or null
 */
record FileRecord(ImageToMask job, SampleReading reading, String input, String mask) {

    private static final String FILE_LINE = "File options: ";

    /**
     * The lines. A picture that is not shown in colours of channels has no display range in a file; ImageJ gives it one.
     *
     * @param isInColours whether the picture is read in the colours in which its channels are shown
     * @param ranges the clip range of each slice
     */
    String text(boolean isInColours, List<ClipRanges> ranges) {
        boolean byType = !isInColours && reading.range().isDisplayed();
        NumberRange range = byType ? NumberRange.TYPE : reading.range();
        boolean asStored = !isInColours && reading.rgb().isDisplayed();
        MaskOptions options = MaskOptions.DEFAULT
                .with("image", input)
                .with("mask", mask == null ? MaskOptions.NO_MASK : mask)
                .with(job.settings())
                .with(new Reading(range, asStored ? ChannelOrder.STORED : reading.rgb()));
        String engine = job.engine().name() + " on " + job.engine().device();
        return new MaskRecord(options, 1, null, ranges, engine, Version.text()).text() + FILE_LINE + files() + "\n";
    }

    private String files() {
        FileChoice files = reading.files();
        ImagePart part = reading.part();
        return "orientation=" + files.orientation().label() + " icc="
                + files.icc().label() + " page=" + files.page() + " level=" + part.level() + " t=" + part.t() + " z="
                + part.z();
    }

    /**
     * Whether a mask file says that it was made from another picture or with other settings; false if it has no record.
     */
    boolean isOther(Path output) {
        String made = switch (MaskFormat.of(Place.of(output))) {
            case PNG -> PngText.read(output, PngText.MASK_RECORD);
            case TIFF -> TiffInfo.of(output);
            default -> "";
        };
        return made.contains(FILE_LINE)
                && !MaskRecord.isSame(made, text(true, List.of()))
                && !MaskRecord.isSame(made, text(false, List.of()));
    }
}
