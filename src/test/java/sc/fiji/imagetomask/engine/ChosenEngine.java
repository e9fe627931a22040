package sc.fiji.imagetomask.engine;

import java.util.List;
import java.util.function.Consumer;

/** The engine that is chosen where there are only certain kinds of it; for tests of other packages. */
public final class ChosenEngine {

    private ChosenEngine() {}

    public static Engine of(String name, Consumer<String> notices, EngineProvider... kinds) {
        return EngineChoice.of(name, null, TileMemory.ofMegabytes(64), notices, List.of(kinds))
                .engine();
    }
}
