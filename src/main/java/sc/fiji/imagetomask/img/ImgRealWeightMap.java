package sc.fiji.imagetomask.img;

import sc.fiji.imagetomask.Tile;
import sc.fiji.imagetomask.WeightMap;
import sc.fiji.imagetomask.engine.MaskSpan;

/** One slice of an ImgLib2 image of numbers as a mask, scaled by the range of its type. */
record ImgRealWeightMap(ImgRealPlanes planes, int plane) implements WeightMap {

    @Override
    public long width() {
        return planes.image().dimension(0);
    }

    @Override
    public long height() {
        return planes.image().dimension(1);
    }

    @Override
    public MaskSpan read(Tile tile) {
        return new MaskSpan.Floats(planes.read(plane, tile, planes.typeSpan()), 0, tile.pixels());
    }
}
