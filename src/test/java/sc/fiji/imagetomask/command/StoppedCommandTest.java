package sc.fiji.imagetomask.command;

import static org.assertj.core.api.Assertions.assertThat;

import ij.ImagePlus;
import ij.VirtualStack;
import ij.WindowManager;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.scijava.Cancelable;
import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.module.Module;
import org.scijava.module.ModuleException;
import org.scijava.module.ModuleService;

/** What happens to a stack's picture or to the command while the masks are made. */
@ExtendWith(BatchImages.class)
class StoppedCommandTest {

    private static final int SLICES = 5;

    private static Context context;

    private Module command;
    private int slicesRead;

    @BeforeAll
    static void open() {
        context = new Context();
    }

    @AfterAll
    static void close() {
        context.close();
    }

    @Test
    void canceledByAScriptItLeavesNothing() throws Exception {
        ImagePlus stack = stack(() -> ((Cancelable) command).cancel("enough"));
        run(stack, "output", "selection");
        assertNothingMade(stack);
        assertThat(((Cancelable) command).getCancelReason()).isEqualTo("enough");
        assertThat(slicesRead).isEqualTo(2);
    }

    @Test
    void interruptedItLeavesNothing() throws Exception {
        ImagePlus stack = stack(() -> Thread.currentThread().interrupt());
        run(stack);
        assertNothingMade(stack);
        assertThat(((Cancelable) command).isCanceled()).isTrue();
        assertThat(slicesRead).isEqualTo(2);
    }

    @Test
    void aPictureThatIsClosedMeanwhileKeepsItsPixelsToTheEnd() throws Exception {
        ImagePlus[] picture = new ImagePlus[1];
        picture[0] = stack(() -> picture[0].flush());
        run(picture[0]);
        assertThat(((Cancelable) command).getCancelReason()).isNull();
        assertThat(((ImagePlus) command.getOutput("result")).getStackSize()).isEqualTo(SLICES);
        assertThat(picture[0].isLocked()).isFalse();
    }

    @Test
    void aPictureThatWasClosedIsRefused() throws Exception {
        ImagePlus stack = stack(() -> {});
        stack.flush();
        run(stack);
        assertNothingMade(stack);
        assertThat(((Cancelable) command).getCancelReason())
                .isEqualTo("image has no pixels, but must be an open image.");
    }

    private void assertNothingMade(ImagePlus picture) {
        assertThat(command.getOutput("result")).isNull();
        assertThat(picture.getRoi()).isNull();
        assertThat(picture.isLocked()).isFalse();
        assertThat(WindowManager.getImageTitles()).isEmpty();
    }

    private void run(ImagePlus picture, Object... inputs) throws Exception {
        CommandInfo info = context.service(CommandService.class).getCommand(ImageToMaskCommand.class);
        command = module(info);
        command.setInput("image", picture);
        for (int i = 0; i < inputs.length; i += 2) command.setInput((String) inputs[i], inputs[i + 1]);

        context.service(ModuleService.class).run(command, false).get();
    }

    private static Module module(CommandInfo info) throws ModuleException {
        Module module = info.createModule();
        context.inject(module);
        return module;
    }

    /** A virtual stack; the action is run when its second slice is read. */
    private ImagePlus stack(Runnable whenRead) {
        VirtualStack slices = new VirtualStack(8, 6) {

            @Override
            public int getSize() {
                return SLICES;
            }

            @Override
            public ImageProcessor getProcessor(int n) {
                if (n > 1) slicesRead = n;
                if (n == 2) whenRead.run();
                return new ColorProcessor(8, 6);
            }
        };
        return new ImagePlus("stack", slices);
    }
}
