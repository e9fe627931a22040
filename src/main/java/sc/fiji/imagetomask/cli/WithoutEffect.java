package sc.fiji.imagetomask.cli;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import sc.fiji.imagetomask.picturefile.PictureFormat;
import sc.fiji.imagetomask.zarr.store.s3.S3Address;

/**
 * Finds options that have no effect on the given files. An option without effect on any file is an error; for an option
 * with effect on some files only there is a notice.
 */
final class WithoutEffect {

    /**
     * What an option is for.
     *
     * @param names of the options, with a value where only that one is meant
     * @param kind of files, in words
     * @param isOne whether a file is of that kind
     */
    private record Scope(List<String> names, String kind, Predicate<Place> isOne) {}

    /** Only for pictures: the option does not apply to mask image files. */
    private static final Scope PAGES = new Scope(List.of("--page"), "TIFF files", WithoutEffect::isTiff);

    private static final List<Scope> OF_INPUTS = List.of(
            new Scope(List.of("--field", "--t", "--z"), "OME-Zarr images", Place::isOmeZarr),
            new Scope(
                    List.of("--level"), "OME-Zarr images and TIFF files", place -> place.isOmeZarr() || isTiff(place)),
            new Scope(
                    List.of("--orientation", "--icc"),
                    "TIFF, JPEG and PNG files",
                    place -> isTiff(place) || is(place, PictureFormat.JPEG, PictureFormat.PNG)));

    private static final List<Scope> OF_OUTPUTS = List.of(
            new Scope(List.of("--bigtiff"), "TIFF files", place -> MaskFormat.of(place) == MaskFormat.TIFF),
            new Scope(
                    List.of("--compression fast", "--compression default", "--compression small"),
                    "PNG and TIFF files",
                    place -> MaskFormat.of(place) != MaskFormat.OME_ZARR),
            new Scope(
                    List.of("--compression none"),
                    "TIFF files and OME-Zarr images",
                    place -> MaskFormat.of(place) != MaskFormat.PNG),
            new Scope(
                    List.of(
                            "--zarr-version",
                            "--compression gzip",
                            "--compression zstd",
                            "--compression blosc",
                            "--chunk"),
                    "OME-Zarr images",
                    place -> MaskFormat.of(place) == MaskFormat.OME_ZARR));

    private WithoutEffect() {}

    private static boolean isInS3(Place place) {
        return S3Address.isOne(place.toString());
    }

    private static boolean isTiff(Place place) {
        return is(place, PictureFormat.TIFF, PictureFormat.BIG_TIFF);
    }

    /** A file that cannot be read may be of any kind; it is reported later, when it is read. */
    private static boolean is(Place place, PictureFormat... formats) {
        try {
            return !place.isOmeZarr() && List.of(formats).contains(PictureFormat.of(place.path()));
        } catch (IOException e) {
            return true;
        }
    }

    /**
     * Looks at all options that were given.
     *
     * @param isGiven whether an option was
     * @param others mask files; most options for pictures are for them, too
     * @param notices takes a sentence for an option that applies to some files only
     * @throws IllegalArgumentException with one sentence, if an option applies to none
     */
    static void check(Predicate<String> isGiven, Plan plan, List<Place> others, Consumer<String> notices) {
        List<Place> pictures =
                plan.assignments().stream().map(Assignment::input).toList();
        List<Place> inputs = Stream.concat(pictures.stream(), others.stream()).toList();
        List<Place> outputs = plan.masks();
        for (String option : List.of("--s3-endpoint", "--s3-anonymous"))
            if (isGiven.test(option)
                    && Stream.concat(inputs.stream(), outputs.stream()).noneMatch(WithoutEffect::isInS3))
                throw new IllegalArgumentException(
                        option + " has no effect: it is for addresses that start with s3://, and none is given.");
        if (others.isEmpty() && isGiven.test("--maskvalues"))
            throw new IllegalArgumentException("--maskvalues is for a mask file, but there is no --mask.");
        check(isGiven, PAGES, "read", pictures, notices);
        for (Scope scope : OF_INPUTS) check(isGiven, scope, "read", inputs, notices);
        for (Scope scope : OF_OUTPUTS) check(isGiven, scope, "written", outputs, notices);
    }

    private static void check(
            Predicate<String> isGiven, Scope scope, String what, List<Place> files, Consumer<String> notices) {
        List<String> given = scope.names.stream().filter(isGiven).toList();
        if (given.isEmpty()) return;
        List<Place> others = files.stream().filter(scope.isOne.negate()).toList();
        if (others.isEmpty()) return;
        boolean isOne = given.size() == 1;
        String start = String.join(" and ", given) + (isOne ? " has" : " have") + " no effect on ";
        String reason = (isOne ? ": it is" : ": they are") + " for " + scope.kind + " that are " + what + ".";
        String first = "'" + others.get(0) + "'";
        if (files.size() == 1) throw new IllegalArgumentException(start + first + reason);
        String number = others.size() == files.size() ? "all " : others.size() + " of ";
        String sentence = start + number + files.size() + " files, such as " + first + reason;
        if (others.size() == files.size()) throw new IllegalArgumentException(sentence);
        notices.accept(sentence);
    }
}
