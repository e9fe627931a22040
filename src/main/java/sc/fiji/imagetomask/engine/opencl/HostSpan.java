package sc.fiji.imagetomask.engine.opencl;

import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.ShortBuffer;
import org.jocl.Pointer;
import sc.fiji.imagetomask.engine.ByteSpan;

/**
 * Part of an array on the heap, which is copied to a device or back.
 *
 * @param array all of the array: bytes, shorts, ints or floats
 * @param offset where the part starts, in elements
 * @param length how many elements there are
 * @param size bytes per element
 */
record HostSpan(Buffer array, int offset, int length, int size) {

    static HostSpan of(int[] array, int offset, int length) {
        return new HostSpan(IntBuffer.wrap(array), offset, length, 4);
    }

    static HostSpan of(float[] array, int offset, int length) {
        return new HostSpan(FloatBuffer.wrap(array), offset, length, 4);
    }

    static HostSpan of(short[] array, int offset, int length) {
        return new HostSpan(ShortBuffer.wrap(array), offset, length, 2);
    }

    static HostSpan of(ByteSpan run) {
        return new HostSpan(ByteBuffer.wrap(run.array()), run.offset(), run.length(), 1);
    }

    long bytes() {
        return (long) size * length;
    }

    HostSpan part(int from, int n) {
        return new HostSpan(array, offset + from, n, size);
    }

    /** The elements, for a transfer that blocks. */
    Pointer pointer() {
        Pointer start = array instanceof IntBuffer ints
                ? Pointer.to(ints.array())
                : array instanceof FloatBuffer floats
                        ? Pointer.to(floats.array())
                        : array instanceof ShortBuffer shorts
                                ? Pointer.to(shorts.array())
                                : Pointer.to(((ByteBuffer) array).array());
        return start.withByteOffset((long) size * offset);
    }

    /** Writes the elements to the start of native memory. */
    void put(ByteBuffer target) {
        if (array instanceof IntBuffer ints) target.asIntBuffer().put(0, ints, offset, length);
        else if (array instanceof FloatBuffer floats) target.asFloatBuffer().put(0, floats, offset, length);
        else if (array instanceof ShortBuffer shorts) target.asShortBuffer().put(0, shorts, offset, length);
        else target.put(0, (ByteBuffer) array, offset, length);
    }

    /** Reads the elements from the start of native memory. */
    void get(ByteBuffer source) {
        if (array instanceof IntBuffer ints) ints.put(offset, source.asIntBuffer(), 0, length);
        else if (array instanceof FloatBuffer floats) floats.put(offset, source.asFloatBuffer(), 0, length);
        else if (array instanceof ShortBuffer shorts) shorts.put(offset, source.asShortBuffer(), 0, length);
        else ((ByteBuffer) array).put(offset, source, 0, length);
    }
}
