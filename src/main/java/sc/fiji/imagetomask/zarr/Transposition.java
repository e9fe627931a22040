package sc.fiji.imagetomask.zarr;

/** Bytes of a block whose dimensions are stored in another order. */
final class Transposition {

    private final int valueBytes;
    private final int[] storedSize;
    /** How far apart in the plain block, in values, neighbours along each stored dimension are. */
    private final int[] plainStep;

    /**
     * @param size of the block
     * @param order the dimensions as stored, slowest first
     */
    Transposition(int[] size, int[] order, int valueBytes) {
        this.valueBytes = valueBytes;
        int[] steps = Blocks.steps(size);
        storedSize = new int[order.length];
        plainStep = new int[order.length];
        for (int d = 0; d < order.length; d++) {
            storedSize[d] = size[order[d]];
            plainStep[d] = steps[order[d]];
        }
    }

    public byte[] plain(byte[] stored) {
        byte[] plain = new byte[stored.length];
        each((from, to) -> System.arraycopy(stored, from, plain, to, valueBytes));
        return plain;
    }

    byte[] stored(byte[] plain) {
        byte[] stored = new byte[plain.length];
        each((to, from) -> System.arraycopy(plain, from, stored, to, valueBytes));
        return stored;
    }

    private interface Pair {
        void at(int stored, int plain);
    }

    private void each(Pair pair) {
        int count = Blocks.length(storedSize);
        int[] position = new int[storedSize.length];
        int plain = 0;
        for (int i = 0; i < count; i++) {
            pair.at(i * valueBytes, plain * valueBytes);
            for (int d = position.length - 1; d >= 0; d--) {
                plain += plainStep[d];
                if (++position[d] < storedSize[d]) break;
                plain -= plainStep[d] * storedSize[d];
                position[d] = 0;
            }
        }
    }
}
