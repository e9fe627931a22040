package sc.fiji.imagetomask.zarr;

/** The values of a primitive array as numbers; whole numbers are set rounded, halves up. */
public interface Numbers {

    double get(int i);

    void set(int i, double value);

    static Numbers of(DataType type, Object array) {
        return switch (type) {
            case BOOL, INT8, UINT8 -> new Bytes((byte[]) array, type == DataType.INT8 ? -1 : 0xff);
            case INT16, UINT16 -> new Shorts((short[]) array, type == DataType.UINT16 ? 0xffff : -1);
            case INT32, UINT32 -> new Ints((int[]) array, type == DataType.UINT32 ? 0xffffffffL : -1);
            case INT64, UINT64 -> new Longs((long[]) array, type == DataType.UINT64);
            case FLOAT16, FLOAT32 -> new Floats((float[]) array);
            case FLOAT64 -> new Doubles((double[]) array);
        };
    }

    record Bytes(byte[] array, int bits) implements Numbers {

        @Override
        public double get(int i) {
            return array[i] & bits;
        }

        @Override
        public void set(int i, double value) {
            array[i] = (byte) (int) Math.floor(value + 0.5);
        }
    }

    record Shorts(short[] array, int bits) implements Numbers {

        @Override
        public double get(int i) {
            return array[i] & bits;
        }

        @Override
        public void set(int i, double value) {
            array[i] = (short) (int) Math.floor(value + 0.5);
        }
    }

    record Ints(int[] array, long bits) implements Numbers {

        @Override
        public double get(int i) {
            return array[i] & bits;
        }

        @Override
        public void set(int i, double value) {
            array[i] = (int) (long) Math.floor(value + 0.5);
        }
    }

    record Longs(long[] array, boolean areUnsigned) implements Numbers {

        @Override
        public double get(int i) {
            long value = array[i];
            return areUnsigned && value < 0 ? 2.0 * (value >>> 1 | value & 1) : value;
        }

        @Override
        public void set(int i, double value) {
            double whole = Math.floor(value + 0.5);
            array[i] = areUnsigned ? unsigned(whole) : (long) whole;
        }
    }

    /** The bits of the nearest unsigned number of 64 bits. */
    static long unsigned(double value) {
        return value < 0x1p63 ? (long) value : (long) (value - 0x1p63) + Long.MIN_VALUE;
    }

    record Floats(float[] array) implements Numbers {

        @Override
        public double get(int i) {
            return array[i];
        }

        @Override
        public void set(int i, double value) {
            array[i] = (float) value;
        }
    }

    record Doubles(double[] array) implements Numbers {

        @Override
        public double get(int i) {
            return array[i];
        }

        @Override
        public void set(int i, double value) {
            array[i] = value;
        }
    }
}
