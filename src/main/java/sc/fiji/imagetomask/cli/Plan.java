package sc.fiji.imagetomask.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import sc.fiji.imagetomask.Output;
import sc.fiji.imagetomask.cli.words.PathConverter;
import sc.fiji.imagetomask.ome.OmeFields;
import sc.fiji.imagetomask.ome.OmeZarrFile;
import sc.fiji.imagetomask.picturefile.PictureFile;
import sc.fiji.imagetomask.picturefile.PictureFormat;
import sc.fiji.imagetomask.picturefile.SampleReading;

/**
 * The mask files that will be made, and the picture file of each; decided before anything is written.
 *
 * @param assignments one per picture file, in the order of the inputs, the files of a folder by name
 * @param plates those whose fields are among the pictures
 * @param folder where all outputs go, created if it is missing; null: one picture file goes to one mask file
 * @param unnamed one sentence for each picture file whose name, or whose mask's, cannot be written; it gets no mask
 * @param leftOut one sentence for each folder of which pictures are left out because of their names
 */
record Plan(
        List<Assignment> assignments,
        List<PlateMasks.Plate> plates,
        Place folder,
        List<String> unnamed,
        List<String> leftOut) {

    /** On a Mac, names that differ only in case name the same file, but Java's paths are different. */
    private static final boolean ON_MAC = System.getProperty("os.name").startsWith("Mac");

    /** The folder that outputs go to; it need not exist. Null if they go to an address. */
    Path target() {
        if (folder != null) return folder.path();
        Path output = assignments.get(0).output().path();
        return output == null ? null : output.toAbsolutePath().getParent();
    }

    /** What is made: files, images, and plates of them. */
    List<Place> masks() {
        return assignments.stream()
                .map(assignment -> assignment.isField() ? assignment.plate() : assignment.output())
                .distinct()
                .toList();
    }

    /**
     * Plans the masks for INPUT... OUTPUT. OUTPUT is a file for one picture file, unless a folder of that name exists;
     * else a folder.
     *
     * @param others further files that are read
     * @param reading how the samples of picture files are read
     * @param kind what the mask files will hold
     * @throws IllegalArgumentException with one sentence, if that is not possible
     */
    static Plan of(Names names, List<Place> others, SampleReading reading, Output kind) throws IOException {
        List<Place> inputs = names.inputs();
        Place output = names.output();
        if (output == null)
            throw new IllegalArgumentException(
                    "INPUT and OUTPUT must be given, as in: image-to-mask picture.png mask.png.");
        if (output.toString().isEmpty()
                || inputs.stream().anyMatch(input -> input.toString().isEmpty()))
            throw new IllegalArgumentException("INPUT or OUTPUT is '', but must be the name of a file or folder.");
        requireExisting(inputs);
        boolean many = inputs.size() + names.unknown().size() > 1
                || isFolder(inputs.get(0))
                || output.path() != null && Files.isDirectory(output.path()) && !OmeZarrFile.isName(output.path());
        Plan plan = many
                ? toFolder(inputs, output, reading, kind, names.unknown())
                : toFile(inputs.get(0), output, reading, kind);
        plan.requireKept(others);
        return plan;
    }

    /** Plans the masks of files, and of folders of files, as files in a folder. */
    static Plan intoFolder(List<Place> inputs, Place folder, SampleReading reading, Output kind) throws IOException {
        requireExisting(inputs);
        Plan plan = toFolder(inputs, folder, reading, kind, List.of());
        plan.requireKept(List.of());
        return plan;
    }

    private static void requireExisting(List<Place> inputs) {
        for (Place input : inputs)
            if (!input.exists())
                throw new IllegalArgumentException("INPUT is '" + input + "', but there is no such file or folder.");
    }

    /** A folder of pictures; an OME-Zarr image, which is a folder too, counts as a file. */
    private static boolean isFolder(Place place) {
        return !place.isOmeZarr() && Files.isDirectory(place.path());
    }

    private static Plan toFile(Place input, Place output, SampleReading reading, Output kind) {
        MaskFormat.of(output).requireDepth(output, kind);
        Path parent =
                output.path() == null ? null : output.path().toAbsolutePath().getParent();
        if (parent != null && !Files.isDirectory(parent))
            throw new IllegalArgumentException("OUTPUT is '" + output + "', but there is no folder '" + parent + "'.");
        OmeFields fields = fields(input, reading);
        if (fields == null || fields.names().size() == 1 && MaskFormat.of(output) != MaskFormat.OME_ZARR)
            return new Plan(List.of(new Assignment(input, output)), List.of(), null, List.of(), List.of());
        if (MaskFormat.of(output) != MaskFormat.OME_ZARR)
            throw new IllegalArgumentException("OUTPUT is '" + output + "', but '" + input + "' has "
                    + fields.names().size() + " fields: choose one of them by --field, such as --field "
                    + fields.names().get(0) + ", or write a .zarr.");
        PlateMasks.Plate plate = new PlateMasks.Plate(input, fields, output);
        return new Plan(
                plate.assignments(), List.of(plate), parent == null ? output : Place.of(parent), List.of(), List.of());
    }

    /** The fields that are read each for itself; null if there is one image, or one of them was chosen. */
    private static OmeFields fields(Place input, SampleReading reading) {
        if (!reading.part().field().isEmpty()) return null;
        try {
            OmeFields fields = input.fields();
            return fields != null && (fields.isPlate() || fields.names().size() > 1) ? fields : null;
        } catch (IOException e) {
            return null; // reported later, when it is read
        }
    }

    private static Plan toFolder(
            List<Place> inputs, Place folder, SampleReading reading, Output kind, List<String> unknown)
            throws IOException {
        if (folder.path() != null && Files.exists(folder.path()) && !Files.isDirectory(folder.path()))
            throw new IllegalArgumentException("OUTPUT is '" + folder
                    + "', a file, but must be a folder if there are several INPUTs or a folder.");
        List<Assignment> assignments = new ArrayList<>();
        List<PlateMasks.Plate> plates = new ArrayList<>();
        List<String> unnamed = new ArrayList<>(unknown);
        Map<String, Place> inputOf = new HashMap<>();
        List<String> leftOut = new ArrayList<>();
        for (Place input : files(inputs, folder.path(), leftOut)) {
            Place output;
            try {
                output = folder.inside(maskName(input, folder, reading, kind));
            } catch (InvalidPathException e) {
                unnamed.add(PathConverter.sentence(e.getInput()) + ".");
                continue;
            }
            Place other = inputOf.put(ON_MAC ? output.toString().toLowerCase(Locale.ROOT) : output.toString(), input);
            if (other != null)
                throw new IllegalArgumentException(
                        "'" + other + "' and '" + input + "' would both become '" + output + "'.");
            OmeFields fields = fields(input, reading);
            if (fields == null) {
                assignments.add(new Assignment(input, output));
                continue;
            }
            PlateMasks.Plate plate = new PlateMasks.Plate(input, fields, output);
            plates.add(plate);
            assignments.addAll(plate.assignments());
        }
        return new Plan(assignments, plates, folder, unnamed, leftOut);
    }

    private static List<Place> files(List<Place> inputs, Path output, List<String> leftOut) throws IOException {
        List<Place> files = new ArrayList<>();
        for (Place input : inputs) {
            if (!isFolder(input)) {
                files.add(input);
                continue;
            }
            if (output != null && Files.exists(output) && Files.isSameFile(input.path(), output))
                throw new IllegalArgumentException(
                        "OUTPUT is '" + output + "', but must be another folder than INPUT.");
            List<Path> inside = shown(input.path());
            List<Path> pictures = inside.stream().filter(Plan::isTaken).toList();
            if (pictures.isEmpty())
                throw new IllegalArgumentException("INPUT is '" + input + "', but there is no " + PictureFormat.NAMES
                        + " picture in that folder.");
            pictures.forEach(picture -> files.add(Place.of(picture)));
            List<Path> others =
                    inside.stream().filter(PictureFormat::isOtherPictureName).toList();
            if (!others.isEmpty()) leftOut.add(leftOut(others));
        }
        return files;
    }

    private static boolean isTaken(Path path) {
        return PictureFormat.isPictureName(path) && Files.isRegularFile(path)
                || OmeZarrFile.isName(path) && Files.isDirectory(path);
    }

    private static String leftOut(List<Path> pictures) {
        return "'" + pictures.get(0) + "'"
                + (pictures.size() == 1 ? " is" : " and others, " + pictures.size() + " in all, are")
                + " left out: of a folder, only " + PictureFormat.NAMES
                + " pictures with their usual endings are taken,"
                + " and OME-Zarr. A TIFF with another ending, such as .svs, is read if it is named by itself.";
    }

    /** What is in a folder, without hidden files, by name. */
    private static List<Path> shown(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(path -> !path.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        }
    }

    private static String maskName(Place input, Place folder, SampleReading reading, Output kind) {
        String name = input.name();
        if (input.isOmeZarr()) return name.replaceFirst("(?i)(\\.ome)?\\.zarr$", "") + ".ome.zarr";
        int dot = name.lastIndexOf('.');
        String plain = dot > 0 ? name.substring(0, dot) : name;
        return plain
                + (folder.path() == null ? ".ome.zarr" : MaskFormat.extension(slices(input.path(), reading), kind));
    }

    /** A file that cannot be read counts as one slice; it is reported later, when it is read. */
    private static int slices(Path input, SampleReading reading) {
        try {
            if (!PictureFormat.of(input).isTiff()) return 1;
            try (PictureFile file = PictureFiles.open(input, reading)) {
                return file.slices();
            }
        } catch (IOException e) {
            return 1;
        }
    }

    /**
     * Inputs and other files are never overwritten, even if a path to them is written in another way or is a link.
     */
    private void requireKept(List<Place> others) throws IOException {
        Map<Object, Path> kept = new HashMap<>();
        List<Place> read = Stream.of(
                        assignments.stream().map(Assignment::input),
                        plates.stream().map(PlateMasks.Plate::input),
                        others.stream())
                .flatMap(places -> places)
                .toList();
        for (Place place : read)
            if (place.path() != null && place.exists()) kept.put(identity(place.path()), place.path());
        for (Assignment assignment : assignments) {
            Path output = assignment.output().path();
            if (output == null) {
                requireApart(assignment.output(), read);
                continue;
            }
            Path lost = Files.exists(output) ? kept.get(identity(output)) : null;
            if (lost != null) throw lost(output, lost);
        }
        requireApart(kept.values());
        requireOutsideOfImages();
    }

    /** Checks that nothing is written into an image that is there, even if it is not read. */
    private void requireOutsideOfImages() {
        if (target() == null) return;
        for (Path folder = target().toAbsolutePath().normalize(); folder != null; folder = folder.getParent())
            if (OmeZarrFile.isOne(folder))
                throw new IllegalArgumentException(
                        "The masks would be written into '" + folder + "', an OME-Zarr image; choose another OUTPUT.");
    }

    private static void requireApart(Place output, List<Place> read) {
        String out = output + "/";
        for (Place input : read)
            if (out.startsWith(input + "/") || (input + "/").startsWith(out)) throw lost(output, input);
    }

    private static IllegalArgumentException lost(Object output, Object input) {
        return new IllegalArgumentException("'" + output + "' would overwrite '" + input + "'; choose another OUTPUT.");
    }

    /**
     * Checks that no folder with a file that is read would be replaced, and that nothing is written into an image that
     * is read.
     */
    private void requireApart(Collection<Path> inputs) throws IOException {
        Map<Path, Path> written = new HashMap<>();
        Map<Path, Path> folders = new HashMap<>();
        for (Assignment assignment : assignments) {
            Path output = assignment.output().path();
            if (output == null) continue;
            Path folder = output.toAbsolutePath().getParent();
            if (!folders.containsKey(folder))
                folders.put(folder, Files.exists(folder) ? folder.toRealPath() : folder.normalize());
            written.put(folders.get(folder).resolve(output.getFileName()), output);
        }
        Map<Path, Path> images = new HashMap<>();
        for (Path input : inputs) {
            Path read = input.toRealPath();
            if (OmeZarrFile.isOne(read)) images.put(read, input);
            Path output = above(read, written);
            if (output != null) throw lost(output, input);
        }
        for (Map.Entry<Path, Path> one : written.entrySet()) {
            Path image = above(one.getKey(), images);
            if (image != null) throw lost(one.getValue(), image);
        }
    }

    /** The value that the map has for a path, or for the nearest folder that contains it; null if there is none. */
    private static Path above(Path path, Map<Path, Path> known) {
        for (Path at = path; at != null; at = at.getParent()) if (known.containsKey(at)) return known.get(at);
        return null;
    }

    private static Object identity(Path file) throws IOException {
        Object key = Files.readAttributes(file, BasicFileAttributes.class).fileKey();
        return key == null ? file.toRealPath() : key;
    }
}
