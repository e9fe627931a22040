package sc.fiji.imagetomask.ome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sc.fiji.imagetomask.zarr.Blocks;
import sc.fiji.imagetomask.zarr.DataType;
import sc.fiji.imagetomask.zarr.Grid;
import sc.fiji.imagetomask.zarr.ZarrArray;

/** Planes are the same for every order of the axes. */
class OmePlaneTest {

    private static final Map<String, Long> SIZES = Map.of("t", 2L, "c", 3L, "z", 2L, "y", 5L, "x", 7L);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"tczyx", "yxc", "xyztc", "zxyc", "cxty", "yx", "xy"})
    void everyOrderOfAxes(String axes) throws IOException {
        OmeZarrImage image = image(axes);
        Map<String, Long> at = axes.contains("c") ? Map.of("c", 2L) : Map.of();

        OmePlane plane = OmePlane.of(image, 0, at);

        assertThat(plane.width()).isEqualTo(7);
        assertThat(plane.height()).isEqualTo(5);
        int c = axes.contains("c") ? 200 : 0;
        assertThat((short[]) plane.read(3, 1, 3, 2)).containsExactly(c + 13, c + 14, c + 15, c + 23, c + 24, c + 25);
    }

    @Test
    void positionsThatAreNotThere() throws IOException {
        OmeZarrImage image = image("cyx");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> OmePlane.of(image, 0, Map.of("c", 3L)))
                .withMessage("c is 3, but must be from 0 to 2.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OmePlane.of(image, 0, Map.of("z", 0L)))
                .withMessage("axis is 'z', but must be one of [c, y, x] other than y and x.");
    }

    /** Its values are 1000 t + 100 c + 10 y + x, with z left out. */
    private OmeZarrImage image(String letters) throws IOException {
        List<Long> shape = letters.chars()
                .mapToObj(letter -> SIZES.get(Character.toString(letter)))
                .toList();
        List<Integer> chunk = shape.stream().map(size -> (int) (size + 1) / 2).toList();
        OmeZarrSpec spec = OmeZarrSpec.of(DataType.UINT16, Axis.all(letters), shape)
                .withChunk(chunk)
                .withLevels(1);
        OmeZarrOutput output = OmeZarrOutput.create(folder, spec, false);
        ZarrArray array = output.levels().get(0);
        for (long[] grid : new Grid(array.gridShape())) {
            short[] values = new short[Blocks.length(array.chunkSize(grid))];
            int[] size = array.chunkSize(grid);
            long[] sizes = Arrays.stream(size).asLongStream().toArray();
            int i = 0;
            for (long[] position : new Grid(sizes)) {
                int value = 0;
                for (int d = 0; d < position.length; d++) {
                    long at = array.chunkMin(grid)[d] + position[d];
                    value += at
                            * Map.of('t', 1000, 'c', 100, 'z', 0, 'y', 10, 'x', 1)
                                    .get(letters.charAt(d));
                }
                values[i++] = (short) value;
            }
            output.writeChunk(0, grid, values);
        }
        output.finish();
        return OmeZarrImage.open(folder);
    }
}
