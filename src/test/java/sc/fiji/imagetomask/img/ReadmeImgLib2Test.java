package sc.fiji.imagetomask.img;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.Random;
import java.util.concurrent.Future;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.util.ImgUtil;
import org.junit.jupiter.api.Test;
import org.scijava.Context;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;
import sc.fiji.imagetomask.MaskSettings;
import sc.fiji.imagetomask.channel.Hsv;
import sc.fiji.imagetomask.command.ImgLib2ToMaskCommand;
import sc.fiji.imagetomask.engine.Engine;
import sc.fiji.imagetomask.engine.EngineChoice;
import sc.fiji.imagetomask.reading.ChannelOrder;
import sc.fiji.imagetomask.reading.NumberRange;

/** The lines that the pages on scripting and on image types show, run. */
class ReadmeImgLib2Test {

    private final int width = 40;
    private final int height = 30;
    private final int[] argb = new Random(1).ints(width * height).toArray();

    @Test
    void bothWaysGiveTheSameMask() throws Exception {
        try (Context context = new Context(CommandService.class)) {
            Img<UnsignedByteType> mask = imglib2();
            Img<UnsignedByteType> copy = ArrayImgs.unsignedBytes(width, height);
            ImgUtil.copy(mask, copy);
            assertThat(scijava(context.service(CommandService.class)).stream().map(Object::toString))
                    .containsExactlyElementsOf(
                            copy.stream().map(Object::toString).toList())
                    .contains("0", "99");
        }
    }

    private Img<UnsignedByteType> imglib2() {
        // snippet: imglib2
        Img<ARGBType> picture = ArrayImgs.argbs(argb, width, height);
        MaskSettings settings = MaskSettings.of("S (HSV)").withLevels(10, 255, 1.2);
        Engine engine = EngineChoice.auto().engine();
        Img<UnsignedByteType> mask = new ImgMasks(engine, settings).of(ImgPictures.argb(picture));
        // end
        return mask;
    }

    @Test
    void channelsOfAnyNumberAndRange() {
        short[] values = new short[width * height * 5];
        Random random = new Random(2);
        for (int i = 0; i < values.length; i++) values[i] = (short) random.nextInt(5000);
        Engine engine = EngineChoice.auto().engine();
        // snippet: deeper
        Img<UnsignedShortType> picture = ArrayImgs.unsignedShorts(values, width, height, 5);
        ImgPictures colours = ImgPictures.real(picture, 2, ChannelOrder.parse("5,1,3"), NumberRange.of(0, 4095));
        Img<FloatType> mask = new ImgMasks(engine, MaskSettings.of("S (HSV)")).floats(colours, null, null);
        // end
        int plane = width * height;
        float[] rgb = new float[3];
        for (int c = 0; c < 3; c++) rgb[c] = Math.min(values[new int[] {4, 0, 2}[c] * plane] / 4095f, 1);
        assertThat(255 * mask.firstElement().get()).isCloseTo(Hsv.saturation(rgb[0], rgb[1], rgb[2]), within(1f));
        assertThat(mask.stream().map(FloatType::get).distinct().count()).isGreaterThan(256);
    }

    private Img<?> scijava(CommandService commands) throws Exception {
        Img<ARGBType> picture = ArrayImgs.argbs(argb, width, height);
        // snippet: scijava
        Map<String, Object> inputs = Map.of("image", picture, "channel", "S (HSV)", "black", 10, "gray", 1.2);
        Future<CommandModule> job = commands.run(ImgLib2ToMaskCommand.class, false, inputs);
        Img<?> mask = (Img<?>) job.get().getOutput("result");
        // end
        return mask;
    }
}
