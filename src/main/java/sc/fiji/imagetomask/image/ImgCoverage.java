package sc.fiji.imagetomask.image;

import java.util.List;
import java.util.stream.IntStream;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import sc.fiji.imagetomask.Coverage;
import sc.fiji.imagetomask.Tile;
import sc.fiji.imagetomask.engine.ByteRun;

/** One slice of an ImgLib2 image of bytes as a mask. */
record ImgCoverage(ImgPlanes<byte[]> planes, int plane) implements Coverage {

    /** All slices of a mask image; none for null. */
    static List<Coverage> slices(RandomAccessibleInterval<UnsignedByteType> mask) {
        if (mask == null) return List.of();
        ImgPlanes<byte[]> planes = new ImgPlanes<>("mask", mask, byte[].class);
        return IntStream.range(0, planes.count())
                .<Coverage>mapToObj(plane -> new ImgCoverage(planes, plane))
                .toList();
    }

    @Override
    public long width() {
        return planes.width();
    }

    @Override
    public long height() {
        return planes.height();
    }

    @Override
    public ByteRun read(Tile tile) {
        ImgPlanes.Run<byte[]> run = planes.read(plane, tile);
        return new ByteRun(run.array(), run.offset(), tile.pixels());
    }
}
