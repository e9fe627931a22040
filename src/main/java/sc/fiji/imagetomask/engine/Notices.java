package sc.fiji.imagetomask.engine;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Sentences that a user should see once, not once per picture. */
final class Notices {

    /** Where notices go unless the caller says otherwise. */
    static final Consumer<String> LOG =
            notice -> System.getLogger("sc.fiji.imagetomask").log(System.Logger.Level.WARNING, notice);

    private static final Set<String> GIVEN = ConcurrentHashMap.newKeySet();

    private Notices() {}

    static void once(String notice, Consumer<String> notices) {
        if (GIVEN.add(notice)) notices.accept(notice);
    }
}
