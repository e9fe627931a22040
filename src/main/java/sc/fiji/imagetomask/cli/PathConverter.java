package sc.fiji.imagetomask.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Names of files from arguments; what no file can be called is said in words. */
public final class PathConverter implements ITypeConverter<Path> {

    /** Why no file can have that name: where Java names files in ASCII, as without a locale, others cannot be named. */
    static String sentence(String text) {
        boolean isAscii = text.chars().allMatch(c -> c < 128);
        return "'" + text.replaceAll("\\p{Cntrl}", "?") + "' cannot be the name of a file"
                + (isAscii ? "" : " in this locale; start Java with LC_ALL=C.UTF-8");
    }

    @Override
    public Path convert(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new TypeConversionException(sentence(text));
        }
    }
}
