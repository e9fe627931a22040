package sc.fiji.imagetomask.img;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Callable;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import org.junit.jupiter.api.Test;
import org.scijava.Context;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;
import sc.fiji.imagetomask.ClassPath;
import sc.fiji.imagetomask.MaskSettings;
import sc.fiji.imagetomask.command.ImgLib2ToMaskCommand;
import sc.fiji.imagetomask.engine.jvm.JavaEngine;

/** ImgLib2 images become masks where ImageJ is not on the class path. */
class WithoutImageJTest {

    @Test
    void theApiAndTheCommandWorkWithoutImageJ() throws Exception {
        assertThat(ClassPath.without("ij", Api.class)).isEqualTo("0 255 0 255");
        assertThat(ClassPath.without("ij", Script.class)).isEqualTo("0 255 0 255");
    }

    /** Runs in the class loader without ImageJ. */
    public static final class Api implements Callable<String> {

        @Override
        public String call() {
            return text(new ImgMasks(new JavaEngine(), MaskSettings.DEFAULT).of(ImgPictures.grey(picture())));
        }
    }

    /** Runs in the class loader without ImageJ. */
    public static final class Script implements Callable<String> {

        @Override
        public String call() throws Exception {
            try (Context context = new Context(CommandService.class)) {
                CommandModule module = context.service(CommandService.class)
                        .run(ImgLib2ToMaskCommand.class, true, "image", picture(), "engine", "java")
                        .get();
                return text((Img<?>) module.getOutput("result"));
            }
        }
    }

    private static Img<UnsignedByteType> picture() {
        return ArrayImgs.unsignedBytes(new byte[] {9, 99, 9, 99}, 2, 2);
    }

    private static String text(Img<?> image) {
        return String.join(" ", image.stream().map(Object::toString).toList());
    }
}
