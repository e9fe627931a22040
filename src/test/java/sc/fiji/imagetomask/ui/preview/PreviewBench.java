package sc.fiji.imagetomask.ui.preview;

import ij.ImagePlus;
import ij.process.ColorProcessor;
import java.awt.Rectangle;
import sc.fiji.imagetomask.imagej.MaskCommands;
import sc.fiji.imagetomask.options.MaskOptions;

/** A preview of a square picture in a window of 1024 x 1024 pixels, for the benchmark. */
public final class PreviewBench implements AutoCloseable {

    private static final int WINDOW = 1024;

    private final ImagePlus picture;
    private final PreviewWork work;
    private final Viewport viewport;
    private int turn;

    public PreviewBench(int size, int[] argb) {
        picture = new ImagePlus("picture", new ColorProcessor(size, size, argb));
        work = new PreviewWork(picture, () -> {});
        viewport = new Viewport(new Rectangle(size, size), WINDOW, WINDOW);
    }

    /** The whole mask as a new image, as the command makes it. */
    public void run(String engine, String channel) {
        MaskCommands.mask(options(engine, channel), picture, notice -> {}, sc.fiji.imagetomask.Progress.NONE);
    }

    /** What the window shows after black, white, gray and invert have changed. */
    public void update(String engine, String channel) {
        work.result(new PreviewRequest(options(engine, channel), PreviewState.of(picture, 0), null, viewport));
    }

    private MaskOptions options(String engine, String channel) {
        turn = (turn + 1) % 100;
        return MaskOptions.parse("engine=" + engine + " channel=[" + channel + "] black=" + turn + " white="
                + (255 - turn) + " gray=" + (1 + turn / 100.0) + " invert=" + (turn % 2 == 0));
    }

    @Override
    public void close() {
        work.close();
    }
}
