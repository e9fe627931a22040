package sc.fiji.imagetomask.engine.devices;

import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * The output of the program that searches for devices: one line for each step, so that after a crash the last step is
 * known. Drivers may print between these lines.
 */
public final class SearchReport {

    private static final String MARK = "image-to-mask-search:";
    private static final String START = "start";
    private static final String PLATFORMS_HARMLESS = "platforms.harmless";
    private static final String PLATFORM = "platform";
    private static final String PLATFORM_NAME = "platform.name";
    private static final String END = "end";

    private final PrintStream out;

    public SearchReport(PrintStream out) {
        this.out = out;
    }

    /** The program runs; no driver was loaded yet. */
    public void start() {
        line(START, "true");
    }

    /** All platforms are listed; the value says whether Java was not changed by it. */
    public void platformsListed(boolean harmless) {
        line(PLATFORMS_HARMLESS, Boolean.toString(harmless));
    }

    /** The devices of that platform are requested next. */
    public void platform(int index, String name) {
        line(PLATFORM, Integer.toString(index));
        line(PLATFORM_NAME, name);
    }

    /** All is found. */
    public void end(Findings findings) {
        Properties text = FindingsText.properties(findings);
        text.stringPropertyNames().forEach(key -> line(key, text.getProperty(key)));
        line(END, "true");
    }

    private void line(String key, String value) {
        out.println(
                MARK + key + "=" + value.replaceAll("\\p{Cntrl}", " ").strip().replace("\\", "\\\\"));
        out.flush();
    }

    /**
     * A report that was read.
     *
     * @param started whether the program ran at all
     * @param platform the last one that was looked at, or -1
     * @param platformName its name
     * @param platformsHarmless false if listing the platforms did harm
     * @param findings null if the program did not come to its end
     */
    record Read(boolean started, int platform, String platformName, boolean platformsHarmless, Findings findings) {}

    static Read read(String output) {
        Properties text = new Properties();
        String lines = output.lines()
                .filter(line -> line.contains(MARK))
                .map(line -> line.substring(line.lastIndexOf(MARK) + MARK.length()))
                .collect(Collectors.joining("\n"));
        try {
            text.load(new StringReader(lines));
            return new Read(
                    text.containsKey(START),
                    Integer.parseInt(text.getProperty(PLATFORM, "-1")),
                    text.getProperty(PLATFORM_NAME, ""),
                    Boolean.parseBoolean(text.getProperty(PLATFORMS_HARMLESS, "true")),
                    text.containsKey(END) ? FindingsText.findings(text) : null);
        } catch (IOException | IllegalArgumentException e) {
            return new Read(true, -1, "", true, null);
        }
    }
}
