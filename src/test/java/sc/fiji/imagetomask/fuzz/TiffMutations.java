package sc.fiji.imagetomask.fuzz;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Random;

/** Changes of fields in the first directories of a TIFF or BigTIFF: tag, type, count or value. */
final class TiffMutations {

    private static final int[] TAGS = {
        254, 256, 257, 258, 259, 262, 266, 270, 273, 274, 277, 278, 279, 284, 292, 293, 317, 320, 322, 323, 324, 325,
        330, 338, 339, 347, 513, 514, 529, 530, 531, 532, 34675, 34377, 700, 34665
    };
    private static final int[] SMALL = {1, 2, 3, 4, 5, 6, 7, 8, 9, 32773, 34712, 32946, 34925, 50000, 32803, 0};

    private TiffMutations() {}

    static byte[] change(byte[] seed, Random random) {
        byte[] bytes = seed.clone();
        for (int n = 1 + random.nextInt(3); n > 0; n--) {
            try {
                field(bytes, random);
            } catch (IndexOutOfBoundsException e) {
                return Mutations.bytes(bytes, random); // the directory is not where it was
            }
        }
        return random.nextInt(4) == 0 ? Mutations.bytes(bytes, random) : bytes;
    }

    private static void field(byte[] bytes, Random random) {
        ByteOrder order = bytes[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
        boolean little = order == ByteOrder.LITTLE_ENDIAN;
        ByteBuffer file = ByteBuffer.wrap(bytes).order(order);
        boolean big = file.getShort(2) == 43;
        long place = big ? file.getLong(8) : file.getInt(4) & 0xffffffffL;
        int at = (int) Math.min(place, bytes.length);
        int fields = big ? (int) file.getLong(at) : file.getShort(at);
        int size = big ? 20 : 12;
        int count = big ? 8 : 4;
        int entry = at + (big ? 8 : 2) + size * random.nextInt(Math.max(1, fields));
        switch (random.nextInt(7)) {
            case 0 -> file.putShort(entry, (short) TAGS[random.nextInt(TAGS.length)]);
            case 1 -> file.putShort(entry + 2, (short) random.nextInt(20));
            case 2 -> file.put(entry + 4, Mutations.number(Mutations.edge(random), count, little));
            case 3 -> file.put(entry + 4 + count, Mutations.number(SMALL[random.nextInt(SMALL.length)], 2, little));
            case 4 -> file.put(entry + 4 + count, Mutations.number(random.nextInt(bytes.length), count, little));
            default -> file.put(entry + 4 + count, Mutations.number(Mutations.edge(random), count, little));
        }
    }
}
