package sc.fiji.imagetomask.ij1;

import ij.ImagePlus;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JTextField;
import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;
import sc.fiji.imagetomask.image.ChannelOrder;
import sc.fiji.imagetomask.image.Reading;
import sc.fiji.imagetomask.image.ValueRange;

/** The fields that say how the values of a picture become colours: a range for deeper data, and which channels. */
final class ReadingFields {

    private final JComboBox<String> range =
            new JComboBox<>(new String[] {ValueRange.DISPLAY.text(), ValueRange.TYPE.text()});
    private final JTextField rangeText = (JTextField) range.getEditor().getEditorComponent();
    private final JTextField rgb = new JTextField(8);
    private final boolean isDeep;
    private final boolean hasChannels;
    private Reading reading = Reading.DEFAULT;
    private String mistake;

    /** @param listener hears every change */
    ReadingFields(ImagePlus picture, Runnable listener) {
        isDeep = picture.getType() == ImagePlus.GRAY16 || picture.getType() == ImagePlus.GRAY32;
        hasChannels = ChannelOrder.channels(picture) > 1;
        range.setName("range");
        range.setEditable(true);
        rgb.setName("rgb");
        DocumentListener typing = new Typing(listener);
        rangeText.getDocument().addDocumentListener(typing);
        rgb.getDocument().addDocumentListener(typing);
    }

    /** The range; null if the picture's values are taken as they are. */
    JComponent range() {
        return isDeep ? range : null;
    }

    /** The channels; null if the picture has only one. */
    JComponent rgb() {
        return hasChannels ? rgb : null;
    }

    void show(Reading start) {
        if (isDeep) range.setSelectedItem(start.range().text());
        if (hasChannels) rgb.setText(start.rgb().text());
    }

    /** What was last typed that makes sense. */
    Reading reading() {
        return reading;
    }

    /** What is wrong with what is typed; null if nothing is. */
    String mistake() {
        return mistake;
    }

    private void read() {
        try {
            Reading typed = Reading.DEFAULT;
            if (isDeep) typed = typed.withRange(ValueRange.parse(rangeText.getText()));
            if (hasChannels) typed = typed.withRgb(ChannelOrder.parse(rgb.getText()));
            reading = typed;
            mistake = null;
        } catch (IllegalArgumentException e) {
            mistake = e.getMessage();
        }
    }

    private final class Typing implements DocumentListener {

        private final Runnable listener;

        Typing(Runnable listener) {
            this.listener = listener;
        }

        @Override
        public void insertUpdate(DocumentEvent event) {
            changedUpdate(event);
        }

        @Override
        public void removeUpdate(DocumentEvent event) {
            changedUpdate(event);
        }

        @Override
        public void changedUpdate(DocumentEvent event) {
            read();
            listener.run();
        }
    }
}
