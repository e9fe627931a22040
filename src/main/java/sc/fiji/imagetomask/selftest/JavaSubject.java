package sc.fiji.imagetomask.selftest;

import java.util.LinkedHashMap;
import java.util.Map;
import sc.fiji.imagetomask.engine.Engine;
import sc.fiji.imagetomask.engine.jvm.JavaEngine;
import sc.fiji.imagetomask.engine.proof.Subject;
import sc.fiji.imagetomask.threads.ParallelRanges;

/** The Java engine under test, in this process. */
final class JavaSubject implements Subject {

    private final Engine engine = new JavaEngine();

    @Override
    public Engine engine() {
        return engine;
    }

    @Override
    public Map<String, String> facts() {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("vendor", System.getProperty("java.vendor"));
        facts.put("Java", System.getProperty("java.version") + ", " + System.getProperty("java.vm.name"));
        facts.put("memory", (Runtime.getRuntime().maxMemory() >> 20) + " MB of heap");
        facts.put("processors", Integer.toString(Runtime.getRuntime().availableProcessors()));
        return facts;
    }

    @Override
    public Copy copy(int pixels) {
        int[] from = new int[pixels];
        int[] to = new int[pixels];
        return new Copy() {
            @Override
            public void run() {
                ParallelRanges.forEach(pixels, (start, end) -> System.arraycopy(from, start, to, start, end - start));
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public OnDevice onDevice(int[] argb) {
        return null;
    }

    /** The heap is the garbage collector's. */
    @Override
    public String release() {
        return "";
    }
}
