package sc.fiji.imagetomask.fuzz;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** A TIFF of one slice as a BigTIFF: the same bytes behind a larger header, and a new directory at the end. */
final class BigTiffs {

    private static final int MOVED = 16;
    private static final int LONG8 = 16;
    private static final int[] UNITS = {0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4};

    private BigTiffs() {}

    static byte[] of(byte[] tiff) {
        ByteOrder order = tiff[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
        ByteBuffer old = ByteBuffer.wrap(tiff).order(order);
        int directory = old.getInt(4);
        int fields = old.getShort(directory);
        int end = MOVED + tiff.length;
        ByteBuffer big =
                ByteBuffer.allocate(end + 8 + 20 * fields + 8 + 8 * tiff.length).order(order);
        big.put(tiff, 0, 2)
                .putShort((short) 43)
                .putShort((short) 8)
                .putShort((short) 0)
                .putLong(end)
                .put(tiff);
        big.putLong(fields);
        int spare = end + 8 + 20 * fields + 8;
        for (int i = 0; i < fields; i++) spare = field(old, directory + 2 + 12 * i, big, spare);
        big.putLong(0);
        byte[] bytes = new byte[spare];
        System.arraycopy(big.array(), 0, bytes, 0, spare);
        return bytes;
    }

    private static int field(ByteBuffer old, int at, ByteBuffer big, int spare) {
        int tag = old.getShort(at) & 0xffff;
        int type = old.getShort(at + 2);
        int count = old.getInt(at + 4);
        int bytes = count * UNITS[type];
        int place = bytes <= 4 ? at + 8 : old.getInt(at + 8);
        boolean offsets = tag == 273 || tag == 324;
        big.putShort((short) tag).putShort((short) (offsets ? LONG8 : type)).putLong(count);
        int next = big.position() + 8;
        int length = offsets ? 8 * count : bytes;
        int to = length <= 8 ? big.position() : spare;
        if (length > 8) big.putLong(spare);
        for (int i = 0; i < count && offsets; i++) big.putLong(to + 8 * i, MOVED + old.getInt(place + 4 * i));
        for (int i = 0; i < bytes && !offsets; i++) big.put(to + i, old.get(place + i));
        big.position(next);
        return length > 8 ? spare + length : spare;
    }
}
