package sc.fiji.imagetomask.cli;

import java.awt.image.ColorModel;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadata;
import org.w3c.dom.Element;

/**
 * The canvas that the first frame of a GIF lies on. What the frame leaves free is transparent, or of colour 0.
 *
 * @param width in pixels
 * @param height in pixels
 * @param left of the frame, in pixels
 * @param top of the frame, in pixels
 */
record GifCanvas(int width, int height, int left, int top) {

    static GifCanvas of(ImageReader reader) throws IOException {
        Element screen = node(reader.getStreamMetadata(), "LogicalScreenDescriptor");
        Element frame = node(reader.getImageMetadata(0), "ImageDescriptor");
        int left = number(frame, "imageLeftPosition");
        int top = number(frame, "imageTopPosition");
        return new GifCanvas(
                Math.max(number(screen, "logicalScreenWidth"), left + number(frame, "imageWidth")),
                Math.max(number(screen, "logicalScreenHeight"), top + number(frame, "imageHeight")),
                left,
                top);
    }

    private static Element node(IIOMetadata metadata, String name) {
        Element tree = (Element) metadata.getAsTree(metadata.getNativeMetadataFormatName());
        return (Element) tree.getElementsByTagName(name).item(0);
    }

    private static int number(Element element, String attribute) {
        return Integer.parseInt(element.getAttribute(attribute));
    }

    Planes place(Planes frame, ColorModel model) {
        if (frame.width() == width && frame.height() == height) return frame;
        IndexColorModel palette = (IndexColorModel) model;
        byte[] free = RasterPlanes.entry(palette, Math.max(0, palette.getTransparentPixel()));
        return frame.on(free, left, top, width, height);
    }
}
