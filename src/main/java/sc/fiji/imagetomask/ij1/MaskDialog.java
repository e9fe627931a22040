package sc.fiji.imagetomask.ij1;

import ij.gui.GenericDialog;
import java.awt.TextField;
import java.util.Optional;
import sc.fiji.imagetomask.MaskSettings;
import sc.fiji.imagetomask.channel.Channel;
import sc.fiji.imagetomask.engine.EngineChoice;
import sc.fiji.imagetomask.image.MaskOptions;
import sc.fiji.imagetomask.image.OptionLabels;

/** ImageJ's dialog for the options of a mask; its recorder writes them down. */
final class MaskDialog {

    private MaskDialog() {}

    /**
     * What the user chose; empty if the user canceled.
     *
     * @throws IllegalArgumentException if a number that was typed is none or out of range
     */
    static Optional<MaskOptions> ask() {
        MaskSettings start = MaskSettings.DEFAULT;
        GenericDialog dialog = new GenericDialog(OptionLabels.TITLE);
        dialog.addChoice(OptionLabels.CHANNEL, Channel.labels(), start.channel().label());
        dialog.addSlider(OptionLabels.BLACK, 0, 255, start.levels().black());
        dialog.addSlider(OptionLabels.WHITE, 0, 255, start.levels().white());
        dialog.addNumericField(OptionLabels.GRAY, start.levels().gray(), 2);
        dialog.addCheckbox(OptionLabels.INVERT, start.invert());
        dialog.addChoice(OptionLabels.MASK, MaskOptions.maskChoices().toArray(String[]::new), MaskOptions.NO_MASK);
        dialog.addChoice(OptionLabels.ENGINE, EngineChoice.names().toArray(String[]::new), EngineChoice.AUTO);
        dialog.showDialog();
        return dialog.wasCanceled() ? Optional.empty() : Optional.of(read(dialog));
    }

    private static MaskOptions read(GenericDialog dialog) {
        return MaskOptions.DEFAULT
                .with("channel", dialog.getNextChoice())
                .with("black", nextNumber(dialog, 0))
                .with("white", nextNumber(dialog, 1))
                .with("gray", nextNumber(dialog, 2))
                .with("invert", String.valueOf(dialog.getNextBoolean()))
                .with("mask", dialog.getNextChoice())
                .with("engine", dialog.getNextChoice());
    }

    /** The text that was typed, so that an error can quote it; the dialog has recorded the number. */
    private static String nextNumber(GenericDialog dialog, int field) {
        dialog.getNextNumber();
        return ((TextField) dialog.getNumericFields().get(field)).getText();
    }
}
