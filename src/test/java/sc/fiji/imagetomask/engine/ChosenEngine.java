package sc.fiji.imagetomask.engine;

import java.util.List;
import java.util.function.Consumer;
import sc.fiji.imagetomask.channel.ChannelFormula;

/** The engine that is chosen where there are only certain kinds of it, the first one being the faster one, and tried again at once after a failure; for tests of other packages. */
public final class ChosenEngine {

    private ChosenEngine() {}

    public static Engine of(String name, Consumer<String> notices, EngineProvider... kinds) {
        Speeds first = new Speeds() {
            @Override
            boolean firstIsFaster(Engine one, Engine other, Pixels pixels, ChannelFormula formula) {
                return true;
            }

            @Override
            boolean isResting(Engine engine) {
                return false;
            }
        };
        return EngineChoice.of(name, null, TileMemory.ofMegabytes(64), notices, List.of(kinds), first)
                .engine();
    }
}
