package sc.fiji.imagetomask.img;

import sc.fiji.imagetomask.Coverage;
import sc.fiji.imagetomask.Tile;
import sc.fiji.imagetomask.engine.MaskRun;

/** One slice of an ImgLib2 image of numbers as a mask, scaled by the range of its type. */
record ImgRealCoverage(ImgRealPlanes planes, int plane) implements Coverage {

    @Override
    public long width() {
        return planes.image().dimension(0);
    }

    @Override
    public long height() {
        return planes.image().dimension(1);
    }

    @Override
    public MaskRun read(Tile tile) {
        return new MaskRun.Floats(planes.read(plane, tile, planes.typeSpan()), 0, tile.pixels());
    }
}
