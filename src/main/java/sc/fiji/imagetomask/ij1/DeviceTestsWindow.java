package sc.fiji.imagetomask.ij1;

import ij.Prefs;
import ij.gui.GUI;
import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.EventQueue;
import java.awt.FlowLayout;
import java.awt.Rectangle;
import java.awt.Toolkit;
import java.awt.datatransfer.StringSelection;
import java.awt.event.KeyEvent;
import java.awt.event.MouseEvent;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.util.List;
import java.util.concurrent.CancellationException;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JFrame;
import javax.swing.JPanel;
import javax.swing.JProgressBar;
import javax.swing.JScrollPane;
import javax.swing.JTable;
import javax.swing.KeyStroke;
import sc.fiji.imagetomask.engine.proof.Depth;
import sc.fiji.imagetomask.options.CommandNames;
import sc.fiji.imagetomask.selftest.DeviceReport;
import sc.fiji.imagetomask.selftest.ReportText;
import sc.fiji.imagetomask.selftest.SelfTest;
import sc.fiji.imagetomask.selftest.TestWatch;
import sc.fiji.imagetomask.ui.FirstPlace;

/** The window of the test of devices: a table that fills, progress, and a button that copies the report. */
final class DeviceTestsWindow extends JFrame {

    private static final long serialVersionUID = 1;

    private static final int[] WIDTHS = {190, 210, 100, 380, 60};
    private static final int ROWS = 24;

    private final DeviceTestsTable rows = new DeviceTestsTable();
    private final JTable table = new ToldTable(rows);
    private final JProgressBar bar = new JProgressBar(0, 1000);
    private final JButton copy = FormDialog.button("Copy", this::copy);
    private final JButton again = FormDialog.button("Full Test", () -> start(Depth.FULL));
    private final JButton end = FormDialog.button("Stop", this::end);
    private transient Run run;

    /** Shows the whole text of a cell while the mouse is over it. */
    private static final class ToldTable extends JTable {

        private static final long serialVersionUID = 1;

        ToldTable(DeviceTestsTable rows) {
            super(rows);
        }

        @Override
        public String getToolTipText(MouseEvent event) {
            int row = rowAtPoint(event.getPoint());
            int column = columnAtPoint(event.getPoint());
            if (row < 0 || column < 0) return null;
            String text = getValueAt(row, column).toString();
            return text.isEmpty() ? null : text;
        }
    }

    /** Opens it, and starts a test. */
    static void open() {
        EventQueue.invokeLater(() -> {
            DeviceTestsWindow window = new DeviceTestsWindow();
            window.setVisible(true);
            window.start(Depth.STANDARD);
        });
    }

    private DeviceTestsWindow() {
        super(CommandNames.TEST);
        setName("test devices");
        copy.setToolTipText("Copies the whole report as text, to be pasted into a mail or an issue");
        again.setToolTipText("Tests more; takes up to a minute more per device");
        bar.setStringPainted(true);
        table.setName("results");
        table.setFillsViewportHeight(true);
        JPanel buttons = new JPanel(new FlowLayout(FlowLayout.RIGHT, 4, 0));
        for (JButton button : List.of(again, copy, end)) buttons.add(button);
        JPanel content = new JPanel(new BorderLayout(8, 8));
        content.setBorder(BorderFactory.createEmptyBorder(8, 8, 8, 8));
        content.add(bar, BorderLayout.NORTH);
        content.add(new JScrollPane(table), BorderLayout.CENTER);
        content.add(buttons, BorderLayout.SOUTH);
        setContentPane(content);
        setDefaultCloseOperation(DISPOSE_ON_CLOSE);
        addWindowListener(new WindowAdapter() {
            @Override
            public void windowClosed(WindowEvent event) {
                stop();
            }
        });
        getRootPane()
                .registerKeyboardAction(
                        event -> end(),
                        KeyStroke.getKeyStroke(KeyEvent.VK_ESCAPE, 0),
                        JComponent.WHEN_ANCESTOR_OF_FOCUSED_COMPONENT);
        fit();
    }

    private void fit() {
        Appearance.dress(getContentPane());
        table.getTableHeader().setFont(table.getFont());
        double scale = Prefs.getGuiScale();
        table.setRowHeight(table.getFontMetrics(table.getFont()).getHeight() + 4);
        int width = 0;
        for (int c = 0; c < WIDTHS.length; c++) {
            int columnWidth = (int) (WIDTHS[c] * scale);
            table.getColumnModel().getColumn(c).setPreferredWidth(columnWidth);
            width += columnWidth;
        }
        table.setPreferredScrollableViewportSize(new Dimension(width, ROWS * table.getRowHeight()));
        pack();
        Rectangle screen = GUI.getMaxWindowBounds(this);
        setSize(Math.min(getWidth(), screen.width), Math.min(getHeight(), screen.height));
        FirstPlace.prepare(this);
        GUI.centerOnImageJScreen(this);
    }

    private void start(Depth depth) {
        stop();
        rows.clear();
        bar.setValue(0);
        bar.setString("Searching for devices");
        end.setText("Stop");
        for (JButton button : List.of(copy, again)) button.setEnabled(false);
        run = new Run();
        Run mine = run;
        Thread thread = new Thread(() -> mine.test(depth), "test of devices");
        thread.setDaemon(true);
        thread.start();
    }

    private void stop() {
        if (run != null) run.stopped = true;
    }

    /** Stops the test, or closes the window if it has ended. */
    private void end() {
        if (run != null && !run.ended) stop();
        else dispose();
    }

    private void copy() {
        StringSelection text = new StringSelection(run.report);
        Toolkit.getDefaultToolkit().getSystemClipboard().setContents(text, null);
        bar.setString("The report was copied.");
    }

    /** One test, in its own thread; what it tells is shown in the thread of the windows. */
    private final class Run implements TestWatch {

        private volatile boolean stopped;
        private volatile boolean ended;
        private String report = "";

        void test(Depth depth) {
            try {
                List<DeviceReport> reports = SelfTest.of(null).run(depth, this);
                String text = ReportText.of(reports);
                show(() -> finish(text, text.substring(text.lastIndexOf('\n') + 1)));
            } catch (CancellationException e) {
                show(() -> finish("", "Stopped"));
            } catch (RuntimeException | Error e) {
                show(() -> finish("", e.toString()));
                throw e;
            }
        }

        private void show(Runnable change) {
            EventQueue.invokeLater(() -> {
                if (run == this) change.run();
            });
        }

        private void finish(String text, String outcome) {
            ended = true;
            report = text;
            bar.setValue(text.isEmpty() ? bar.getValue() : bar.getMaximum());
            bar.setString(outcome);
            end.setText("Close");
            again.setEnabled(true);
            copy.setEnabled(!text.isEmpty());
        }

        @Override
        public void progress(String device, String part, double done) {
            show(() -> {
                bar.setValue((int) (bar.getMaximum() * done));
                bar.setString(part.isEmpty() ? device : device + ": " + part);
            });
        }

        @Override
        public void report(DeviceReport one) {
            show(() -> rows.add(one));
        }

        @Override
        public boolean isStopped() {
            return stopped;
        }
    }
}
