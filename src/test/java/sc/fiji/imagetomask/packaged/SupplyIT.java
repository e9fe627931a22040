package sc.fiji.imagetomask.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The table of what the jars contain is true, and the standalone jar has the notices of all of it. */
class SupplyIT {

    private static final Pattern ROW =
            Pattern.compile("^\\| `([^`]+:[^`]+)` \\| (\\S+) \\| (\\S+) \\|", Pattern.MULTILINE);
    private static final Pattern NOTICE =
            Pattern.compile("^(\\S+:\\S+), (\\S+)\\R    (?:Copyright)", Pattern.MULTILINE);
    private static final String OURS = "sc.fiji.imagetomask:Image_To_Mask";

    private final Map<String, String> versions = new TreeMap<>();
    private final Map<String, String> licences = new TreeMap<>();

    SupplyIT() throws IOException {
        Matcher row = ROW.matcher(Files.readString(Path.of("docs", "architecture.md")));
        while (row.find()) {
            versions.put(row.group(1), row.group(2));
            licences.put(row.group(1), row.group(3));
        }
    }

    @Test
    void theTableNamesAllThatTheBuildPutsOnTheClassPath() throws IOException {
        try (JarFile jar = new JarFile(StandaloneJar.path().toFile())) {
            String classPath = jar.getManifest().getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
            assertThat(versions.entrySet().stream()
                            .map(entry -> entry.getKey().split(":")[1] + "-" + entry.getValue() + ".jar"))
                    .containsExactlyInAnyOrder(classPath.split(" "));
        }
    }

    @Test
    void theTableHasTheVersionsInTheStandaloneJar() throws IOException {
        Map<String, String> inside = new TreeMap<>();
        try (JarFile jar = new JarFile(StandaloneJar.path().toFile())) {
            for (JarEntry entry : jar.stream().toList())
                if (entry.getName().matches("META-INF/maven/.*/pom\\.properties"))
                    try (InputStream in = jar.getInputStream(entry)) {
                        Properties of = new Properties();
                        of.load(in);
                        inside.put(
                                of.getProperty("groupId") + ":" + of.getProperty("artifactId"),
                                of.getProperty("version"));
                    }
        }
        assertThat(inside.remove(OURS)).isNotNull();
        assertThat(inside).hasSizeGreaterThan(10);
        assertThat(versions).containsAllEntriesOf(inside);
    }

    @Test
    void everyLicenceAndNoticeIsInTheStandaloneJar() throws IOException {
        try (JarFile jar = new JarFile(StandaloneJar.path().toFile())) {
            String notices = text(jar, "META-INF/THIRD-PARTY.txt");
            Map<String, String> noticed = new TreeMap<>();
            Matcher notice = NOTICE.matcher(notices);
            while (notice.find()) noticed.put(notice.group(1), notice.group(2));
            assertThat(noticed).isEqualTo(licences);
            for (String licence : licences.values()) assertThat(notices).contains("\n" + licence + "\n\n");
            assertThat(text(jar, "META-INF/LICENSE")).contains("Apache License").contains("Version 2.0, January 2004");
            assertThat(text(jar, "META-INF/NOTICE")).contains("Jackson JSON processor");
            assertThat(text(jar, "META-INF/FastDoubleParser-LICENSE")).contains("MIT License");
            assertThat(text(jar, "LICENSE")).isEqualTo(Files.readString(Path.of("LICENSE")));
        }
    }

    private static String text(JarFile jar, String entry) throws IOException {
        try (InputStream in = jar.getInputStream(jar.getEntry(entry))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
