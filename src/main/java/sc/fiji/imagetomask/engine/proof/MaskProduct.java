package sc.fiji.imagetomask.engine.proof;

import java.security.MessageDigest;
import sc.fiji.imagetomask.channel.Channel;
import sc.fiji.imagetomask.channel.ChannelFormula;
import sc.fiji.imagetomask.engine.ByteSpan;
import sc.fiji.imagetomask.engine.ChannelPlane;
import sc.fiji.imagetomask.engine.Pixels;
import sc.fiji.imagetomask.tone.Histogram;
import sc.fiji.imagetomask.tone.ToneTable;

/** Every value times every value of a mask, and the histogram inside a mask. */
final class MaskProduct implements Check {

    private static final int N = 1 << 16;

    @Override
    public String name() {
        return "mask product";
    }

    @Override
    public String run(Subject subject, Clock clock) {
        int[] argb = new int[N];
        byte[] mask = new byte[N];
        for (int i = 0; i < N; i++) {
            argb[i] = (i & 255) << 8;
            mask[i] = (byte) (i >> 8);
        }
        ByteSpan result = ByteSpan.allocate(N);
        Pixels pixels = new Pixels.Packed(argb, 0, N, false);
        try (ChannelPlane plane = subject.engine().plane(pixels, Channel.RGB_G)) {
            plane.apply(Expected.IDENTITY, ByteSpan.of(mask), result);
            long[] half = new long[256];
            for (int v = 0; v < 256; v++) half[v] = 128;
            Expected.check(plane.histogram(ByteSpan.of(mask)), Histogram.of(half), ChannelFormula.of(Channel.RGB_G));
        }
        MessageDigest digest = ReferenceHashes.digest();
        digest.update(result.array());
        if (!ReferenceHashes.text(digest).equals(ReferenceHashes.products())) throw difference(result);
        clock.step(1, 1);
        return "";
    }

    private static DifferenceException difference(ByteSpan result) {
        for (int i = 0; i < N; i++) {
            int expected = ToneTable.masked(i & 255, i >> 8);
            if (result.get(i) != expected)
                return new DifferenceException("%d times mask value %d is %d, but must be %d."
                        .formatted(i & 255, i >> 8, result.get(i), expected));
        }
        return new DifferenceException("Java itself computes other products than the reference.");
    }
}
