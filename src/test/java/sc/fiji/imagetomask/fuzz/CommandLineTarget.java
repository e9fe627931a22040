package sc.fiji.imagetomask.fuzz;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import sc.fiji.imagetomask.cli.CliRun;

/**
 * Command lines, an argument in each line; {@code FOLDER} stands for a folder with pictures. The last line is the name of
 * what is written, which is always in that folder.
 *
 * @param folder for files
 * @param picture that is in it
 */
record CommandLineTarget(Path folder, byte[] picture) implements FuzzTarget {

    @Override
    public String name() {
        return "commandlines";
    }

    @Override
    public byte[] mutate(byte[] seed, Random random) {
        List<String> lines = new ArrayList<>(lines(Mutations.text(seed, random)));
        if (random.nextInt(4) == 0) lines.add(random.nextInt(lines.size() + 1), "--force");
        if (random.nextInt(8) == 0 && lines.size() > 1) lines.remove(random.nextInt(lines.size()));
        return String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void run(byte[] input) throws IOException {
        Sandbox.empty(folder);
        Files.createDirectory(folder.resolve("pictures"));
        for (String name : List.of("a.png", "pictures/b.png", "pictures/c.png"))
            Files.write(folder.resolve(name), picture);
        List<String> lines = lines(input);
        List<Object> arguments = new ArrayList<>(List.of("--quiet", "--engine", "java"));
        for (String line : lines.subList(0, lines.size() - 1))
            arguments.add(line.startsWith("-") ? inside(line) : placed(line));
        arguments.add(folder + "/" + inside(lines.get(lines.size() - 1)));
        CliRun run = CliRun.of(arguments.toArray());
        if (run.status() == 0 && arguments.stream().anyMatch(argument -> isQuestion(argument.toString()))) return;
        Sandbox.require(run);
    }

    private static boolean isQuestion(String argument) {
        return argument.startsWith("-h") || argument.startsWith("-V") || argument.startsWith("--");
    }

    private String placed(String argument) {
        return argument.startsWith("FOLDER/") ? folder + "/" + inside(argument.substring(7)) : inside(argument);
    }

    /** Nothing is read or written elsewhere. */
    private static String inside(String name) {
        return name.replaceAll("[/\\\\]|\\.\\.", "");
    }

    private static List<String> lines(byte[] text) {
        return Arrays.asList(new String(text, StandardCharsets.UTF_8).split("\n", -1));
    }
}
