package sc.fiji.imagetomask.ui.preview;

import ij.ImagePlus;
import ij.gui.Roi;
import ij.io.RoiEncoder;
import java.nio.ByteBuffer;
import sc.fiji.imagetomask.imagej.DisplayRanges;
import sc.fiji.imagetomask.imagej.ShownComposite;
import sc.fiji.imagetomask.reading.NumberRange;

/**
 * All that a preview depends on besides its options, at one moment; equal while nothing has changed.
 *
 * @param slice that is shown, 1 being the first
 * @param selection a picture's selection in the bytes of ImageJ's ROI files, or null
 * @param viewport what is seen of it
 * @param display the numbers that display ranges stand for
 * @param colours in which channels are shown
 * @param edition counts the changes of its pixels
 */
record PreviewState(
        int slice, ByteBuffer selection, Viewport viewport, NumberRange display, Object colours, long edition) {

    static PreviewState of(ImagePlus picture, long edition) {
        Roi roi = picture.getRoi();
        ByteBuffer selection = roi == null ? null : ByteBuffer.wrap(RoiEncoder.saveAsByteArray(roi));
        return new PreviewState(
                picture.getCurrentSlice(),
                selection,
                Viewport.of(picture),
                DisplayRanges.displayed(picture),
                ShownComposite.of(picture),
                edition);
    }
}
