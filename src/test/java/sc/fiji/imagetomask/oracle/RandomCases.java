package sc.fiji.imagetomask.oracle;

import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import sc.fiji.imagetomask.MaskSettings;
import sc.fiji.imagetomask.Output;
import sc.fiji.imagetomask.SomeFormulas;
import sc.fiji.imagetomask.Statistics;
import sc.fiji.imagetomask.channel.Channel;
import sc.fiji.imagetomask.engine.Pixels;
import sc.fiji.imagetomask.tone.Clip;
import sc.fiji.imagetomask.tone.Levels;

/** Stacks of 1 to 4 pictures of random size, content and masks, with random settings; the same ones for the same seed. */
public final class RandomCases {

    private static final int LARGEST = 500;

    private final Random random;

    private RandomCases(long seed) {
        random = new Random(seed);
    }

    public static List<MaskCase> of(long seed, int count) {
        RandomCases cases = new RandomCases(seed);
        return IntStream.range(0, count).mapToObj(cases::next).toList();
    }

    private MaskCase next(int i) {
        int width = i % 10 == 3 ? 1 : size();
        int height = i % 10 == 7 ? 1 : size();
        int slices = Math.max(1, random.nextInt(7) - 2);
        List<MaskCase.Named> pictures =
                named(i + "-%d.png", slices, () -> picture(width, height, 1 + random.nextInt(4)));
        int masks = random.nextBoolean() ? 1 + random.nextInt(slices) : 0;
        Channel channel = Channel.values()[i % Channel.values().length];
        return new MaskCase(
                pictures, named(i + "-%d.mask.png", masks, () -> picture(width, height, 1)), settings(channel));
    }

    private static List<MaskCase.Named> named(String name, int count, Supplier<PngFile> pictures) {
        return IntStream.range(0, count)
                .mapToObj(i -> new MaskCase.Named(String.format(name, i), pictures.get()))
                .toList();
    }

    /** Odd two times out of three, so that no vector width divides it. */
    private int size() {
        int size = 1 + random.nextInt(LARGEST);
        return random.nextInt(3) == 0 ? size : size - 1 | 1;
    }

    private MaskSettings settings(Channel channel) {
        int black = random.nextInt(256);
        int white = random.nextInt(8) == 0 ? black : random.nextInt(256);
        double gray = random.nextInt(3) == 0 ? 1 : (1 + random.nextInt(999)) / 100.0;
        Levels levels = random.nextInt(4) == 0 ? Levels.NONE : new Levels(black, white, gray);
        if (random.nextInt(3) == 0) levels = levels.withBand(random.nextInt(256), random.nextInt(256));
        return SomeFormulas.random(channel, random)
                .withHue(channel.isHue() ? random.nextInt(255) : 0)
                .withClip(clip())
                .withLevels(levels)
                .withInvert(random.nextBoolean())
                .withStatistics(random.nextBoolean() ? Statistics.STACK : Statistics.SLICE)
                .withInside(random.nextBoolean())
                .withOutput(random.nextInt(3) == 0 ? Output.BINARY : Output.BYTE);
    }

    private Clip clip() {
        int low = random.nextInt(255);
        return switch (random.nextInt(6)) {
            case 0 -> Clip.NONE;
            case 1, 2 -> Clip.of(low, low + 1 + random.nextInt(255 - low));
            default -> Clip.AUTO;
        };
    }

    private PngFile picture(int width, int height, int channels) {
        byte[][] bytes = new byte[channels][];
        int kind = random.nextInt(4);
        for (int c = 0; c < channels; c++)
            bytes[c] = switch (kind) {
                case 0 -> noise(width * height, 256);
                case 1 -> noise(width * height, 2 + random.nextInt(6));
                case 2 -> smooth(width, height);
                default -> noise(width * height, 1);
            };
        return new PngFile(new Pixels.Planar(bytes, 0, width * height), width, height);
    }

    /** Noise of that many values, which are spread over 0..255 at random. */
    private byte[] noise(int n, int values) {
        byte[] palette = new byte[values];
        if (values == 256) for (int v = 0; v < 256; v++) palette[v] = (byte) v;
        else random.nextBytes(palette);
        byte[] bytes = new byte[n];
        for (int i = 0; i < n; i++) bytes[i] = palette[random.nextInt(values)];
        return bytes;
    }

    private byte[] smooth(int width, int height) {
        double fx = random.nextDouble() / 20;
        double fy = random.nextDouble() / 20;
        double amplitude = random.nextDouble() * 127;
        double mean = amplitude + random.nextDouble() * (255 - 2 * amplitude);
        byte[] bytes = new byte[width * height];
        for (int y = 0; y < height; y++)
            for (int x = 0; x < width; x++)
                bytes[y * width + x] = (byte) (mean + amplitude * Math.sin(x * fx) * Math.cos(y * fy));
        return bytes;
    }
}
