package sc.fiji.imagetomask.value;

import java.util.List;
import java.util.function.Supplier;

/**
 * One of a few words.
 *
 * @param words gives them in order; is asked only when they are needed
 */
public record Choice(Supplier<List<String>> words) implements Kind {

    /** One of these. */
    public static Choice of(String... words) {
        return new Choice(() -> List.of(words));
    }

    @Override
    public String values() {
        return String.join(", ", words.get());
    }
}
