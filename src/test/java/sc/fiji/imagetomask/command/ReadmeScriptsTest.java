package sc.fiji.imagetomask.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import groovy.lang.Binding;
import groovy.lang.GroovyShell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.ARGBType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;

/** The scripts on the page about scripting: the one in Groovy is run, that for PyImageJ names a command and inputs that exist. */
class ReadmeScriptsTest {

    private static final Pattern RUN = Pattern.compile("run\\(\\s*\"([\\w.]+)\", *([Tt]rue|[Ff]alse)");
    private static final Pattern INPUT = Pattern.compile("\"(\\w+)\", *(?=[\\w\"])");

    private static Context context;

    private final Img<ARGBType> image =
            ArrayImgs.argbs(new Random(1).ints(12 * 8).toArray(), 12, 8);

    @BeforeAll
    static void open() {
        context = new Context(CommandService.class);
    }

    @AfterAll
    static void close() {
        context.close();
    }

    @Test
    void theGroovyScriptMakesAMask() throws Exception {
        Binding variables = groovy(image);
        new GroovyShell(variables).evaluate(code("groovy"));
        Img<?> expected = (Img<?>) commands()
                .run(ImgLib2ToMaskCommand.class, true, "image", image, "channel", "S (HSV)", "black", 10)
                .get()
                .getOutput("result");
        assertThat(texts((Img<?>) variables.getVariable("mask")))
                .isEqualTo(texts(expected))
                .hasSize(96);
    }

    @Test
    void theGroovyScriptSaysWhatIsWrong() throws IOException {
        Binding variables = groovy("no image");
        String code = code("groovy");
        assertThat(catchThrowable(() -> new GroovyShell(variables).evaluate(code)))
                .hasMessage("image is 'no image', but must be an Img, ImgPlus, Dataset or ImagePlus.");
    }

    @Test
    void bothScriptsNameACommandAndInputsThatExist() throws IOException {
        for (String language : List.of("groovy", "python")) {
            String code = code(language);
            Matcher run = RUN.matcher(code);
            assertThat(run.find()).as(code).isTrue();
            CommandInfo command = commands().getCommand(run.group(1));
            assertThat(command).as(code).isNotNull();
            List<String> inputs = INPUT.matcher(code)
                    .results()
                    .map(input -> input.group(1))
                    .filter(name -> command.getInput(name) != null)
                    .toList();
            assertThat(inputs).as(code).contains("image", "channel", "black");
        }
    }

    private Binding groovy(Object given) {
        Binding variables = new Binding();
        variables.setVariable("image", given);
        variables.setVariable("channel", "S (HSV)");
        variables.setVariable("black", 10);
        variables.setVariable("commands", commands());
        return variables;
    }

    /** The block of that language that runs the command, without the lines in which SciJava finds inputs and outputs. */
    private static String code(String language) throws IOException {
        Matcher block = Pattern.compile("```" + language + "\\R((?:(?!```).)*?\"sc\\.fiji.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("docs", "macros-and-scripting.md")));
        assertThat(block.find()).as("a block of " + language).isTrue();
        return block.group(1).lines().filter(line -> !line.startsWith("#@")).collect(Collectors.joining("\n"));
    }

    private static List<String> texts(Img<?> image) {
        return image.stream().map(Object::toString).toList();
    }

    private static CommandService commands() {
        return context.service(CommandService.class);
    }
}
