package sc.fiji.imagetomask.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import sc.fiji.imagetomask.ImageToMask;
import sc.fiji.imagetomask.Join;
import sc.fiji.imagetomask.MaskInput;
import sc.fiji.imagetomask.MaskSettings;
import sc.fiji.imagetomask.MemoryMask;
import sc.fiji.imagetomask.MemoryPicture;
import sc.fiji.imagetomask.Term;
import sc.fiji.imagetomask.channel.Channel;
import sc.fiji.imagetomask.channel.ChannelFormula;
import sc.fiji.imagetomask.channel.ReferenceColours;
import sc.fiji.imagetomask.channel.Stains;
import sc.fiji.imagetomask.engine.ChannelPlane;
import sc.fiji.imagetomask.engine.Engine;
import sc.fiji.imagetomask.engine.EngineChoice;
import sc.fiji.imagetomask.engine.Pixels;
import sc.fiji.imagetomask.engine.Samples;
import sc.fiji.imagetomask.find.Marked;
import sc.fiji.imagetomask.find.MaskFinder;

/**
 * How long it takes to count all channels that the search for settings counts, inside and outside of a selection; next to three single channels of the same picture; and masks of
 * 1, 2 and 4 terms. Times are medians in milliseconds, of the Java engine and of OpenCL.
 */
final class ManyChannels {

    private static final List<Channel> THREE = List.of(Channel.LAB_L, Channel.HSV_S, Channel.STAIN_1);
    private static final int MOST = 3 << 15;
    private static final int OBJECT = 500;

    private ManyChannels() {}

    /** @param args counting, deep or terms; then the sizes of the pictures */
    public static void main(String[] args) {
        System.out.printf("%-8s %6s %-40s %8s%n", "engine", "size", "what", "ms");
        for (String size : List.of(args).subList(1, args.length))
            for (String name : List.of("java", "opencl")) {
                Engine engine = EngineChoice.of(name, null, notice -> {}).engine();
                int n = Integer.parseInt(size);
                if (args[0].equals("terms")) terms(engine, n);
                else counting(engine, n, pixels(n, args[0].equals("deep")));
            }
        System.exit(0);
    }

    private static Pixels pixels(int size, boolean isDeep) {
        int[] argb = SmoothNoise.of(size).argb();
        if (!isDeep) return new Pixels.Packed(argb, 0, argb.length, false);
        Samples[] samples = new Samples[3];
        for (int c = 0; c < 3; c++) {
            short[] values = new short[argb.length];
            for (int i = 0; i < values.length; i++) values[i] = (short) (257 * (argb[i] >> 16 - 8 * c & 255));
            samples[c] = new Samples.Shorts(values, new Samples.Range(0, 65535));
        }
        return new Pixels.HighBitDepth(samples, 0, argb.length);
    }

    private static void counting(Engine engine, int size, Pixels pixels) {
        List<ChannelFormula> all = new ArrayList<>(ChannelFormula.all(Stains.DEFAULT, ReferenceColours.NONE));
        for (int colours : new int[] {1, 2, 4})
            for (Channel channel : List.of(Channel.DISTANCE, Channel.DISTANCE_2000))
                all.add(new ChannelFormula(
                        channel,
                        Stains.DEFAULT,
                        new ReferenceColours(
                                List.of(0xb5651d, 0x404080, 0x808080, 0x30a040).subList(0, colours))));
        int n = pixels.length();
        List<Pixels> whole = List.of(pixels.part(0, OBJECT), pixels.part(OBJECT, n - OBJECT));
        int sampled = n - OBJECT;
        while (sampled > MOST) sampled /= 2; // as PixelSample does
        List<Pixels> sample = List.of(pixels.part(0, OBJECT), pixels.part(OBJECT, sampled));
        Marked marked = new Marked(new MemoryPicture(pixels, size, size), stroke(size), null);
        Runnable three = () -> THREE.forEach(channel -> {
            try (ChannelPlane plane = engine.plane(pixels, channel)) {
                plane.histogram();
            }
        });
        double[] times = Timing.medians(
                three,
                () -> engine.histograms(sample, all),
                () -> engine.histograms(whole, all),
                () -> new MaskFinder(engine).find(List.of(marked), MaskSettings.DEFAULT));
        String count = all.size() + " channels ";
        print(engine, size, "3 single channels", times[0]);
        print(engine, size, count + "of the search's sample", times[1]);
        print(engine, size, count + "of all pixels", times[2]);
        print(engine, size, "the whole search", times[3]);
    }

    private static MemoryMask stroke(int size) {
        byte[] marks = new byte[size * size];
        for (int i = 0; i < Math.min(OBJECT, size / 2); i++) marks[size * (size / 2) + size / 4 + i] = -1;
        return new MemoryMask(marks, size, size);
    }

    private static void terms(Engine engine, int size) {
        int[] argb = SmoothNoise.of(size).argb();
        MaskInput input = MaskInput.of(new MemoryPicture(new Pixels.Packed(argb, 0, argb.length, false), size, size));
        MemoryMask target = new MemoryMask(size, size);
        List<Term> further = Stream.of(Channel.LAB_A, Channel.STAIN_1, Channel.HSV_H)
                .map(channel -> Term.of(Join.AND, channel))
                .toList();
        int[] counts = {1, 2, 4};
        Runnable[] jobs = new Runnable[counts.length];
        for (int i = 0; i < counts.length; i++) {
            MaskSettings settings = MaskSettings.of("S (HSV)").withFurther(further.subList(0, counts[i] - 1));
            jobs[i] = () -> new ImageToMask(engine, settings).mask(input, target);
        }
        double[] times = Timing.medians(jobs);
        for (int i = 0; i < counts.length; i++) print(engine, size, "mask of " + counts[i] + " terms", times[i]);
    }

    private static void print(Engine engine, int size, String what, double millis) {
        System.out.printf(Locale.ROOT, "%-8s %6d %-40s %8.1f%n", engine.name(), size, what, millis);
    }
}
