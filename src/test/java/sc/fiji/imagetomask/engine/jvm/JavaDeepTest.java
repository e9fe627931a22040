package sc.fiji.imagetomask.engine.jvm;

import sc.fiji.imagetomask.engine.DeepContract;
import sc.fiji.imagetomask.engine.Engine;

class JavaDeepTest extends DeepContract {

    @Override
    protected Engine engine() {
        return new JavaEngine();
    }
}
