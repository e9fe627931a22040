package sc.fiji.imagetomask;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import sc.fiji.imagetomask.engine.Engine;
import sc.fiji.imagetomask.threads.ReadAhead;
import sc.fiji.imagetomask.threads.Together;

/**
 * The tiles of a picture, and how they are worked on: several at once, each by one thread; or one after the other, each by
 * all threads, the next one being read meanwhile.
 *
 * @param tiles all of them
 * @param isLazy whether reading takes time
 * @param areAtOnce whether several may be worked on at once
 */
record TileLoop(List<Tile> tiles, boolean isLazy, boolean areAtOnce) {

    /** Pixels of a tile that one thread works on: so few stay in the processor's cache. */
    private static final int FEW = 1 << 20;

    /** Several at once if the picture can be read so, and one tile for each thread is no more than two large ones. */
    static TileLoop of(MaskInput frame, Engine engine) {
        int most = engine.tilePixels();
        if (frame.isConcurrent()) {
            int threads = Together.threads();
            List<Tile> small = frame.picture().tiles(Math.min(FEW, most));
            if (small.size() >= threads && (long) threads * small.get(0).pixels() <= 2L * most)
                return new TileLoop(small, frame.isLazy(), true);
        }
        return new TileLoop(frame.picture().tiles(most), frame.isLazy(), false);
    }

    /** The same, one after the other. */
    TileLoop inOrder() {
        return new TileLoop(tiles, isLazy, false);
    }

    /** Reads all tiles, and does the work on them. */
    <T> void forEach(Function<Tile, T> read, Consumer<T> work) {
        if (areAtOnce) Together.forEachInOrder(tiles, tile -> work.accept(read.apply(tile)));
        else
            try (ReadAhead<T> reader = new ReadAhead<>(tiles.size(), i -> read.apply(tiles.get(i)), tile -> isLazy)) {
                for (int i = 0; i < tiles.size(); i++) work.accept(reader.apply(i));
            }
    }
}
