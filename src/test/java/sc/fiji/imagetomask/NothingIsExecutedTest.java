package sc.fiji.imagetomask;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What this project's own classes never do, whatever data tells them. */
class NothingIsExecutedTest {

    private static final JavaClasses CLASSES =
            new ClassFileImporter(List.of(new ImportOption.DoNotIncludeTests())).importPackages("sc.fiji.imagetomask");

    /** The search for devices starts this Java once more, with a program of this project. */
    private static final String SEARCH = "sc.fiji.imagetomask.engine.devices.ChildJava";

    /** XML of OME, without document types, entities or anything that lies elsewhere. */
    private static final String OME_XML = "sc.fiji.imagetomask.picturefile.tiff.OmeXml";

    @Test
    void noProcessIsStartedAndNoLibraryLoadedByName() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(SEARCH)
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(ProcessBuilder.class)
                .orShould()
                .callMethod(System.class, "load", String.class)
                .orShould()
                .callMethod(System.class, "loadLibrary", String.class)
                .orShould()
                .callMethod(Runtime.class, "exec", String.class)
                .orShould()
                .callMethod(Runtime.class, "exec", String[].class)
                .check(CLASSES);
    }

    @Test
    void noClassIsFoundByNameAndNoObjectRead() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(java.io.ObjectInputStream.class, java.net.URLClassLoader.class)
                .orShould()
                .callMethod(Class.class, "forName", String.class)
                .check(CLASSES);
    }

    @Test
    void noXmlIsParsedAndNoScriptRun() {
        noClasses()
                .that()
                .haveNameNotMatching(Pattern.quote(OME_XML) + "(\\$.*)?")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javax.xml..", "org.xml..", "javax.script..", "java.rmi..")
                .check(CLASSES);
    }

    /** Only for an address that the user gave as where the picture is. */
    @Test
    void theWebIsAskedOnlyByTheStoreOfAddresses() {
        noClasses()
                .that()
                .resideOutsideOfPackage("sc.fiji.imagetomask.zarr.store")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.net.http..")
                .check(CLASSES);
    }

    @Test
    void noConnectionIsOpened() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(
                        java.net.URLConnection.class, java.net.Socket.class, java.nio.channels.SocketChannel.class)
                .orShould()
                .callMethod(java.net.URL.class, "openStream")
                .check(CLASSES);
    }
}
