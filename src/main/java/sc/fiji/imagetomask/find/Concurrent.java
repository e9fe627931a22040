package sc.fiji.imagetomask.find;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import sc.fiji.imagetomask.threads.Together;

/** The same job for several things by several threads. */
final class Concurrent {

    private Concurrent() {}

    /** What each of them gives, in their order. */
    static <T, R> List<R> map(List<T> some, Function<T, R> job) {
        List<R> results = new ArrayList<>(Collections.nCopies(some.size(), null));
        Together.forEach(IntStream.range(0, some.size()).boxed().toList(), i -> results.set(i, job.apply(some.get(i))));
        return results;
    }
}
