package sc.fiji.imagetomask.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import net.imglib2.Localizable;
import net.imglib2.img.Img;
import net.imglib2.img.ImgView;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.img.cell.CellImgFactory;
import net.imglib2.img.planar.PlanarImgFactory;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.util.ImgUtil;
import net.imglib2.view.Views;
import org.junit.jupiter.api.Test;
import org.scijava.Context;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;
import sc.fiji.imagetomask.ClassPath;

/** The command of ImgLib2 with the oldest libraries that the README names, and with those that the project is built with. */
class OldestFijiTest {

    private static final Path OLDEST = Path.of("target", "oldest-fiji");

    @Test
    void theOldestLibrariesGiveTheSameMasks() throws Exception {
        String now = new Masks().call();
        String then = (String) ClassPath.withJarsOf(OLDEST, Masks.class);
        assertThat(then.lines().findFirst()).hasValue("imglib2-7.1.2.jar scijava-common-2.99.0.jar");
        assertThat(then.lines().skip(1))
                .containsExactlyElementsOf(now.lines().skip(1).toList());
        assertThat(now.lines().skip(1).distinct()).hasSizeGreaterThan(3).noneMatch(line -> line.contains("null"));
    }

    /** Runs in the class loader of the older libraries, too: which they are, and a line for each mask. */
    public static final class Masks implements Callable<String> {

        @Override
        public String call() throws Exception {
            Img<UnsignedByteType> array = ArrayImgs.unsignedBytes(23, 17, 3, 2);
            Random random = new Random(9);
            array.forEach(pixel -> pixel.set(random.nextInt(256)));
            Img<UnsignedByteType> planar = copy(array, new PlanarImgFactory<>(new UnsignedByteType()).create(array));
            Img<UnsignedByteType> cells = copy(array, new CellImgFactory<>(new UnsignedByteType(), 7).create(array));
            Img<UnsignedByteType> moved = ImgView.wrap(Views.translate(cells, 3, -5, 0, 1), cells.factory());
            Img<UnsignedByteType> last = ImgView.wrap(Views.moveAxis(planar, 2, 3), planar.factory());
            Predicate<Localizable> left = position -> position.getIntPosition(0) < 9;
            try (Context context = new Context(CommandService.class)) {
                CommandService commands = context.service(CommandService.class);
                return String.join(
                        "\n",
                        jar(Img.class) + " " + jar(Context.class),
                        mask(commands, "image", array, "axis", 2),
                        mask(commands, "image", planar, "axis", 2),
                        mask(commands, "image", cells, "axis", 2),
                        mask(commands, "image", moved, "axis", 2),
                        mask(commands, "image", last, "axis", 3),
                        mask(commands, "image", array),
                        mask(commands, "image", cells, "axis", 2, "mask", left),
                        mask(commands, "image", ArrayImgs.argbs(random.ints(64).toArray(), 8, 8)),
                        mask(
                                commands,
                                "image",
                                ArrayImgs.floats(new float[] {0, 0.5f, 1, 0}, 2, 2),
                                "output",
                                "32-bit"),
                        mask(commands, "image", array, "axis", 2, "output", "selection"));
            }
        }

        private static String mask(CommandService commands, Object... inputs) throws Exception {
            CommandModule done =
                    commands.run(ImgLib2ToMaskCommand.class, true, inputs).get();
            if (done.isCanceled()) return done.getCancelReason();
            Img<?> mask = (Img<?>) done.getOutput("result");
            StringBuilder values = new StringBuilder();
            Views.flatIterable(mask).forEach(value -> values.append(value).append(' '));
            return values.toString();
        }

        private static Img<UnsignedByteType> copy(Img<UnsignedByteType> from, Img<UnsignedByteType> to) {
            ImgUtil.copy(from, to);
            return to;
        }

        private static String jar(Class<?> type) throws Exception {
            return Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .getFileName()
                    .toString();
        }
    }
}
