package sc.fiji.imagetomask.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.TypeConversionException;

/**
 * INPUT... OUTPUT as they were given.
 *
 * @param paths of those that can be the name of a file
 * @param unknown one sentence for each INPUT among several that cannot, as where a locale does not know its letters
 */
record Names(List<Path> paths, List<String> unknown) {

    /** @throws IllegalArgumentException if the only INPUT or OUTPUT cannot be the name of a file, or one is an address */
    static Names of(List<String> texts) {
        List<Path> paths = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++)
            try {
                paths.add(new PathConverter().convert(texts.get(i)));
            } catch (TypeConversionException e) {
                boolean isOneOfMany = texts.size() > 2 && i < texts.size() - 1;
                if (!isOneOfMany || PathConverter.isAddress(texts.get(i)))
                    throw new IllegalArgumentException(e.getMessage() + ".", e);
                unknown.add(e.getMessage() + ".");
            }
        return new Names(paths, unknown);
    }
}
