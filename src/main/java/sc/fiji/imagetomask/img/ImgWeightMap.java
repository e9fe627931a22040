package sc.fiji.imagetomask.img;

import java.util.List;
import java.util.stream.IntStream;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.util.Cast;
import sc.fiji.imagetomask.Tile;
import sc.fiji.imagetomask.WeightMap;
import sc.fiji.imagetomask.engine.ByteSpan;

/** One slice of an ImgLib2 image of bytes as a mask. */
record ImgWeightMap(ImgPlanes<byte[]> planes, int plane) implements WeightMap {

    /** All slices of a mask image of bytes, or of other numbers scaled by the range of their type; none for null. */
    static List<WeightMap> slices(RandomAccessibleInterval<? extends RealType<?>> mask) {
        if (mask == null) return List.of();
        ImgPlanes.requirePixels("mask", mask);
        IntStream slices = IntStream.range(0, ImgPlanes.count(mask));
        if (mask.getType() instanceof UnsignedByteType) {
            RandomAccessibleInterval<UnsignedByteType> bytes = Cast.unchecked(mask);
            ImgPlanes<byte[]> planes = new ImgPlanes<>("mask", bytes, byte[].class);
            return slices.<WeightMap>mapToObj(plane -> new ImgWeightMap(planes, plane))
                    .toList();
        }
        ImgRealPlanes planes = new ImgRealPlanes(mask);
        return slices.<WeightMap>mapToObj(plane -> new ImgRealWeightMap(planes, plane))
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
    public ByteSpan read(Tile tile) {
        ImgPlanes.Span<byte[]> run = planes.read(plane, tile);
        return new ByteSpan(run.array(), run.offset(), tile.pixels());
    }
}
