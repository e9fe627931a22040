package sc.fiji.imagetomask.preset;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import sc.fiji.imagetomask.files.UserFolders;
import sc.fiji.imagetomask.options.MaskOptions;

/**
 * A folder of presets: text files {@code NAME.txt} with options as in a macro, one or more in a line. Options that are not
 * there have their defaults. Lines that begin with {@code #} are notes.
 *
 * <pre>
 * # brown cells of our slides
 * channel=[B (LAB)] black=170
 * white=230
 * </pre>
 *
 * @param folder may be missing: then there are none
 */
public record Presets(Path folder) {

    /** The system property that names another folder. */
    public static final String PROPERTY = "imagetomask.presets";

    private static final String ENDING = ".txt";
    private static final Pattern NAME = Pattern.compile("[^\\\\/:*?\"<>|\\p{Cntrl}.][^\\\\/:*?\"<>|\\p{Cntrl}]{0,79}");

    /** Nothing larger is read. */
    private static final int MOST_BYTES = 1 << 16;

    /** In the user's folder, or in the one that the system property names. */
    public static Presets standard() {
        String named = System.getProperty(PROPERTY);
        return new Presets(named == null ? UserFolders.settings().resolve("presets") : Path.of(named));
    }

    /** The names of all presets, sorted. */
    public List<String> names() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ENDING) && !name.startsWith("."))
                    .map(name -> name.substring(0, name.length() - ENDING.length()))
                    .sorted(String.CASE_INSENSITIVE_ORDER)
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    /**
     * The options of a preset.
     *
     * @param preset its name, or the path of a file
     * @throws IllegalArgumentException with one sentence, if there is none, or its text is wrong
     */
    public MaskOptions load(String preset) {
        if (preset == null || preset.isBlank())
            throw new IllegalArgumentException("preset is empty, but must be " + allowed() + ".");
        try {
            Path named = folder.resolve(preset + ENDING);
            return read(Files.isRegularFile(named) ? named : Path.of(preset));
        } catch (NoSuchFileException | InvalidPathException e) {
            throw new IllegalArgumentException("preset is '" + preset + "', but must be " + allowed() + ".");
        } catch (IOException e) {
            throw new IllegalArgumentException("The preset '" + preset + "' cannot be read: " + reason(e) + ".");
        }
    }

    private String allowed() {
        List<String> names = names();
        return names.isEmpty()
                ? "the path of a preset file; the folder " + folder + " has no presets"
                : "one of " + String.join(", ", names) + ", or the path of a preset file; these are in the folder "
                        + folder;
    }

    private static MaskOptions read(Path file) throws IOException {
        if (Files.isRegularFile(file) && Files.size(file) > MOST_BYTES)
            throw new IOException("it is too large to be a preset");
        String text = Files.readString(file)
                .replace("\uFEFF", "") // Windows may put it before the first line
                .lines()
                .filter(line -> !line.stripLeading().startsWith("#"))
                .collect(Collectors.joining("\n"));
        try {
            return MaskOptions.parsePreset(text).complete();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("In the preset file " + file + ": " + e.getMessage());
        }
    }

    private static String reason(IOException e) {
        if (e instanceof CharacterCodingException) return "it is not a text in UTF-8";
        return e.getMessage() == null || e.getMessage().isBlank() ? e.getClass().getSimpleName() : e.getMessage();
    }

    /** Whether a preset of that name is there. */
    public boolean has(String name) {
        return Files.exists(folder.resolve(name + ENDING));
    }

    /**
     * Saves the settings of these options; a preset of the same name is replaced.
     *
     * @throws IllegalArgumentException with one sentence, if it cannot be written
     */
    public void save(String name, MaskOptions options) {
        requireName(name);
        String text = options.changed().keySet().stream()
                .map(key -> options.text(List.of(key)) + "\n")
                .collect(Collectors.joining());
        try {
            Files.createDirectories(folder);
            Path part = Files.createTempFile(folder, ".preset", ".part");
            Files.writeString(part, text);
            Files.move(part, folder.resolve(name + ENDING), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "The preset '" + name + "' cannot be written into the folder " + folder + ": " + reason(e) + ".");
        }
    }

    /**
     * Deletes the preset of that name.
     *
     * @throws IllegalArgumentException with one sentence, if it cannot be deleted
     */
    public void delete(String name) {
        requireName(name);
        try {
            Files.deleteIfExists(folder.resolve(name + ENDING));
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "The preset '" + name + "' cannot be deleted from the folder " + folder + ": " + reason(e) + ".");
        }
    }

    /** @throws IllegalArgumentException with one sentence, if no preset can have that name */
    public static void requireName(String name) {
        if (!NAME.matcher(name).matches() || !name.equals(name.strip()))
            throw new IllegalArgumentException(
                    "The name of the preset is '" + name
                            + "', but must have 1 to 80 characters, none of them \\ / : * ? \" < > |, and must not begin with a dot or a space.");
    }
}
