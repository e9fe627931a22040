package sc.fiji.imagetomask.tone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.atIndex;

import java.security.MessageDigest;
import java.util.Iterator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sc.fiji.imagetomask.Golden;

class ToneTest {

    private static final ClipRange WHOLE = new ClipRange(0, 255);

    @Test
    void everyLevelsTableIsTheReferences() {
        MessageDigest grays = Golden.sha256();
        for (int k = 1; k < 1000; k++) grays.update(levels(0, 255, k / 100.0));
        MessageDigest pairs = Golden.sha256();
        for (int black = 0; black < 256; black++)
            for (int white = 0; white < 256; white++) pairs.update(levels(black, white, 1));
        MessageDigest mixed = Golden.sha256();
        for (int black = 0; black < 256; black += 17)
            for (int white = 0; white < 256; white += 17)
                for (int k : new int[] {1, 37, 50, 99, 101, 150, 220, 500, 999})
                    mixed.update(levels(black, white, k / 100.0));
        Iterator<String> hashes = Golden.hashes("levels.tsv").values().iterator();
        for (MessageDigest digest : new MessageDigest[] {grays, pairs, mixed})
            assertThat(Golden.hex(digest, new byte[0])).isEqualTo(hashes.next());
    }

    @Test
    void everyNormalizeTableIsTheReferences() {
        MessageDigest digest = Golden.sha256();
        for (int low = 0; low < 256; low++)
            for (int high = low + 1; high < 256; high++)
                digest.update(ToneTable.of(new ClipRange(low, high), Levels.NONE, false)
                        .toArray());
        assertThat(Golden.hex(digest, new byte[0]))
                .isEqualTo(Golden.hashes("normalize.tsv").get("all ranges"));
    }

    @Test
    void everyMaskProductIsTheReferences() {
        byte[] products = new byte[65536];
        for (int mask = 0; mask < 256; mask++)
            for (int value = 0; value < 256; value++)
                products[mask * 256 + value] = (byte) ToneTable.masked(value, mask);
        assertThat(Golden.sha256(products))
                .isEqualTo(Golden.hashes("normalize.tsv").get("mask product"));
    }

    @Test
    void clipRangeLeavesOutRareValuesHoweverMany() {
        long[] counts = new long[256];
        for (int v = 0; v < 100; v++) counts[v] = 5; // 0.0005 of 10,000 exactly: not greater
        counts[100] = 6;
        counts[200] = 10_000 - 506;
        assertThat(ClipRange.of(Histogram.of(counts))).isEqualTo(new ClipRange(100, 200));
    }

    @Test
    void clipRangeOfNothingIsZero() {
        assertThat(ClipRange.of(Histogram.EMPTY)).isEqualTo(new ClipRange(0, 0));
        assertThat(new ClipRange(7, 7).normalize(7)).isZero();
    }

    @Test
    void clipRangeOfOneColourIsThatColour() {
        long[] counts = new long[256];
        counts[200] = 3;
        assertThat(ClipRange.of(Histogram.of(counts))).isEqualTo(new ClipRange(200, 200));
        assertThat(new ClipRange(200, 200).stretch(200)).isZero();
    }

    @ParameterizedTest
    @CsvSource({"-1, 9", "9, 8", "9, 256"})
    void clipRangesAreInOrder(int low, int high) {
        assertThatThrownBy(() -> new ClipRange(low, high))
                .hasMessage("clip range is " + low + ".." + high + ", but must be within 0..255 and in order.");
    }

    @Test
    void histogramsAreValues() {
        int[] counts = new int[256];
        counts[7] = -1;
        Histogram histogram = Histogram.of(counts);
        assertThat(histogram.count(7)).isEqualTo(0xffffffffL);
        assertThat(histogram.toArray()).hasSize(256).contains(0xffffffffL, atIndex(7));
        assertThat(histogram).isEqualTo(Histogram.of(counts)).hasSameHashCodeAs(Histogram.of(histogram.toArray()));
        assertThat(histogram.hashCode())
                .isNotEqualTo(Histogram.EMPTY.hashCode())
                .isNotZero();
        assertThat(histogram).isNotEqualTo(Histogram.EMPTY).isNotEqualTo("a word");
        assertThat(Histogram.EMPTY.toString()).startsWith("Histogram[0, 0, ");
        assertThatThrownBy(() -> Histogram.of(new long[3])).hasMessage("3 bins, but must be 256.");
    }

    @Test
    void tablesAreValues() {
        ToneTable table = ToneTable.of(WHOLE, new Levels(20, 200, 1), true);
        ToneTable same = ToneTable.of(WHOLE, new Levels(200, 20, 1), true);
        ToneTable other = ToneTable.of(WHOLE, new Levels(20, 201, 1), true);
        assertThat(table)
                .isEqualTo(same)
                .hasSameHashCodeAs(same)
                .isNotEqualTo(other)
                .isNotEqualTo("a word");
        assertThat(table.hashCode()).isNotEqualTo(other.hashCode()).isNotZero();
    }

    @Test
    void deeperHuesAreTurnedAroundTheCircle() {
        Tone tone = new Tone(WHOLE, Levels.NONE, false, 30);
        assertThat(tone.value(224.5)).isEqualTo(254.5);
        assertThat(tone.value(225)).isZero();
        assertThat(tone.value(240.25)).isEqualTo(15.25);
        assertThat(new Tone(WHOLE, Levels.NONE, false).value(255)).isEqualTo(255);
        assertThat(new Tone(WHOLE, Levels.NONE, true).value(255)).isZero();
    }

    @Test
    void invertFollowsTheConstantToo() {
        byte[] table = ToneTable.of(WHOLE, new Levels(90, 90, 1), true).toArray();
        assertThat(table).containsOnly(127);
    }

    @ParameterizedTest
    @CsvSource({
        "-1, 255, 1, black is -1",
        "0, 256, 1, white is 256",
        "0, 255, 0, gray is 0.0",
        "0, 255, 10, gray is 10.0",
        "0, 255, NaN, gray is NaN"
    })
    void levelsRefuseWhatIsOutOfRange(int black, int white, double gray, String start) {
        assertThatThrownBy(() -> new Levels(black, white, gray))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(start + ", but must be");
    }

    private static byte[] levels(int black, int white, double gray) {
        return ToneTable.of(WHOLE, new Levels(black, white, gray), false).toArray();
    }
}
