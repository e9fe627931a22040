package sc.fiji.imagetomask.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import sc.fiji.imagetomask.cli.CliRun;

/**
 * Picture files of one format, through the command line: as picture or as mask, with options that follow from the bytes.
 *
 * @param name of the format
 * @param folder for files
 */
record PictureTarget(String name, Path folder) implements FuzzTarget {

    @Override
    public byte[] mutate(byte[] seed, Random random) {
        return name.startsWith("tiff") && random.nextInt(4) > 0
                ? TiffMutations.change(seed, random)
                : Mutations.bytes(seed, random);
    }

    @Override
    public void run(byte[] input) throws IOException {
        Sandbox.empty(folder);
        Path picture = Files.write(folder.resolve("in." + name), input);
        Path mask = folder.resolve("out.tif");
        List<Object> arguments = new ArrayList<>(List.of("--quiet", "--engine", "java"));
        switch (Math.floorMod(Arrays.hashCode(input), 5)) {
            case 0 -> arguments.addAll(List.of("--mask", picture));
            case 1 -> arguments.addAll(List.of("--rgb", "1,1,1"));
            case 2 -> arguments.addAll(List.of("--output", "32-bit", "--range", "0,200"));
            case 3 -> arguments.addAll(List.of("--statistics", "stack", "--inside", "--channel", "S (HSV)"));
            default -> mask = folder.resolve("out.zarr");
        }
        arguments.addAll(List.of(picture, mask));
        Sandbox.require(CliRun.of(arguments.toArray()));
    }
}
