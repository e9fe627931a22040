package sc.fiji.imagetomask.imagej;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import ij.IJ;
import ij.ImagePlus;
import java.util.List;
import org.junit.jupiter.api.Test;
import sc.fiji.imagetomask.Progress;
import sc.fiji.imagetomask.options.GalleryOptions;
import sc.fiji.imagetomask.options.MaskOptions;

/** Where a filter is at work on a picture, half of its pixels are of before. */
class HeldImageTest {

    private final ImagePlus picture = Images.noise("busy", 30, 20, 1);

    @Test
    void whatAnotherCommandWorksOnIsRefused() throws Exception {
        Thread filter = new Thread(picture::lockSilently);
        filter.start();
        filter.join();
        List<Runnable> commands = List.of(
                () -> MaskCommands.mask(MaskOptions.parse("engine=java"), picture, IJ::log, Progress.NONE),
                () -> MaskCommands.gallery(GalleryOptions.parse("engine=java"), picture, IJ::log, Progress.NONE));
        for (Runnable command : commands)
            assertThatIllegalArgumentException()
                    .isThrownBy(command::run)
                    .withMessageStartingWith("The image 'busy' is in use by another command; ");
        assertThat(picture.isLocked()).isTrue();
    }

    @Test
    void whatItsOwnThreadHasLockedIsNot() {
        picture.lock();
        MaskCommands.mask(MaskOptions.parse("engine=java"), picture, IJ::log, Progress.NONE);
        assertThat(picture.isLocked()).isTrue();
        picture.unlock();
        MaskCommands.mask(MaskOptions.parse("engine=java"), picture, IJ::log, Progress.NONE);
        assertThat(picture.isLocked()).isFalse();
    }
}
