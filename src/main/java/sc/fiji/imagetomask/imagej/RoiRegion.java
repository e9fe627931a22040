package sc.fiji.imagetomask.imagej;

import ij.gui.Roi;
import net.imglib2.Interval;
import sc.fiji.imagetomask.Tile;
import sc.fiji.imagetomask.WeightMap;
import sc.fiji.imagetomask.engine.ByteSpan;
import sc.fiji.imagetomask.img.ImgRegion;

/** An ImageJ selection as a region of an ImgLib2 image, with the pixels that ImageJ itself counts as inside. */
public final class RoiRegion {

    private RoiRegion() {}

    /**
     * The same for all slices of the picture; cut to it.
     *
     * @throws IllegalArgumentException if the selection encloses no area, or the picture is too large for ImageJ
     */
    public static ImgRegion of(Roi selection, Interval picture) {
        long left = picture.min(0);
        long top = picture.min(1);
        long width = picture.dimension(0);
        long height = picture.dimension(1);
        if (width * height > Integer.MAX_VALUE - 8)
            throw new IllegalArgumentException("The picture is " + width + " x " + height
                    + " pixels, but must have less than 2^31 to be limited by a selection of ImageJ.");
        Roi placed = (Roi) selection.clone();
        placed.translate(-left, -top);
        WeightMap inside = RoiWeightMap.of(placed, (int) width, (int) height);
        ByteSpan bytes = (ByteSpan) inside.read(new Tile(0, 0, (int) width, (int) height));
        return new ImgRegion(2, () -> position -> {
            long x = position.getLongPosition(0) - left;
            long y = position.getLongPosition(1) - top;
            return bytes.array()[(int) (bytes.offset() + y * width + x)] != 0;
        });
    }
}
