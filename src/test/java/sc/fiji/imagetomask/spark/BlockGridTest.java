package sc.fiji.imagetomask.spark;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BlockGridTest {

    @ParameterizedTest
    @CsvSource({"100, 70, 6, 3, 1, 16", "16, 16, 1, 1, 1, 16", "17, 40, 10, 5, 2, 16", "33, 5, 8, 4, 9, 32"})
    void everyPixelIsInOneBlock(int width, int height, int slices, int depth, int together, int edge) {
        BlockGrid grid = new BlockGrid(width, height, slices, depth, together, edge);
        int[][] times = new int[slices][width * height];
        for (long group = 0; group < grid.groups(); group++)
            for (Block block : grid.group(group)) {
                assertThat(block.place().width()).isBetween(1, edge);
                for (int y = 0; y < block.place().height(); y++)
                    for (int x = 0; x < block.place().width(); x++)
                        times[(int) block.slice()][
                                (int) ((block.place().y() + y) * width
                                        + block.place().x()
                                        + x)]++;
            }
        for (int[] slice : times) assertThat(slice).containsOnly(1);
    }

    @ParameterizedTest
    @CsvSource({"4000000000, 3000000000, 1000, 1000, 1, 1024"})
    void numbersBeyondIntAreKept(long width, long height, long slices, long depth, int together, int edge) {
        BlockGrid grid = new BlockGrid(width, height, slices, depth, together, edge);
        assertThat(grid.groups()).isEqualTo(3906250L * 2929688L * 1000);
        Block last = grid.group(grid.groups() - 1).get(0);
        assertThat(last.slice()).isEqualTo(999);
        assertThat(last.place().x() + last.place().width()).isEqualTo(width);
        assertThat(last.place().y() + last.place().height()).isEqualTo(height);
    }
}
