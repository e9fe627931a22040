package sc.fiji.imagetomask.zarr;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The line about work that reads Zarr arrays. One test takes two seconds. */
class ReadingLineTest {

    @Test
    void secondsLeftFollowFromTheShareThatIsDone() {
        assertThat(ReadingLine.text("a.zarr", 0.25, 12_300_000, 4_560_000, 3))
                .isEqualTo("a.zarr: 25 %, 12.3 MB read, 4.6 MB/s, 9 s left");
        assertThat(ReadingLine.text("a.zarr", 0, 0, 0, 1)).isEqualTo("a.zarr: 0 %, 0.0 MB read, 0.0 MB/s");
        assertThat(ReadingLine.text("slide-2026-11-28-0123456789-abcdef.ome.zarr", 0.25, 12_300_000, 4_560_000, 3))
                .isEqualTo("slide-2026-11-28-0123456789...: 25 %, 12.3 MB read, 4.6 MB/s, 9 s left");
    }

    @Test
    void itIsClearedAtTheEndAndQuickWorkShowsNone() throws InterruptedException {
        List<String> shown = new CopyOnWriteArrayList<>();
        try (ReadingLine quick = new ReadingLine(() -> "quick", () -> 0, () -> 0.5, shown::add)) {
            assertThat(shown).isEmpty();
        }
        assertThat(shown).isEmpty();
        try (ReadingLine line = new ReadingLine(() -> "slow", () -> 2_000_000, () -> 0.5, shown::add)) {
            for (int i = 0; i < 100 && shown.isEmpty(); i++) TimeUnit.MILLISECONDS.sleep(100);
        }
        assertThat(shown.get(0)).startsWith("slow: 50 %, 2.0 MB read");
        assertThat(shown).last().isEqualTo("");
        int before = shown.size();
        TimeUnit.MILLISECONDS.sleep(700);
        assertThat(shown).hasSize(before);
    }
}
