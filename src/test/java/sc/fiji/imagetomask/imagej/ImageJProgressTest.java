package sc.fiji.imagetomask.imagej;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import java.awt.event.KeyEvent;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import sc.fiji.imagetomask.options.MaskOptions;

class ImageJProgressTest {

    private static final MaskOptions OPTIONS = MaskOptions.parse("engine=java");

    private final ImagePlus stack = stack();

    @AfterEach
    void releaseTheKey() {
        IJ.resetEscape();
    }

    @Test
    void anEscOfBeforeDoesNotCount() {
        IJ.setKeyDown(KeyEvent.VK_ESCAPE);
        MaskCommands.mask(OPTIONS, stack, IJ::log, new ImageJProgress());
    }

    @Test
    void escInMidRunStopsIt() {
        ImageJProgress progress = new ImageJProgress();
        assertThatThrownBy(() -> MaskCommands.mask(OPTIONS, stack, IJ::log, (done, of) -> {
                    if (done == 2) IJ.setKeyDown(KeyEvent.VK_ESCAPE);
                    progress.step(done, of);
                }))
                .isInstanceOf(CancellationException.class)
                .hasMessage("Esc was pressed after 2 of 4 steps.");
    }

    @Test
    void secondsLeftAreToldOnceTheyAreKnown() {
        assertThat(ImageJProgress.text(3, 12, 6.3)).isEqualTo("25 %, 19 s left");
        assertThat(ImageJProgress.text(3, 12, 0.9)).isEmpty();
        assertThat(ImageJProgress.text(0, 12, 6)).isEmpty();
        assertThat(ImageJProgress.text(12, 12, 6)).isEmpty();
    }

    private static ImagePlus stack() {
        ImageStack slices = new ImageStack(20, 10);
        for (int i = 0; i < 4; i++)
            slices.addSlice(Images.noise("slice", 20, 10, i).getProcessor());
        return new ImagePlus("stack", slices);
    }
}
