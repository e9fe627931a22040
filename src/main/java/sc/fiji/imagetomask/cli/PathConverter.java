package sc.fiji.imagetomask.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** File names from arguments; a name that no file can have gives one sentence. */
public final class PathConverter implements ITypeConverter<Path> {

    private static final Pattern ADDRESS = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+://");

    /** Why no file can have that name: where Java names files in ASCII, as without a locale, others cannot be named. */
    static String sentence(String text) {
        boolean isAscii = text.chars().allMatch(c -> c < 128);
        return "'" + text.replaceAll("\\p{Cntrl}", "?") + "' cannot be the name of a file"
                + (isAscii ? "" : " in this locale; start Java with LC_ALL=C.UTF-8");
    }

    /** Whether it is an address on the web or of an object store. */
    static boolean isAddress(String text) {
        return ADDRESS.matcher(text).lookingAt();
    }

    @Override
    public Path convert(String text) {
        if (isAddress(text))
            throw new TypeConversionException("'" + text
                    + "' is a web address, but must be a file or folder on this computer; download it first");
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new TypeConversionException(sentence(text));
        }
    }
}
