package sc.fiji.imagetomask.picturefile.deflate;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Whether a search for repeats can make bytes smaller: a quick look, which takes a tenth of the time of the search. */
public final class Repeats {

    private static final VarHandle FOURS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    private static final int HASH_BITS = 14;

    /** Golden ratio of 2^32. */
    private static final int SPREAD = 0x9e3779b1;

    /** Where fewer than this part of the bytes begin a repeat, a search saves less than a few percent. */
    private static final int PART = 64;

    private Repeats() {}

    /** Whether enough of the first n bytes begin four ones that have come before. */
    public static boolean pay(byte[] bytes, int n) {
        int[] latest = new int[1 << HASH_BITS];
        int repeated = 0;
        for (int i = 0; i < n - 3; i++) {
            int four = (int) FOURS.get(bytes, i);
            int hash = four * SPREAD >>> Integer.SIZE - HASH_BITS;
            if ((int) FOURS.get(bytes, latest[hash]) == four && i > 0) repeated++;
            latest[hash] = i;
        }
        return repeated > n / PART;
    }
}
