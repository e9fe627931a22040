package sc.fiji.imagetomask.imagej;

import static org.assertj.core.api.Assertions.assertThat;

import ij.measure.ResultsTable;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import sc.fiji.imagetomask.Join;
import sc.fiji.imagetomask.MaskSettings;
import sc.fiji.imagetomask.MemoryMask;
import sc.fiji.imagetomask.MemoryPicture;
import sc.fiji.imagetomask.engine.Pixels;
import sc.fiji.imagetomask.engine.jvm.JavaEngine;
import sc.fiji.imagetomask.find.FoundMask;
import sc.fiji.imagetomask.find.Marked;
import sc.fiji.imagetomask.find.MaskFinder;
import sc.fiji.imagetomask.options.FindMaskOptions;

class FoundMasksTest {

    private static final int EDGE = 64;

    @Test
    void twoChannelsStandInTheFirstRowOfTheTable() {
        FoundMasks found = new FoundMasks(FindMaskOptions.DEFAULT, corner());
        FoundMask best = found.all().get(0);
        assertThat(best.settings().further()).extracting(term -> term.join()).containsExactly(Join.AND);
        ResultsTable table = found.table();
        assertThat(table.getStringValue("Channel", 0))
                .isEqualTo(best.channels())
                .contains(" and ");
        assertThat(table.getStringValue("Settings", 0)).contains("terms=[and ");
        assertThat(table.getStringValue("Channel", 1)).doesNotContain(" and ");
        assertThat(found.best().settings().terms()).isEqualTo(best.settings().terms());
        assertThat(found.ofChannel(best.settings())).contains(best);
    }

    /** Much red and little blue: a corner of the colours that no channel cuts off alone. */
    private static List<FoundMask> corner() {
        int[] argb = new Random(8).ints(EDGE * EDGE).map(i -> i | 255 << 24).toArray();
        byte[] object = new byte[argb.length];
        byte[] others = new byte[argb.length];
        for (int i = 0; i < argb.length; i++) {
            boolean isInside = (argb[i] >> 16 & 255) > 170 && (argb[i] & 255) < 85;
            object[i] = (byte) (isInside ? 255 : 0);
            others[i] = (byte) ~object[i];
        }
        return new MaskFinder(new JavaEngine())
                .find(
                        List.of(new Marked(
                                new MemoryPicture(new Pixels.Packed(argb, 0, argb.length, false), EDGE, EDGE),
                                new MemoryMask(object, EDGE, EDGE),
                                new MemoryMask(others, EDGE, EDGE))),
                        MaskSettings.DEFAULT);
    }
}
