package sc.fiji.imagetomask.ij1;

import static org.assertj.core.api.Assertions.assertThat;

import ij.CompositeImage;
import ij.IJ;
import ij.ImagePlus;
import ij.process.ColorProcessor;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.Map;
import java.util.stream.Stream;
import javax.swing.Icon;
import javax.swing.ImageIcon;
import org.junit.jupiter.api.Test;
import sc.fiji.imagetomask.channel.Channel;
import sc.fiji.imagetomask.channel.ReferenceColours;
import sc.fiji.imagetomask.channel.Stains;

class ChannelThumbnailsTest {

    private static final int WHITE = 0xffffffff;
    private static final int BLACK = 0xff000000;

    /** Left red, right blue. */
    private static ImagePlus redAndBlue() {
        ColorProcessor pixels = new ColorProcessor(400, 300);
        pixels.setColor(Color.RED);
        pixels.fillRect(0, 0, 200, 300);
        pixels.setColor(Color.BLUE);
        pixels.fillRect(200, 0, 200, 300);
        return new ImagePlus("halves", pixels);
    }

    private static Map<Channel, Icon> icons(ImagePlus image) {
        return ChannelThumbnails.of(image).icons(Stains.DEFAULT, ReferenceColours.NONE);
    }

    @Test
    void stainsAndDistancesAreThoseOfTheOptions() {
        ChannelThumbnails thumbnails = ChannelThumbnails.of(redAndBlue());
        Stains cyanAndYellow = Stains.parse("1,0,0;0,0,1");
        Map<Channel, Icon> one = thumbnails.icons(cyanAndYellow, ReferenceColours.parse("#ff0000"));
        Map<Channel, Icon> other = thumbnails.icons(Stains.parse("0,0,1;1,0,0"), ReferenceColours.parse("#0000ff"));

        assertThat(one).containsOnlyKeys(Channel.values());
        assertThat(ends(one.get(Channel.STAIN_1))).containsExactly(BLACK, WHITE);
        assertThat(ends(other.get(Channel.STAIN_1))).containsExactly(WHITE, BLACK);
        for (Channel distance : new Channel[] {Channel.DISTANCE, Channel.DISTANCE_2000}) {
            assertThat(ends(one.get(distance))).containsExactly(BLACK, WHITE);
            assertThat(ends(other.get(distance))).containsExactly(WHITE, BLACK);
        }
    }

    private static int[] ends(Icon icon) {
        BufferedImage image = (BufferedImage) ((ImageIcon) icon).getImage();
        return new int[] {image.getRGB(1, 12), image.getRGB(image.getWidth() - 2, 12)};
    }

    @Test
    void eachChannelIsShownAsItsMaskIsWithoutLevels() {
        Map<Channel, Icon> icons = icons(redAndBlue());

        assertThat(icons)
                .containsOnlyKeys(Stream.of(Channel.values())
                        .filter(channel -> !channel.isDistance())
                        .toArray(Channel[]::new));
        assertThat(icons.get(Channel.RGB_R).getIconHeight()).isEqualTo(24);
        assertThat(icons.get(Channel.RGB_R).getIconWidth()).isEqualTo(32);
        assertThat(ends(icons.get(Channel.RGB_R))).containsExactly(WHITE, BLACK);
        assertThat(ends(icons.get(Channel.RGB_B))).containsExactly(BLACK, WHITE);
        assertThat(ends(icons.get(Channel.HSV_H))).containsExactly(BLACK, WHITE);
        assertThat(ends(icons.get(Channel.HSV_S))).containsExactly(BLACK, BLACK);
    }

    @Test
    void greyIsAsItIsDisplayed() {
        ImagePlus ramp = IJ.createImage("ramp", "16-bit ramp", 100, 100, 1);
        ramp.setDisplayRange(5000, 60000);

        assertThat(ends(icons(ramp).get(Channel.LAB_L))).containsExactly(BLACK, WHITE);
    }

    @Test
    void compositesAreInTheirColours() {
        ImagePlus stack = IJ.createHyperStack("two", 60, 60, 2, 1, 1, 8);
        for (int y = 0; y < 60; y++)
            for (int x = 0; x < 60; x++)
                stack.getStack().getProcessor(x < 30 ? 1 : 2).set(x, y, 255);
        ImagePlus composite = new CompositeImage(stack, CompositeImage.COMPOSITE);

        Map<Channel, Icon> icons = icons(composite);

        assertThat(ends(icons.get(Channel.RGB_R))).containsExactly(WHITE, BLACK);
        assertThat(ends(icons.get(Channel.RGB_G))).containsExactly(BLACK, WHITE);
    }
}
