package sc.fiji.imagetomask.engine.jvm;

import sc.fiji.imagetomask.engine.Engine;
import sc.fiji.imagetomask.engine.HighBitDepthContract;

class JavaHighBitDepthTest extends HighBitDepthContract {

    @Override
    protected Engine engine() {
        return new JavaEngine();
    }
}
