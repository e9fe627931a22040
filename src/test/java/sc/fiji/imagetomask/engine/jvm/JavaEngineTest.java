package sc.fiji.imagetomask.engine.jvm;

import sc.fiji.imagetomask.engine.Engine;
import sc.fiji.imagetomask.engine.EngineContract;

class JavaEngineTest extends EngineContract {

    @Override
    protected Engine engine() {
        return new JavaEngine();
    }
}
