package sc.fiji.imagetomask.cli.words;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import sc.fiji.imagetomask.zarr.store.Address;

/** File names from arguments; a name that no file can have gives one sentence. */
public final class PathConverter implements ITypeConverter<Path> {

    /** Why no file can have that name: where Java names files in ASCII, as without a locale, others cannot be named. */
    public static String sentence(String text) {
        boolean isAscii = text.chars().allMatch(c -> c < 128);
        return "'" + text.replaceAll("\\p{Cntrl}", "?") + "' cannot be the name of a file"
                + (isAscii ? "" : " in this locale; start Java with LC_ALL=C.UTF-8");
    }

    @Override
    public Path convert(String text) {
        if (Address.isOne(text))
            throw new TypeConversionException(
                    "'" + Address.shown(text) + "' is an address, but must be a file or folder on this computer");
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new TypeConversionException(sentence(text));
        }
    }
}
