package sc.fiji.imagetomask;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each package may use of this project, and which packages see which outside library. */
class PackageRulesTest {

    private static final String BASE = "sc.fiji.imagetomask";

    /** Package and what it may use. */
    private static final String TABLE = """
            value         | -
            natives       | -
            files         | -
            threads       | -
            memory        | -
            channel       | -
            tone          | value
            engine        | channel tone
            engine.jvm    | memory threads engine channel tone
            engine.proof  | engine channel tone
            engine.devices | files engine.proof engine
            engine.opencl | natives memory threads engine.devices engine.proof engine channel tone
            selftest      | engine.opencl engine.devices engine.proof engine.jvm threads engine (root)
            (root)        | threads engine channel tone value
            find          | threads (root) engine channel tone
            reading       | threads (root) engine channel
            options       | reading (root) engine channel tone value
            preset        | options files
            img           | reading (root) engine
            picturefile   | files memory reading (root) engine
            picturefile.bands | picturefile (root) engine
            picturefile.deflate | (root)
            picturefile.tiff.codec | zarr.codec
            picturefile.tiff | picturefile.tiff.codec picturefile.deflate picturefile.bands picturefile threads files reading (root) engine
            picturefile.raster | picturefile.tiff picturefile.deflate picturefile.bands picturefile memory threads files reading (root)
            zarr.store    | -
            zarr.store.s3 | zarr.store
            zarr.codec    | zarr.store memory natives
            zarr          | zarr.codec zarr.store memory threads
            ome           | zarr zarr.store memory picturefile.tiff picturefile img reading files threads (root) engine channel tone options
            sample        | ome zarr files
            cli.words     | zarr.store files
            cli           | cli.words find selftest engine.proof sample ome zarr zarr.store zarr.store.s3 picturefile.raster picturefile.tiff picturefile.deflate picturefile preset options reading files threads (root) engine channel tone value
            spark         | cli cli.words ome zarr zarr.store zarr.store.s3 picturefile reading files (root) engine tone options
            imagej        | find img picturefile.raster options reading (root) engine channel tone
            ui            | options (root) channel tone
            ui.preview    | ui imagej options reading (root) engine channel tone
            ui.pick       | imagej options reading (root) engine.jvm engine channel tone
            ij1           | ui.pick find threads picturefile picturefile.raster selftest engine.proof ui ui.preview imagej preset options reading files (root) engine channel tone value
            ij1.open      | ij1 imagej options ome zarr zarr.store zarr.store.s3 picturefile files
            command       | imagej img preset options reading (root) engine channel tone
            clij          | engine.opencl imagej options reading (root) engine tone value
            """;

    private static final JavaClasses CLASSES =
            new ClassFileImporter(List.of(new ImportOption.DoNotIncludeTests())).importPackages(BASE);

    @ParameterizedTest(name = "{0} may use {1}")
    @CsvSource(delimiter = '|', textBlock = TABLE)
    void usesOnly(String name, String others) {
        List<String> allowed = packages(name + " " + others);
        DescribedPredicate<JavaClass> forbidden = DescribedPredicate.describe(
                "are other parts of this project",
                used -> used.getPackageName().startsWith(BASE) && !allowed.contains(used.getPackageName()));
        noClasses()
                .that()
                .resideInAPackage(allowed.get(0))
                .should()
                .dependOnClassesThat(forbidden)
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @ParameterizedTest(name = "{0} is seen by {1} only")
    @CsvSource({
        "ij, imagej ui ui.pick ui.preview ij1 ij1.open command clij",
        "org.jocl, engine.opencl clij",
        "net.haesleinhuepf, clij",
        "org.apache.spark, spark",
        "software.amazon.awssdk, zarr.store.s3",
        "com.github.luben, zarr.codec",
        "com.scalableminds, zarr.codec",
        "com.fasterxml, zarr.store zarr.codec zarr ome"
    })
    void isSeenOnlyBy(String library, String names) {
        noClasses()
                .that()
                .resideOutsideOfPackages(packages(names).toArray(String[]::new))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library + "..")
                .check(CLASSES);
    }

    /** All else takes a store and keys, so that images need not be folders. */
    @ParameterizedTest
    @CsvSource({
        // the short forms for images in folders
        "Path, ZarrArray OmeZarrImage OmeZarrOutput OmeZarrFile OmeZarrMasks",
        // which folders are images
        "(?!Path$).*, OmeZarrFile"
    })
    void pathsAreSeenInZarrOnlyBy(String type, String names) {
        List<String> known = List.of(names.split(" "));
        DescribedPredicate<JavaClass> others = DescribedPredicate.describe(
                "are not among " + known,
                user -> List.of(BASE + ".zarr", BASE + ".ome").contains(user.getPackageName())
                        && !known.contains(user.getSimpleName()));
        noClasses()
                .that(others)
                .should()
                .dependOnClassesThat()
                .haveNameMatching("java\\.nio\\.file\\." + type)
                .check(CLASSES);
    }

    /** Not even by what they use: they work where ImageJ is not. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "cli",
                "spark",
                "ome",
                "picturefile",
                "picturefile.bands",
                "picturefile.raster",
                "picturefile.tiff",
                "img",
                "sample"
            })
    void doesNotReachImageJ(String name) {
        noClasses()
                .that()
                .resideInAPackage(BASE + "." + name)
                .should()
                .transitivelyDependOnClassesThat()
                .resideInAPackage("ij..")
                .check(CLASSES);
    }

    /** A package of more has more than one charter. */
    @Test
    void noPackageHasOver30Classes() {
        Map<String, Long> counts = CLASSES.stream()
                .filter(JavaClass::isTopLevelClass)
                .filter(type -> !type.getSimpleName().equals("package-info"))
                .collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.counting()));
        assertThat(counts)
                .allSatisfy((name, count) -> assertThat(count).as(name).isLessThanOrEqualTo(30));
    }

    @Test
    void everyPackageIsInTheTable() {
        List<String> known = TABLE.lines()
                .flatMap(row -> packages(row.split(" ")[0]).stream())
                .toList();
        noClasses()
                .should()
                .resideOutsideOfPackages(known.toArray(String[]::new))
                .check(CLASSES);
    }

    @Test
    void everyPackageSaysItsCharter() {
        Path sources = Path.of("src", "main", "java");
        assertThat(CLASSES.stream().map(JavaClass::getPackageName).distinct())
                .allSatisfy(name -> assertThat(
                                sources.resolve(name.replace('.', '/')).resolve("package-info.java"))
                        .exists());
    }

    @Test
    void packagesFormNoCycle() {
        slices().matching(BASE + ".(**)").should().beFreeOfCycles().check(CLASSES);
    }

    private static List<String> packages(String names) {
        return Arrays.stream(names.split(" "))
                .map(name -> name.equals("(root)") ? BASE : BASE + "." + name)
                .toList();
    }
}
