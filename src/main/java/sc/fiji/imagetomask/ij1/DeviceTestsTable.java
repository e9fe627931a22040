package sc.fiji.imagetomask.ij1;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.swing.table.AbstractTableModel;
import sc.fiji.imagetomask.engine.proof.PartResult;
import sc.fiji.imagetomask.engine.proof.Verdict;
import sc.fiji.imagetomask.selftest.DeviceReport;

/** The results of the test of devices: for each device a row of facts, and a row for each part. */
final class DeviceTestsTable extends AbstractTableModel {

    private static final long serialVersionUID = 1;

    private static final String[] COLUMNS = {"Device", "Part", "Result", "Seen", "Time"};

    private final transient List<String[]> rows = new ArrayList<>();

    void clear() {
        rows.clear();
        fireTableDataChanged();
    }

    void add(DeviceReport report) {
        String facts = report.facts().entrySet().stream()
                .map(fact -> fact.getKey() + ": " + fact.getValue())
                .collect(Collectors.joining("; "));
        if (report.isAbsent()) rows.add(row(report.device(), "", "", report.trouble(), ""));
        else rows.add(row(report.device(), "", report.verdict().label(), facts, time(report.seconds())));
        for (PartResult part : report.results())
            rows.add(row("", part.part(), part.verdict().label(), part.text(), time(part.millis() / 1e3)));
        if (report.trouble() != null && !report.isAbsent())
            rows.add(row("", "", Verdict.FAILED.label(), report.trouble(), ""));
        fireTableDataChanged();
    }

    private static String[] row(String... cells) {
        return cells;
    }

    private static String time(double seconds) {
        return seconds == 0 ? "" : String.format(Locale.ROOT, "%.1f s", seconds);
    }

    @Override
    public int getRowCount() {
        return rows.size();
    }

    @Override
    public int getColumnCount() {
        return COLUMNS.length;
    }

    @Override
    public String getColumnName(int column) {
        return COLUMNS[column];
    }

    @Override
    public Object getValueAt(int row, int column) {
        return rows.get(row)[column];
    }
}
