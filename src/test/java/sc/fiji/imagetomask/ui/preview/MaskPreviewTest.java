package sc.fiji.imagetomask.ui.preview;

import static org.assertj.core.api.Assertions.assertThat;

import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.OvalRoi;
import ij.gui.Overlay;
import ij.gui.Roi;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import sc.fiji.imagetomask.imagej.Images;
import sc.fiji.imagetomask.options.MaskOptions;
import sc.fiji.imagetomask.tone.ClipRange;
import sc.fiji.imagetomask.tone.Histogram;

/** What a preview tells its listener while the picture changes under it, and that it leaves the picture as it is. */
class MaskPreviewTest {

    private static final MaskOptions OPTIONS = MaskOptions.parse("channel=[R (RGB)] inside=true engine=java");

    private final LinkedBlockingQueue<Object> heard = new LinkedBlockingQueue<>();
    private final ImagePlus stack = stack();

    private final PreviewListener listener = new PreviewListener() {
        @Override
        public void counted(Histogram histogram, ClipRange range) {
            heard.add(histogram.total());
        }

        @Override
        public void computed(String how) {}

        @Override
        public void failed(String sentence) {
            if (sentence != null) heard.add(sentence);
        }

        @Override
        public void windowClosed() {}

        @Override
        public void pictureClosed() {
            heard.add("closed");
        }
    };

    @Test
    void followsThePictureAndLeavesItAsItIs() throws Exception {
        Overlay overlay = new Overlay(new OvalRoi(1, 1, 5, 5));
        stack.setOverlay(overlay);
        int[][] before = pixels();
        try (MaskPreview preview = new MaskPreview(stack, listener)) {
            preview.show(OPTIONS);
            awaits(60L * 40);
            stack.setRoi(new Roi(10, 10, 20, 10));
            awaits(200L);
            Roi selection = stack.getRoi();
            stack.setSlice(2);
            awaits(200L);
            preview.setView(PreviewView.TINTED, TintColor.RED);
            assertThat(stack.getRoi()).isSameAs(selection);
            stack.setRoi(new ij.gui.Line(0, 0, 9, 9));
            awaits(60L * 40);
            stack.setRoi(new ij.gui.TextRoi(5, 5, "text"));
            awaits("The selection is of type 'text', but must enclose an area, such as a rectangle, oval or polygon.");
            stack.deleteRoi();
            awaits(60L * 40);
        }
        assertThat(pixels()).isDeepEqualTo(before);
        assertThat(stack.getOverlay()).isSameAs(overlay);
    }

    /** The last of several requests is always answered, whatever became of those before. */
    private void awaits(Object expected) throws InterruptedException {
        Object next;
        do {
            next = heard.poll(20, TimeUnit.SECONDS);
            assertThat(next).as("waited for " + expected).isNotNull();
        } while (!next.equals(expected));
    }

    private int[][] pixels() {
        return new int[][] {
            ((int[]) stack.getStack().getPixels(1)).clone(),
            ((int[]) stack.getStack().getPixels(2)).clone()
        };
    }

    private static ImagePlus stack() {
        ImageStack slices = new ImageStack(60, 40);
        slices.addSlice(Images.noise("a", 60, 40, 1).getProcessor());
        slices.addSlice(Images.noise("b", 60, 40, 2).getProcessor());
        return new ImagePlus("stack", slices);
    }
}
