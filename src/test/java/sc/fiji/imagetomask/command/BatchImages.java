package sc.fiji.imagetomask.command;

import ij.WindowManager;
import ij.macro.Interpreter;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Images can be open without a display during a test, and are closed after it. */
final class BatchImages implements BeforeEachCallback, AfterEachCallback {

    private boolean batchMode;

    @Override
    public void beforeEach(ExtensionContext test) {
        batchMode = Interpreter.batchMode;
        Interpreter.batchMode = true;
    }

    @Override
    public void afterEach(ExtensionContext test) {
        closeAll();
        Interpreter.batchMode = batchMode;
    }

    static void closeAll() {

        for (String title : WindowManager.getImageTitles())
            Interpreter.removeBatchModeImage(WindowManager.getImage(title));
        WindowManager.setTempCurrentImage(null);
    }
}
