package sc.fiji.imagetomask.ui;

import java.awt.Component;
import java.awt.Container;
import java.util.stream.Stream;

/** Finds the parts of a panel. */
final class PanelPart {

    private PanelPart() {}

    /** The part of this type that has this name. */
    static <T> T of(Container panel, Class<T> type, String name) {
        return all(panel)
                .filter(part -> type.isInstance(part) && name.equals(part.getName()))
                .map(type::cast)
                .findFirst()
                .orElseThrow();
    }

    /** All parts, with those in parts. */
    static Stream<Component> all(Container panel) {
        return Stream.of(panel.getComponents())
                .flatMap(part ->
                        Stream.concat(Stream.of(part), part instanceof Container inner ? all(inner) : Stream.empty()));
    }
}
