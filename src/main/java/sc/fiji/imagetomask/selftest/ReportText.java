package sc.fiji.imagetomask.selftest;

import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import sc.fiji.imagetomask.Version;
import sc.fiji.imagetomask.engine.proof.PartResult;
import sc.fiji.imagetomask.engine.proof.Verdict;

/** The report as text, for a terminal and for issues. */
public final class ReportText {

    private static final int COLUMNS = 100;
    private static final String INDENT = "  ";

    private ReportText() {}

    /** First this plugin and the system, then each device, and at last whether all is well. */
    public static String of(List<DeviceReport> reports) {
        List<String> lines = new ArrayList<>();
        lines.add(head());
        for (DeviceReport report : reports) {
            lines.add("");
            lines.addAll(lines(report));
        }
        lines.add("");
        lines.add(verdict(reports));
        return String.join("\n", lines);
    }

    private static String head() {
        String time =
                ZonedDateTime.now(ZoneOffset.UTC).format(DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT));
        return "Image To Mask " + Version.text() + ", test of devices, " + System.getProperty("os.name") + " "
                + System.getProperty("os.version") + " " + System.getProperty("os.arch") + ", Java "
                + System.getProperty("java.version") + ", " + time + " UTC";
    }

    private static List<String> lines(DeviceReport report) {
        List<String> lines = new ArrayList<>();
        if (report.isAbsent()) return wrapped(report.device() + ". " + report.trouble(), "");
        lines.add(report.device()
                + (report.seconds() > 0 ? String.format(Locale.ROOT, " (%.1f s)", report.seconds()) : ""));
        lines.addAll(facts(report.facts()));
        for (PartResult result : report.results()) {
            String line =
                    String.format(Locale.ROOT, "%-13s %s", result.verdict().label(), result.part())
                            + (result.text().isEmpty() ? "" : ": " + result.text())
                            + String.format(Locale.ROOT, " (%.1f s)", result.millis() / 1e3);
            lines.addAll(wrapped(line, " ".repeat(14)));
        }
        if (report.trouble() != null)
            lines.addAll(wrapped(String.format(Locale.ROOT, "%-13s ", "FAILED") + report.trouble(), " ".repeat(14)));
        return lines;
    }

    private static List<String> facts(Map<String, String> facts) {
        String text = facts.entrySet().stream()
                .map(fact -> fact.getKey() + ": " + fact.getValue().strip())
                .collect(Collectors.joining("; "));
        return text.isEmpty() ? List.of() : wrapped(text, "");
    }

    private static String verdict(List<DeviceReport> reports) {
        String bad = Stream.of(Verdict.FAILED, Verdict.UNFINISHED)
                .map(verdict -> on(verdict, reports))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("; "));
        return "Result: " + (bad.isEmpty() ? "all parts passed" : bad) + ".";
    }

    private static String on(Verdict verdict, List<DeviceReport> reports) {
        String devices = reports.stream()
                .filter(report -> report.verdict() == verdict)
                .map(DeviceReport::device)
                .collect(Collectors.joining(", "));
        return devices.isEmpty() ? "" : verdict.label() + " on " + devices;
    }

    /** Words in lines of a width, all indented, and all but the first one by more. */
    private static List<String> wrapped(String text, String more) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder(INDENT);
        int start = line.length();
        for (String word : text.split(" ")) {
            if (line.length() > start && line.length() + word.length() > COLUMNS) {
                lines.add(line.toString().stripTrailing());
                line = new StringBuilder(INDENT + more);
                start = line.length();
            }
            line.append(word).append(' ');
        }
        lines.add(line.toString().stripTrailing());
        return lines;
    }
}
