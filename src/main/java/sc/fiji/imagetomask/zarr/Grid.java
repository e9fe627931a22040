package sc.fiji.imagetomask.zarr;

import java.util.Iterator;
import java.util.NoSuchElementException;

/**
 * All positions of a grid, the last dimension fastest.
 *
 * @param shape how many there are along each dimension, at least 1
 */
public record Grid(long[] shape) implements Iterable<long[]> {

    @Override
    public Iterator<long[]> iterator() {
        long[] next = new long[shape.length];
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return next[0] < shape[0];
            }

            @Override
            public long[] next() {
                if (!hasNext()) throw new NoSuchElementException();
                long[] position = next.clone();
                int d = shape.length - 1;
                while (++next[d] == shape[d] && d > 0) next[d--] = 0;
                return position;
            }
        };
    }
}
