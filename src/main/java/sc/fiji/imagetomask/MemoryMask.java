package sc.fiji.imagetomask;

import sc.fiji.imagetomask.engine.ByteSpan;

/** A mask in memory, one byte per pixel, row by row; it can be read and written, tiles of whole rows without a copy. */
public final class MemoryMask extends ArrayMask<ByteSpan> {

    private final byte[] bytes;

    /** Of these width * height values. */
    public MemoryMask(byte[] bytes, int width, int height) {
        super(ByteSpan.of(bytes), width, height);
        this.bytes = bytes;
    }

    /** Of zeros. */
    public MemoryMask(int width, int height) {
        this(new byte[Math.multiplyExact(width, height)], width, height);
    }

    /** The values themselves. */
    public byte[] bytes() {
        return bytes;
    }

    @Override
    ByteSpan part(ByteSpan all, int from, int n) {
        return all.part(from, n);
    }

    @Override
    ByteSpan allocate(int n) {
        return ByteSpan.allocate(n);
    }
}
