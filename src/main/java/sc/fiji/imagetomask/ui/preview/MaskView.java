package sc.fiji.imagetomask.ui.preview;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.stream.IntStream;
import sc.fiji.imagetomask.Output;
import sc.fiji.imagetomask.ui.Tint;

/**
 * The values of a mask where a preview shows them.
 *
 * @param values one for each pixel of the viewport, row by row
 * @param viewport where they are
 */
record MaskView(byte[] values, Viewport viewport) {

    /** The value, 0..255, at a pixel of the viewport. */
    int value(int i, int j) {
        return values[j * viewport.width() + i] & 255;
    }

    /**
     * The image to show.
     *
     * @param background the picture in the size of the viewport, which is only read; unused by {@link PreviewView#MASK}
     * @param color of tint and outline, {@code 0xRRGGBB}
     */
    BufferedImage draw(PreviewView view, BufferedImage background, int color) {
        int width = viewport.width();
        BufferedImage image = new BufferedImage(width, viewport.height(), BufferedImage.TYPE_INT_RGB);
        int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        IntStream.range(0, viewport.height()).parallel().forEach(j -> {
            for (int i = 0; i < width; i++) {
                int value = value(i, j);
                pixels[j * width + i] = switch (view) {
                    case MASK -> value * 0x10101;
                    case TINTED -> Tint.over(background.getRGB(i, j), color, 255 - value);
                    case KEPT -> Tint.over(background.getRGB(i, j), color, value);
                    case OUTLINE -> isEdge(i, j) ? color : background.getRGB(i, j);
                };
            }
        });
        return image;
    }

    /** Whether a neighbour is on the other side of the outline; both sides together are a line of two pixels. */
    private boolean isEdge(int i, int j) {
        boolean inside = isInside(i, j);
        return i > 0 && inside != isInside(i - 1, j)
                || j > 0 && inside != isInside(i, j - 1)
                || i < viewport.width() - 1 && inside != isInside(i + 1, j)
                || j < viewport.height() - 1 && inside != isInside(i, j + 1);
    }

    private boolean isInside(int i, int j) {
        return value(i, j) >= Output.THRESHOLD;
    }
}
