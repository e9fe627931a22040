package sc.fiji.imagetomask.oracle;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import sc.fiji.imagetomask.MaskInput;
import sc.fiji.imagetomask.MaskSettings;
import sc.fiji.imagetomask.MemoryFloatMask;
import sc.fiji.imagetomask.MemoryPicture;
import sc.fiji.imagetomask.SomeFormulas;
import sc.fiji.imagetomask.channel.Channel;
import sc.fiji.imagetomask.engine.Pixels;
import sc.fiji.imagetomask.engine.Samples;
import sc.fiji.imagetomask.tone.Clip;
import sc.fiji.imagetomask.tone.Levels;

/**
 * A mask to be made of a 16-bit picture.
 *
 * @param planes 1 to 4 of them
 * @param mask or null
 */
record HighBitDepthCase(
        String name,
        int width,
        int height,
        short[][] planes,
        short[] mask,
        Samples.Range range,
        MaskSettings settings) {

    private static final String HEADING = "# picture\tmask\twidth\theight\tchannels\tmin\tmax\tchannel\tblack\twhite"
            + "\tgray\tinvert\thue\tinside\tstains or colours"
            + "\tclip\twhite2\tblack2";

    static List<HighBitDepthCase> random(long seed, int count) {
        Random random = new Random(seed);
        List<HighBitDepthCase> cases = new ArrayList<>();
        for (int i = 0; i < count; i++) cases.add(random(random, i));
        return cases;
    }

    private static HighBitDepthCase random(Random random, int i) {
        int width = 1 + random.nextInt(200);
        int height = 1 + random.nextInt(200);
        Channel channel = Channel.values()[i % Channel.values().length];
        Samples.Range range = random.nextBoolean() ? new Samples.Range(0, 65535) : new Samples.Range(90, 4095);
        short[][] planes = new short[1 + random.nextInt(4)][];
        boolean smooth = random.nextBoolean();
        for (int c = 0; c < planes.length; c++) planes[c] = plane(random, width, height, range, smooth);
        short[] mask = random.nextBoolean() ? plane(random, width, height, new Samples.Range(0, 65535), true) : null;
        Levels levels = new Levels(random.nextInt(100), 150 + random.nextInt(106), (30 + random.nextInt(200)) / 100.0);
        int white2 = levels.white() + random.nextInt(256 - levels.white());
        if (random.nextInt(3) == 0 && white2 < 245)
            levels = levels.withBand(white2, white2 + 1 + random.nextInt(255 - white2));
        MaskSettings settings = SomeFormulas.random(channel, random)
                .withHue(channel.isHue() ? random.nextInt(255) : 0)
                .withClip(random.nextInt(3) == 0 ? Clip.of(random.nextInt(90), 100 + random.nextInt(156)) : Clip.AUTO)
                .withLevels(levels)
                .withInvert(random.nextBoolean())
                .withInside(random.nextBoolean());
        return new HighBitDepthCase(i + ".u16", width, height, planes, mask, range, settings);
    }

    private static short[] plane(Random random, int width, int height, Samples.Range range, boolean smooth) {
        short[] plane = new short[width * height];
        int span = (int) (range.max() - range.min());
        int base = random.nextInt(span / 2);
        for (int i = 0; i < plane.length; i++) {
            int value = smooth
                    ? base + (int) ((long) (i % width) * span / (2 * width)) + random.nextInt(span / 50)
                    : random.nextInt(span + span / 20);
            plane[i] = (short) Math.min(65535, (int) range.min() + value);
        }
        return plane;
    }

    MaskInput frame() {
        Samples[] samples = new Samples[planes.length];
        for (int c = 0; c < samples.length; c++) samples[c] = new Samples.Shorts(planes[c], range);
        MemoryPicture picture = new MemoryPicture(new Pixels.HighBitDepth(samples, 0, width * height), width, height);
        if (mask == null) return MaskInput.of(picture);
        float[] factors = new float[mask.length];
        for (int i = 0; i < factors.length; i++) factors[i] = (mask[i] & 0xffff) / 65535f;
        return new MaskInput(picture, new MemoryFloatMask(factors, width, height), null);
    }

    void write(Path folder) throws IOException {
        Files.write(folder.resolve(name), bytes(planes));
        if (mask != null) Files.write(folder.resolve(name + ".given"), bytes(mask));
    }

    private static byte[] bytes(short[]... planes) {
        ByteBuffer bytes = ByteBuffer.allocate(planes.length * planes[0].length * Short.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN);
        for (short[] plane : planes) for (short value : plane) bytes.putShort(value);
        return bytes.array();
    }

    static List<String> lines(List<HighBitDepthCase> cases) {
        List<String> lines = new ArrayList<>(List.of(HEADING));
        for (HighBitDepthCase one : cases) lines.add(one.line());
        return lines;
    }

    String line() {
        Levels levels = settings.levels();
        return String.format(
                Locale.ROOT,
                "%s\t%s\t%d\t%d\t%d\t%.0f\t%.0f\t%s\t%d\t%d\t%.2f\t%b\t%d\t%b\t%s\t%s\t%d\t%d",
                name,
                mask == null ? "-" : name + ".given",
                width,
                height,
                planes.length,
                range.min(),
                range.max(),
                settings.channel(),
                levels.black(),
                levels.white(),
                levels.gray(),
                settings.invert(),
                settings.hue(),
                settings.inside(),
                SomeFormulas.text(settings.formula()),
                settings.clip().text(),
                levels.white2(),
                levels.black2());
    }
}
