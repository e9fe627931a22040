package sc.fiji.imagetomask.ui;

import java.util.ArrayList;
import java.util.List;
import javax.swing.table.AbstractTableModel;
import sc.fiji.imagetomask.Join;
import sc.fiji.imagetomask.MaskSettings;
import sc.fiji.imagetomask.Term;
import sc.fiji.imagetomask.options.MaskOption;
import sc.fiji.imagetomask.options.MaskOptions;

/** The terms of a mask as the rows of a table: whether each is on, how it is joined, and its channel with its options. */
final class TermRows extends AbstractTableModel {

    static final int ON = 0;
    static final int JOIN = 1;
    static final int TEXT = 2;

    private static final long serialVersionUID = 1;

    private final transient List<Row> rows = new ArrayList<>();

    private record Row(boolean isOn, Term term) {}

    /** Shows these terms, all on. */
    void start(List<Term> terms) {
        rows.clear();
        terms.forEach(term -> rows.add(new Row(true, term)));
        fireTableDataChanged();
    }

    Term term(int row) {
        return rows.get(row).term;
    }

    /** Replaces a term, but for its join. */
    void set(int row, Term term) {
        Row old = rows.get(row);
        rows.set(row, new Row(old.isOn, term.withJoin(old.term.join())));
        if (!rows.get(row).equals(old)) fireTableRowsUpdated(row, row);
    }

    void add(int row, Term term) {
        rows.add(row, new Row(true, term));
        fireTableDataChanged();
    }

    void remove(int row) {
        rows.remove(row);
        if (rows.stream().noneMatch(Row::isOn)) rows.set(0, new Row(true, term(0)));
        settleFirst();
    }

    void swap(int one, int other) {
        Row row = rows.get(one);
        rows.set(one, rows.get(other));
        rows.set(other, row);
        settleFirst();
    }

    private void settleFirst() {
        rows.set(0, new Row(rows.get(0).isOn, first(term(0))));
        fireTableDataChanged();
    }

    /** The terms that are on. */
    List<Term> on() {
        List<Term> on =
                new ArrayList<>(rows.stream().filter(Row::isOn).map(Row::term).toList());
        on.set(0, first(on.get(0)));
        return on;
    }

    /** The same term where there is none before it; without it becomes inverted. */
    static Term first(Term term) {
        boolean isInverted = term.join() == Join.WITHOUT;
        return term.withJoin(Join.AND).withInvert(term.invert() != isInverted);
    }

    @Override
    public int getRowCount() {
        return rows.size();
    }

    @Override
    public int getColumnCount() {
        return 3;
    }

    @Override
    public Class<?> getColumnClass(int column) {
        return column == ON ? Boolean.class : String.class;
    }

    @Override
    public Object getValueAt(int row, int column) {
        Term term = term(row);
        return switch (column) {
            case ON -> rows.get(row).isOn;
            case JOIN -> row == 0 ? "" : term.join().label();
            default -> text(term);
        };
    }

    private static String text(Term term) {
        MaskSettings settings = MaskSettings.DEFAULT.withFurther(List.of(term));
        return MaskOption.TERMS
                .text(MaskOptions.DEFAULT.with(settings))
                .substring(term.join().label().length() + 1);
    }

    @Override
    public boolean isCellEditable(int row, int column) {
        boolean isLastOne =
                rows.get(row).isOn && rows.stream().filter(Row::isOn).count() == 1;
        return column == ON ? !isLastOne : column == JOIN && row > 0;
    }

    @Override
    public void setValueAt(Object value, int row, int column) {
        Row old = rows.get(row);
        rows.set(
                row,
                column == ON
                        ? new Row((Boolean) value, old.term)
                        : new Row(old.isOn, old.term.withJoin(Join.of(String.valueOf(value)))));
        fireTableRowsUpdated(row, row);
    }
}
