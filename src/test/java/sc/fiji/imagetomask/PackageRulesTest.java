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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each package may use of this project, and which packages see which outside library. */
class PackageRulesTest {

    private static final String BASE = "sc.fiji.imagetomask";

    /** Package and what it may use. */
    private static final String TABLE = """
            natives       | -
            files         | -
            threads       | -
            channel       | -
            tone          | -
            engine        | channel tone
            engine.jvm    | threads engine channel tone
            engine.devices | -
            engine.opencl | natives threads engine.devices engine channel tone
            (root)        | engine channel tone
            image         | (root) engine channel tone threads
            ui            | image (root) engine channel tone
            command       | image (root) engine channel tone
            ij1           | files ui image (root) engine channel tone
            cli           | files ome zarr image (root) engine channel tone
            clij          | engine.opencl image (root) engine channel tone
            zarr          | natives threads
            ome           | threads zarr image (root) engine channel tone
            spark         | cli files ome zarr image (root) engine channel tone
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
        "ij, image ui ij1 command clij",
        "org.jocl, engine.opencl clij",
        "net.haesleinhuepf, clij",
        "org.apache.spark, spark",
        "com.github.luben, zarr",
        "com.scalableminds, zarr",
        "com.fasterxml, zarr"
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
