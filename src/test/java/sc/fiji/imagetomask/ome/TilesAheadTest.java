package sc.fiji.imagetomask.ome;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import sc.fiji.imagetomask.Tile;

/** Each tile is begun once, in the order in which tiles are read. */
class TilesAheadTest {

    private final List<Tile> begun = new ArrayList<>();
    private final List<Integer> slices = new ArrayList<>();
    private int room;
    private final TilesAhead ahead = new TilesAhead(25, 20, 3, this::begin);

    private boolean begin(int slice, Tile tile) {
        if (begun.size() == room) return false;
        slices.add(slice);
        return begun.add(tile);
    }

    @Test
    void beginsAsManyAsThereIsRoomFor() {
        List<Tile> tiles = Tile.blocks(25, 20, 10, 10, 100);
        assertThat(tiles).hasSize(6);
        room = 2;
        ahead.from(0, tiles.get(0));
        assertThat(begun).isEqualTo(tiles.subList(0, 2));
        room = 5;
        ahead.from(0, tiles.get(1));
        assertThat(begun).isEqualTo(tiles.subList(0, 5));
        room = 10;
        for (Tile tile : tiles.subList(2, 6)) ahead.from(0, tile);
        assertThat(begun).isEqualTo(tiles);
        ahead.from(0, tiles.get(0));
        assertThat(begun.subList(6, 10)).isEqualTo(tiles.subList(0, 4));
    }

    @Test
    void doesNotBeginWhatWasReadAlready() {
        List<Tile> tiles = Tile.blocks(25, 20, 10, 10, 100);
        ahead.from(0, tiles.get(0));
        ahead.from(0, tiles.get(1));
        ahead.from(0, tiles.get(2));
        room = 1;
        ahead.from(0, tiles.get(3));
        assertThat(begun).containsExactly(tiles.get(3));
    }

    private void read(int slice, List<Tile> tiles) {
        for (Tile tile : tiles) ahead.from(slice, tile);
    }

    @Test
    void goesOnWithTheNextSliceIfSlicesAreReadOnce() {
        List<Tile> tiles = Tile.blocks(25, 20, 10, 10, 100);
        room = 100;
        read(0, tiles);
        assertThat(begun).isEqualTo(tiles);
        ahead.from(1, tiles.get(0));
        assertThat(slices).containsExactly(0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2);
        read(1, tiles.subList(1, 6));
        read(2, tiles);
        assertThat(begun).hasSize(18);
        ahead.from(0, tiles.get(3)); // those before are kept
        assertThat(begun).hasSize(18 + 15).endsWith(tiles.get(5));
        assertThat(begun.get(18)).isEqualTo(tiles.get(3));
    }

    @Test
    void goesOnWithTheNextSliceWhenOneIsReadForTheSecondTime() {
        List<Tile> tiles = Tile.blocks(25, 20, 10, 10, 100);
        room = 100;
        read(0, tiles);
        ahead.from(0, tiles.get(2)); // those before are kept
        assertThat(begun).hasSize(6 + 4 + 6);
        assertThat(begun.get(6)).isEqualTo(tiles.get(2));
        begun.clear();
        read(0, tiles.subList(3, 6));
        read(1, tiles);
        assertThat(begun).isEmpty();
        ahead.from(1, tiles.get(0));
        assertThat(begun).hasSize(12);
    }
}
