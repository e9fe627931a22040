package sc.fiji.imagetomask.imagej;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.Line;
import ij.gui.OvalRoi;
import ij.gui.TextRoi;
import ij.process.ByteProcessor;
import ij.process.ImageProcessor;
import java.awt.Rectangle;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sc.fiji.imagetomask.MaskSettings;
import sc.fiji.imagetomask.Progress;
import sc.fiji.imagetomask.SomeFormulas;
import sc.fiji.imagetomask.channel.Channel;
import sc.fiji.imagetomask.channel.ReferenceColours;
import sc.fiji.imagetomask.channel.Stains;
import sc.fiji.imagetomask.engine.jvm.JavaEngine;
import sc.fiji.imagetomask.options.GalleryOptions;
import sc.fiji.imagetomask.reading.ChannelOrder;
import sc.fiji.imagetomask.reading.Reading;

class ChannelGalleryTest {

    private final ChannelGallery plain = new ChannelGallery(new JavaEngine(), false);
    private final ChannelGallery masked = new ChannelGallery(new JavaEngine(), true);

    @Test
    void everyChannelIsItsMaskWithoutSelection() {
        ImagePlus picture = Images.noise("leaf.png", 31, 17, 1);
        picture.getCalibration().pixelWidth = 0.25;
        picture.setRoi(new Line(1, 1, 9, 9));
        ImagePlus gallery = new ChannelGallery(
                        new JavaEngine(), false, Reading.DEFAULT, Stains.DEFAULT, SomeFormulas.COLOURS)
                .stack(picture, Progress.NONE);
        assertThat(gallery.getTitle()).isEqualTo("Channels of leaf.png");
        assertThat(gallery.getCalibration().pixelWidth).isEqualTo(0.25);
        assertThat(gallery.getStack().getSliceLabels()).startsWith(Channel.labels());
        for (Channel channel : Channel.values())
            assertThat(Images.bytes(gallery, channel.ordinal() + 1))
                    .as(channel.label())
                    .isEqualTo(Images.expected(picture, SomeFormulas.settings(channel), null, null));
    }

    @Test
    void maskedBySelection() {
        ImagePlus picture = Images.noise("leaf.png", 31, 17, 1);
        picture.setRoi(new OvalRoi(3, 3, 20, 12));
        assertThat(Images.bytes(masked.stack(picture, Progress.NONE), 4))
                .isEqualTo(Images.expected(picture, MaskSettings.of("R (RGB)"), null, (byte[])
                        picture.createRoiMask().getPixels()));
    }

    @Test
    void theShownSliceOfAComposite() {
        ImageStack stack = new ImageStack(8, 8);
        for (int n = 0; n < 8; n++) stack.addSlice(new ByteProcessor(8, 8, ramp(n)));
        ImagePlus picture = new ImagePlus("composite", stack);
        picture.setDimensions(4, 2, 1);
        picture.setSlice(7);
        int alpha = Channel.ALPHA.ordinal() + 1;
        int green = Channel.RGB_G.ordinal() + 1;
        byte[] values = Images.bytes(gallery(false).stack(picture, Progress.NONE), alpha);
        assertThat(values[0]).isZero();
        assertThat(values[63]).isEqualTo((byte) 255);
        ImagePlus shown = new ImagePlus("", new ByteProcessor(8, 8, ramp(5)));
        assertThat(Images.bytes(gallery(false).stack(picture, Progress.NONE), green))
                .isEqualTo(Images.bytes(plain.stack(shown, Progress.NONE), green));
        assertThat(Images.bytes(gallery(true).stack(picture, Progress.NONE), green)[63])
                .isLessThan((byte) 127);
    }

    private static ChannelGallery gallery(boolean masked) {
        return new ChannelGallery(
                new JavaEngine(),
                masked,
                Reading.DEFAULT.withRgb(ChannelOrder.parse("1,2,3,4")),
                Stains.DEFAULT,
                ReferenceColours.NONE);
    }

