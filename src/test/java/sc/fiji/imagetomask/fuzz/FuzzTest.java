package sc.fiji.imagetomask.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Broken and hostile inputs end in success or in one sentence, in time and in memory that their size justifies. */
class FuzzTest {

    private static final int CHANGES = 40;

    @TempDir
    private Path folder;

    @Test
    void inputsThatAreKept() throws IOException {
        try (Trial trial = new Trial()) {
            for (FuzzTarget target : Corpus.targets(folder)) {
                for (Map.Entry<String, byte[]> seed : Corpus.seeds(target).entrySet())
                    requireNone(trial, target, seed.getKey(), seed.getValue());
                for (Map.Entry<String, byte[]> fault : Corpus.found(target).entrySet())
                    requireNone(trial, target, fault.getKey(), fault.getValue());
            }
        }
    }

    @Test
    void someChanges() throws IOException {
        try (Trial trial = new Trial()) {
            for (FuzzTarget target : Corpus.targets(folder)) {
                List<byte[]> seeds = new ArrayList<>(Corpus.seeds(target).values());
                assertThat(seeds).as(target.name()).isNotEmpty();
                for (int i = 0; i < CHANGES; i++) {
                    byte[] input = target.mutate(seeds.get(i % seeds.size()), new Random(i));
                    requireNone(trial, target, "change " + i, input);
                }
            }
        }
    }

    private static void requireNone(Trial trial, FuzzTarget target, String name, byte[] input) {
        assertThat(trial.problem(target, input)).as(target.name() + ", " + name).isNull();
    }
}
