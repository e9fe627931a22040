package sc.fiji.imagetomask.ome;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import sc.fiji.imagetomask.Tile;

/** Each tile is begun once, in the order in which tiles are read. */
class TilesAheadTest {

    private final List<Tile> begun = new ArrayList<>();
    private int room;
    private final TilesAhead ahead = new TilesAhead(25, 20, this::begin);

    private boolean begin(Tile tile) {
        if (begun.size() == room) return false;
        return begun.add(tile);
    }

    @Test
    void beginsAsManyAsThereIsRoomFor() {
        List<Tile> tiles = Tile.blocks(25, 20, 10, 10, 100);
        assertThat(tiles).hasSize(6);
        room = 2;
        ahead.from(tiles.get(0));
        assertThat(begun).isEqualTo(tiles.subList(0, 2));
        room = 5;
        ahead.from(tiles.get(1));
        assertThat(begun).isEqualTo(tiles.subList(0, 5));
        room = 10;
        for (Tile tile : tiles) if (!tile.equals(tiles.get(0))) ahead.from(tile);
        assertThat(begun).isEqualTo(tiles);
        ahead.from(tiles.get(0));
        assertThat(begun.subList(6, 10)).isEqualTo(tiles.subList(0, 4));
    }

    @Test
    void doesNotBeginWhatWasReadAlready() {
        List<Tile> tiles = Tile.blocks(25, 20, 10, 10, 100);
        ahead.from(tiles.get(0));
        ahead.from(tiles.get(1));
        ahead.from(tiles.get(2));
        room = 1;
        ahead.from(tiles.get(3));
        assertThat(begun).containsExactly(tiles.get(3));
    }
}
