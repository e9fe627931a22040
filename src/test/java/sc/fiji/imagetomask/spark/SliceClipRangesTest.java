package sc.fiji.imagetomask.spark;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import sc.fiji.imagetomask.tone.ClipRange;
import sc.fiji.imagetomask.tone.ClipRanges;

/** Clip ranges of many slices take little memory. */
class SliceClipRangesTest {

    @Test
    void slicesWithTheSameRangesShareThem() {
        SliceClipRanges.Builder builder = new SliceClipRanges.Builder(1_000_000);
        for (int slice = 1; slice < 1_000_000; slice++)
            builder.put(slice, ClipRanges.of(new ClipRange(slice % 7, 200)));
        SliceClipRanges ranges = builder.build();
        assertThat(ranges.distinct()).hasSize(7);
        assertThat(ranges.get(0)).as("not known").isNull();
        assertThat(ranges.get(1)).isEqualTo(ClipRanges.of(new ClipRange(1, 200)));
        assertThat(ranges.get(999_999)).isEqualTo(ClipRanges.of(new ClipRange(999_999 % 7, 200)));
    }
}
