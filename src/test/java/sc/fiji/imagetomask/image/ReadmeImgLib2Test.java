package sc.fiji.imagetomask.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import java.util.concurrent.Future;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.util.ImgUtil;
import org.junit.jupiter.api.Test;
import org.scijava.Context;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;
import sc.fiji.imagetomask.MaskSettings;
import sc.fiji.imagetomask.command.ImgToMaskCommand;
import sc.fiji.imagetomask.engine.Engine;
import sc.fiji.imagetomask.engine.EngineChoice;

/** The lines that the README shows, run. */
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

    private Img<?> scijava(CommandService commands) throws Exception {
        Img<ARGBType> picture = ArrayImgs.argbs(argb, width, height);
        // snippet: scijava
        Map<String, Object> inputs = Map.of("image", picture, "channel", "S (HSV)", "black", 10, "gray", 1.2);
        Future<CommandModule> job = commands.run(ImgToMaskCommand.class, false, inputs);
        Img<?> mask = (Img<?>) job.get().getOutput("result");
        // end
        return mask;
    }
}
