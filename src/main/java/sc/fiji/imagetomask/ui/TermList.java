package sc.fiji.imagetomask.ui;

import java.awt.Component;
import java.awt.Dimension;
import java.awt.FlowLayout;
import java.awt.Font;
import java.util.List;
import javax.swing.DefaultCellEditor;
import javax.swing.JButton;
import javax.swing.JCheckBox;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTable;
import javax.swing.ListSelectionModel;
import sc.fiji.imagetomask.Join;
import sc.fiji.imagetomask.Labelled;
import sc.fiji.imagetomask.MaskSettings;
import sc.fiji.imagetomask.Term;
import sc.fiji.imagetomask.channel.Channel;

/**
 * The list of the terms of a mask; one of them is edited in the fields of a form. The user adds and removes terms, moves
 * them, turns them on and off, and sees all of them or only the edited one in the preview. With one term only a line is
 * seen. Used on the event thread only.
 */
public final class TermList extends JPanel {

    private static final long serialVersionUID = 1;
    private static final int SEEN = 3;

    private final transient Runnable chosen;
    private final transient Runnable changed;
    private final TermRows rows = new TermRows();
    private final JTable table = new Table(rows);
    private final JScrollPane scroll = new JScrollPane(table);
    private final JLabel label = new JLabel("One channel");
    private final JButton remove = button("-", "Removes the term that is selected", this::remove);
    private final JButton up = button("\u25b2", "Moves the term that is selected up", () -> move(-1));
    private final JButton down = button("\u25bc", "Moves the term that is selected down", () -> move(1));
    private final JCheckBox alone = new JCheckBox("Only this in the preview");
    private int edited;
    private boolean starting;
    private boolean isPreviewed = true;

    /**
     * @param chosen hears that another term is edited
     * @param changed hears that the mask or what is seen of it changed
     */
    public TermList(Runnable chosen, Runnable changed) {
        super(new FlowLayout(FlowLayout.LEADING, 4, 0));
        this.chosen = chosen;
        this.changed = changed;
        setName("terms");
        table.setName("term table");
        table.setTableHeader(null);
        table.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
        table.setToolTipText(
                "The terms of the mask, joined from the first to the last; the fields below are those of the"
                        + " selected one");
        table.getColumnModel()
                .getColumn(TermRows.JOIN)
                .setCellEditor(new DefaultCellEditor(new JComboBox<>(Labelled.labels(Join.values()))));
        table.putClientProperty("terminateEditOnFocusLost", true);
        table.getSelectionModel().addListSelectionListener(event -> choose());
        rows.addTableModelListener(event -> {
            if (!starting) changed.run();
        });
        alone.setName("only this term");
        alone.setToolTipText("The preview shows the mask of the selected term without the others");
        alone.addActionListener(event -> changed.run());
        add(label);
        add(button("+", "Adds a channel that is joined with the mask", this::add));
        for (JButton button : List.of(remove, up, down)) add(button);
        add(alone);
        start(MaskSettings.DEFAULT.terms());
    }

    private static JButton button(String text, String tip, Runnable action) {
        JButton button = new JButton(text);
        button.setName(tip);
        button.setToolTipText(tip);
        button.getAccessibleContext().setAccessibleName(tip);
        button.addActionListener(event -> action.run());
        return button;
    }

    /** The table of the terms, which is seen if there are several. */
    public JComponent table() {
        return scroll;
    }

    /** Leaves out what is about a preview. */
    public void leaveOutPreview() {
        isPreviewed = false;
        settle();
    }

    /** Shows these terms, and edits the first. */
    public void start(List<Term> terms) {
        starting = true;
        rows.start(terms);
        alone.setSelected(false);
        select(0);
        starting = false;
    }

    /** The term that is edited. */
    public Term edited() {
        return rows.term(edited);
    }

    /** The fields of the edited term have other values; its join is that of its row. */
    public void setEdited(Term term) {
        starting = true;
        rows.set(edited, term);
        starting = false;
    }

    /** The terms that are on. */
    public List<Term> terms() {
        return rows.on();
    }

    /** What the preview shows: the terms that are on, or only the edited one. */
    public List<Term> previewed() {
        return alone.isSelected() ? List.of(TermRows.first(edited())) : terms();
    }

    private void add() {
        if (rows.getRowCount() == MaskSettings.MOST_TERMS) return;
        change(edited + 1, () -> rows.add(edited + 1, Term.of(Join.OR, Channel.LAB_L)));
    }

    private void remove() {
        change(Math.max(0, edited - 1), () -> rows.remove(edited));
    }

    private void move(int by) {
        change(edited + by, () -> rows.swap(edited, edited + by));
    }

    private void change(int next, Runnable change) {
        if (table.isEditing()) table.getCellEditor().cancelCellEditing();
        starting = true;
        change.run();
        select(next);
        starting = false;
        chosen.run();
        changed.run();
    }

    private void choose() {
        int row = table.getSelectedRow();
        if (starting || row < 0 || row == edited) return;
        edited = row;
        settle();
        chosen.run();
        changed.run();
    }

    private void select(int row) {
        edited = row;
        table.setRowSelectionInterval(row, row);
        settle();
    }

    private void settle() {
        int count = rows.getRowCount();
        List<Component> ofSeveral = List.of(scroll, remove, up, down);
        ofSeveral.forEach(part -> part.setVisible(count > 1));
        alone.setVisible(count > 1 && isPreviewed);
        label.setText(count == 1 ? "One channel" : "Term " + (edited + 1) + " of " + count);
        up.setEnabled(edited > 0);
        down.setEnabled(edited < count - 1);
        if (count == 1) alone.setSelected(false);
        table.getColumnModel().getColumn(TermRows.ON).setMaxWidth(Scaled.px(40));
        table.getColumnModel().getColumn(TermRows.JOIN).setMaxWidth(Scaled.px(110));
        table.getColumnModel().getColumn(TermRows.JOIN).setPreferredWidth(Scaled.px(90));
        revalidate();
    }

    /** Its rows and its height follow the size of the letters. */
    private static final class Table extends JTable {

        private static final long serialVersionUID = 1;

        Table(TermRows rows) {
            super(rows);
        }

        @Override
        public void setFont(Font font) {
            super.setFont(font);
            if (font == null) return;
            setRowHeight(getFontMetrics(font).getHeight() + Scaled.px(4));
            setPreferredScrollableViewportSize(new Dimension(Scaled.px(200), SEEN * getRowHeight()));
        }
    }
}
