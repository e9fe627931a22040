package sc.fiji.imagetomask.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Names of files from arguments; what no file can be called is said in words. */
public final class PathConverter implements ITypeConverter<Path> {

    @Override
    public Path convert(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new TypeConversionException(
                    "'" + text.replaceAll("\\p{Cntrl}", "?") + "' cannot be the name of a file");
        }
    }
}
