package sc.fiji.imagetomask.benchmark;

import java.util.stream.IntStream;

/** The bound on the processor: all threads copy the bytes that a mask reads and writes, and do nothing else. */
final class ProcessorCopy {

    private static final int PARTS = 4 * Runtime.getRuntime().availableProcessors();

    private final SmoothNoise picture;
    private final int[] pixels;
    private final byte[] values;

    ProcessorCopy(SmoothNoise picture) {
        this.picture = picture;
        pixels = new int[picture.argb().length];
        values = new byte[picture.argb().length];
    }

    /** Copies the picture once, and one byte per pixel for the result and, if masked, one more for the mask. */
    void run(boolean masked) {
        int n = pixels.length;
        IntStream.range(0, PARTS).parallel().forEach(part -> {
            int start = (int) ((long) n * part / PARTS);
            int length = (int) ((long) n * (part + 1) / PARTS) - start;
            System.arraycopy(picture.argb(), start, pixels, start, length);
            for (int i = 0; i < (masked ? 2 : 1); i++) System.arraycopy(picture.mask(), start, values, start, length);
        });
    }
}
