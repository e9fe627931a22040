package sc.fiji.imagetomask.ij1;

import java.awt.Component;
import java.util.Map;
import java.util.Set;
import javax.swing.DefaultListCellRenderer;
import javax.swing.Icon;
import javax.swing.JList;
import javax.swing.UIManager;
import sc.fiji.imagetomask.channel.Channel;
import sc.fiji.imagetomask.options.ChannelLabels;

/** Shows channels with what they measure and, in the list, how they look; marks those that are the same everywhere. */
final class ChannelRenderer extends DefaultListCellRenderer {

    private static final long serialVersionUID = 1;

    private final Set<Channel> same;
    private final transient Map<Channel, Icon> icons;

    /** @param icons how channels look; none for pictures that are not known yet */
    ChannelRenderer(Set<Channel> same, Map<Channel, Icon> icons) {
        this.same = same;
        this.icons = icons;
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
