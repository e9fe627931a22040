package sc.fiji.imagetomask.spark;

import sc.fiji.imagetomask.DerivedWeights;
import sc.fiji.imagetomask.MaskInput;
import sc.fiji.imagetomask.Picture;
import sc.fiji.imagetomask.Tile;
import sc.fiji.imagetomask.WeightMap;
import sc.fiji.imagetomask.engine.Pixels;

/**
 * A rectangle of one slice that is computed in one step.
 *
 * @param slice 0 being the first
 * @param place where it is in the slice
 */
record Block(long slice, Tile place) {

    /** That part of a slice. */
    MaskInput of(Picture picture, WeightMap mask) {
        return new MaskInput(new Part(picture, place), mask == null ? null : part(mask), null);
    }

    @Override
    public String toString() {
        return "the block of " + place.width() + " x " + place.height() + " pixels at " + place.x() + ", " + place.y()
                + " of slice " + (slice + 1);
    }

    private WeightMap part(WeightMap mask) {
        return new DerivedWeights(place.width(), place.height(), false, tile -> mask.read(moved(tile, place)));
    }

    private static Tile moved(Tile tile, Tile place) {
        return new Tile(place.x() + tile.x(), place.y() + tile.y(), tile.width(), tile.height());
    }

    private record Part(Picture whole, Tile place) implements Picture {

        @Override
        public long width() {
            return place.width();
        }

        @Override
        public long height() {
            return place.height();
        }

        @Override
        public Pixels read(Tile tile) {
            return whole.read(moved(tile, place));
        }

        @Override
        public boolean isLazy() {
            return whole.isLazy();
        }

        @Override
        public void release(Pixels pixels) {
            whole.release(pixels);
        }
    }
}
