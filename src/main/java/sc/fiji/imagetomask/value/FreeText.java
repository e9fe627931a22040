package sc.fiji.imagetomask.value;

import java.util.List;

/**
 * A text that the user types.
 *
 * @param values what it can be, in short
 * @param offered whole values that many users want
 */
public record FreeText(String values, List<String> offered) implements Kind {

    /** Without values to offer. */
    public FreeText(String values) {
        this(values, List.of());
    }
}