    @Test
    void aMontageHasEveryChannelInItsPlace() {
        ImagePlus gallery = plain.stack(Images.noise("leaf.png", 31, 17, 1), Progress.NONE);
        ImagePlus montage = ChannelMontage.of(gallery);
        assertThat(montage.getTitle()).isEqualTo("Channels of leaf.png");
        for (int n = 1; n <= 13; n++) {
            assertThat(tile(montage, ChannelMontage.place(gallery, n))).isEqualTo(Images.bytes(gallery, n));
            assertThat(darkestAbove(montage, ChannelMontage.place(gallery, n))).isLessThan(60);
        }
    }

    @Test
    void aMontageOfALargePictureIsMadeSmaller() {
        ImagePlus picture = IJ.createImage("large", "RGB ramp", 1000, 640, 1);
        assertThat(ChannelMontage.of(plain.stack(picture, Progress.NONE))
                        .getCalibration()
                        .scaled())
                .isFalse();
        picture.getCalibration().pixelWidth = 2;
        ImagePlus montage = ChannelMontage.of(plain.stack(picture, Progress.NONE));
        assertThat(montage.getWidth()).isBetween(5 * 320, 5 * 340);
        assertThat(montage.getCalibration().pixelWidth).isEqualTo(2 * 1000 / 320.0);
    }

    @Test
    void theReadmeShowsTheMontageOfTheSample() {
        ImagePlus gallery = plain.stack(IJ.openImage("docs/sample-tissue.png"), Progress.NONE);
        ImagePlus montage = ChannelMontage.of(gallery);
        ImagePlus file = IJ.openImage("docs/gallery.png");
        for (int n = 1; n <= 13; n++) {
            Rectangle place = ChannelMontage.place(gallery, n);
            assertThat(tile(file, place)).isEqualTo(tile(montage, place));
        }
    }

    @Test
    void whatCannotBeUsedIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plain.stack(null, Progress.NONE))
                .withMessage("image has no pixels, but must be an open image.");
        ImagePlus picture = Images.noise("leaf.png", 31, 17, 1);
        picture.setRoi(new TextRoi(1, 1, "text"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> masked.stack(picture, Progress.NONE))
                .withMessageStartingWith("The selection is of type 'text'");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        as=table     | as is 'table', but must be one of stack, montage.
        as           | as is '', but must be one of stack, montage.
        masked=maybe | masked is 'maybe', but must be true or false.
        mask=None    | 'mask=None' is not an option, but must be one of image, as, masked, sorted, background, stains, colour, range, rgb, engine.
        """)
    void aMistakeInTheOptionsIsNamed(String text, String sentence) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GalleryOptions.parse(text))
                .withMessage(sentence);
    }

    @Test
    void options() {
        assertThat(GalleryOptions.parse(" ")).isEqualTo(GalleryOptions.DEFAULT);
        assertThat(GalleryOptions.parse("as=Montage masked engine=java image=[a b]"))
                .isEqualTo(GalleryOptions.DEFAULT
                        .with("image", "a b")
                        .with("as", "montage")
                        .with("masked", "true")
                        .with("engine", "java"));
    }

    private static byte[] ramp(int first) {
        byte[] values = new byte[64];
        for (int i = 0; i < 64; i++) values[i] = (byte) (first + i);
        return values;
    }

    private static byte[] tile(ImagePlus montage, Rectangle place) {
        ImageProcessor processor = montage.getProcessor();
        processor.setRoi(place);
        return Arrays.copyOf((byte[]) processor.crop().getPixels(), place.width * place.height);
    }

    private static int darkestAbove(ImagePlus montage, Rectangle place) {
        int darkest = 255;
        for (int y = place.y - 20; y < place.y; y++)
            for (int x = place.x; x < place.x + 60; x++)
                darkest = Math.min(darkest, montage.getProcessor().get(x, y));
        return darkest;
    }
}
