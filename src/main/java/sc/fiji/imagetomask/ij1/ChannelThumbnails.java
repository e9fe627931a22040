package sc.fiji.imagetomask.ij1;

import ij.ImagePlus;
import ij.Prefs;
import ij.process.ImageProcessor;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import javax.swing.Icon;
import javax.swing.ImageIcon;
import sc.fiji.imagetomask.MaskSettings;
import sc.fiji.imagetomask.channel.Channel;
import sc.fiji.imagetomask.channel.ChannelFormula;
import sc.fiji.imagetomask.channel.ReferenceColours;
import sc.fiji.imagetomask.channel.Stains;
import sc.fiji.imagetomask.tone.Histogram;
import sc.fiji.imagetomask.tone.ToneTable;

/**
 * Small pictures of all channels of an image: the mask of each channel without levels. They are made from a few hundred
 * pixels, so that large images take no longer.
 */
final class ChannelThumbnails {

    /** Pixels at GUI scale 1. */
    private static final int HEIGHT = 24;

    private static final int OPAQUE = 0xff000000;

    /** Of pictures that are not known yet. */
    static final ChannelThumbnails NONE = new ChannelThumbnails(new int[0], 0, 0);

    private final int[] argb;
    private final int width;
    private final int height;

    private ChannelThumbnails(int[] argb, int width, int height) {
        this.argb = argb;
        this.width = width;
        this.height = height;
    }

    /** Of the slice that is shown, at ImageJ's GUI scale. */
    static ChannelThumbnails of(ImagePlus image) {
        int height = (int) Math.round(HEIGHT * Prefs.getGuiScale());
        int width = Math.max(1, Math.min(2 * height, height * image.getWidth() / image.getHeight()));
        return new ChannelThumbnails(sampled(image, width, height), width, height);
    }

    /** One for each channel with these stains and colours; for distances only if there is a colour. */
    Map<Channel, Icon> icons(Stains stains, ReferenceColours colours) {
        Map<Channel, Icon> icons = new EnumMap<>(Channel.class);
        if (argb.length == 0) return icons;
        for (ChannelFormula formula : ChannelFormula.all(stains, colours))
            icons.put(formula.channel(), new ImageIcon(drawn(formula)));
        return icons;
    }

    private static int[] sampled(ImagePlus image, int width, int height) {
        return image.isComposite() || image.getType() == ImagePlus.COLOR_256
                ? composite(image, width, height)
                : single(image, width, height);
    }

    /** As it is displayed. */
    private static int[] composite(ImagePlus image, int width, int height) {
        BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = small.createGraphics();
        graphics.drawImage(image.getImage(), 0, 0, width, height, null);
        graphics.dispose();
        return small.getRGB(0, 0, width, height, null, 0, width);
    }

    private static int[] single(ImagePlus image, int width, int height) {
        ImageProcessor pixels = image.getProcessor();
        int[] argb = new int[width * height];
        for (int i = 0; i < argb.length; i++) {
            int x = (int) ((i % width + 0.5) * image.getWidth() / width);
            int y = (int) ((i / width + 0.5) * image.getHeight() / height);
            argb[i] = OPAQUE | (image.getType() == ImagePlus.COLOR_RGB ? pixels.get(x, y) : grey(pixels, x, y));
        }
        return argb;
    }

    /** As it is displayed. */
    private static int grey(ImageProcessor pixels, int x, int y) {
        double extent = pixels.getMax() - pixels.getMin();
        double part = extent > 0 ? (pixels.getf(x, y) - pixels.getMin()) / extent : 0;
        return (int) (255 * Math.max(0, Math.min(part, 1))) * 0x010101;
    }

    private BufferedImage drawn(ChannelFormula formula) {
        IntUnaryOperator values = formula.values();
        int[] counts = new int[Histogram.BINS];
        for (int pixel : argb) counts[values.applyAsInt(pixel)]++;
        MaskSettings settings = MaskSettings.DEFAULT.withFormula(formula);
        ToneTable table = settings.first()
                .tone(settings.first().range(Histogram.of(counts)))
                .table();
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < argb.length; i++)
            image.setRGB(i % width, i / width, table.value(values.applyAsInt(argb[i])) * 0x010101);
        return image;
    }
}
