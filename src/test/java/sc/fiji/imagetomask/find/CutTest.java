package sc.fiji.imagetomask.find;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class CutTest {

    /** Shares of a few values, of many, and equal ones, so that some bands are equally good. */
    @Test
    void theBestBandIsTheFirstBestOneOfAll() {
        for (int seed = 0; seed < 300; seed++) {
            double[] object = shares(seed);
            double[] rest = shares(seed + 1000);
            Cut.Sums sums = new Cut.Sums(object, rest);
            Cut best = new Cut(0, 255, 0);
            for (int low = 1; low < 255; low++)
                for (int high = low; high < 255; high++) best = sums.better(best, low, high);
            assertThat(sums.band()).as("seed " + seed).isEqualTo(best);
        }
    }

    private static double[] shares(int seed) {
        Random random = new Random(seed);
        int some = 1 + random.nextInt(256);
        int first = random.nextInt(257 - some);
        int most = 1 + random.nextInt(seed % 2 == 0 ? 3 : 1000);
        double[] shares = new double[256];
        for (int i = 0; i < some; i++) shares[first + i] = 1 + random.nextInt(most);
        double sum = DoubleStream.of(shares).sum();
        for (int v = 0; v < shares.length; v++) shares[v] /= sum;
        return shares;
    }
}
