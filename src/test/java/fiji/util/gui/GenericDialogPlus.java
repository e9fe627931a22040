package fiji.util.gui;

import ij.gui.GenericDialog;

/** Stands in for Fiji's dialog of that name, which CLIJ2's plugins are linked with. */
public class GenericDialogPlus extends GenericDialog {

    private static final long serialVersionUID = 1;

    public GenericDialogPlus(String title) {
        super(title);
    }
}
