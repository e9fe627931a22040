package sc.fiji.imagetomask.engine.proof;

import java.util.Map;
import sc.fiji.imagetomask.engine.Engine;

/** An engine under test, of whose device nothing is known. */
public record EngineSubject(Engine engine) implements Subject {

    @Override
    public Map<String, String> facts() {
        return Map.of("vendor", "a test");
    }

    @Override
    public Copy copy(int pixels) {
        int[] from = new int[pixels];
        return new Copy() {
            @Override
            public void run() {
                from.clone();
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public OnDevice onDevice(int[] argb) {
        return null;
    }

    @Override
    public String release() {
        return "";
    }
}
