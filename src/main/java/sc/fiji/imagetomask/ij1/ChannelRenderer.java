package sc.fiji.imagetomask.ij1;

import java.awt.Component;
import java.util.Map;
import java.util.Set;
import javax.swing.DefaultListCellRenderer;
import javax.swing.Icon;
import javax.swing.JList;
import javax.swing.UIManager;
import sc.fiji.imagetomask.channel.Channel;
import sc.fiji.imagetomask.channel.ReferenceColours;
import sc.fiji.imagetomask.channel.Stains;
import sc.fiji.imagetomask.options.ChannelLabels;

/**
 * Draws the channels in a list: name, what the channel measures, and a small picture. Channels that have the same value
 * everywhere are marked.
 */
final class ChannelRenderer extends DefaultListCellRenderer {

    private static final long serialVersionUID = 1;

    private final Set<Channel> same;
    private final transient ChannelThumbnails thumbnails;
    private transient Map<Channel, Icon> icons = Map.of();
    private transient Stains stains;
    private transient ReferenceColours colours;

    /** @param thumbnails a small picture of each channel; none if the picture is not known yet */
    ChannelRenderer(Set<Channel> same, ChannelThumbnails thumbnails) {
        this.same = same;
        this.thumbnails = thumbnails;
    }

    /** Shows the channels with these stains and colours. */
    void show(Stains newStains, ReferenceColours newColours) {
        if (newStains.equals(stains) && newColours.equals(colours)) return;
        stains = newStains;
        colours = newColours;
        icons = thumbnails.icons(stains, colours);
    }

    @Override
    public Component getListCellRendererComponent(
            JList<?> list, Object value, int index, boolean isSelected, boolean hasFocus) {
        super.getListCellRendererComponent(list, value, index, isSelected, hasFocus);
        Channel channel = Channel.of((String) value);
        setText(ChannelLabels.of(channel) + (same.contains(channel) ? ": the same everywhere" : ""));
        setIcon(index < 0 ? null : icons.get(channel));
        if (same.contains(channel) && !isSelected) setForeground(UIManager.getColor("Label.disabledForeground"));
        return this;
    }
}
