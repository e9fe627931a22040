package sc.fiji.imagetomask.benchmark;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import sc.fiji.imagetomask.channel.Channel;
import sc.fiji.imagetomask.engine.ByteSpan;
import sc.fiji.imagetomask.engine.ChannelPlane;
import sc.fiji.imagetomask.engine.Engine;
import sc.fiji.imagetomask.engine.EngineChoice;
import sc.fiji.imagetomask.engine.Pixels;
import sc.fiji.imagetomask.engine.jvm.JavaEngine;
import sc.fiji.imagetomask.tone.ClipRange;
import sc.fiji.imagetomask.tone.Levels;
import sc.fiji.imagetomask.tone.Tone;
import sc.fiji.imagetomask.ui.preview.PreviewBench;

/**
 * How work comes in practice, each next to what it is to be compared with, as tab-separated values: a mask by each engine
 * and by Java; what OpenCL must do beside computing and a small mask by Java; a preview and the whole mask; many small pictures and one large one; two threads on one engine and one.
 */
@Command(
        name = "workloads",
        description = "Times engines, previews, batches and threads next to what they are compared with.",
        mixinStandardHelpOptions = true)
public final class Workloads implements Callable<Integer> {

    private static final Levels LEVELS = new Levels(20, 230, 1.3);
    private static final int PREVIEWED = 4096;
    private static final int PICTURES = 200;
    private static final int SMALL = 1 << 20;

    @Option(names = "--engine", description = "java, opencl or auto; default: all.")
    private List<String> engines = List.of("java", "opencl", "auto");

    @Option(names = "--channel", description = "A channel; default: one of each kind.")
    private List<String> channels = List.of("L (LAB)", "R (RGB)", "Y (YUV)", "H (HSV)");

    /** Prints the table, and ends this process. */
    public static void main(String[] args) {
        System.exit(new CommandLine(new Workloads()).execute(args));
    }

    @Override
    public Integer call() {
        System.out.println("workload\tchannel\tengine\tms\tcompared_to\tms\tratio");
        for (int edge : new int[] {256, 1024, 4096}) engines(SmoothNoise.of(edge));
        if (engines.contains("opencl")) for (int edge : new int[] {256, 1024}) leastOfOpenCl(SmoothNoise.of(edge));
        previews();
        SmoothNoise picture = SmoothNoise.of((int) Math.ceil(Math.sqrt(PICTURES * (double) SMALL)));
        for (String name : engines) {
            Engine engine = EngineChoice.of(name, null, System.err::println).engine();
            for (String channel : channels) batch(name, engine, channel, picture);
            for (String channel : channels) threads(name, engine, channel, picture);
        }
        return 0;
    }

    private void engines(SmoothNoise picture) {
        Engine java = new JavaEngine();
        byte[] out = new byte[picture.argb().length];
        for (String name : engines) {
            if (name.equals("java")) continue;
            Engine engine = EngineChoice.of(name, null, System.err::println).engine();
            for (String channel : channels) {
                double[] ms = Timing.medians(
                        () -> mask(engine, channel, picture, 0, out.length, out),
                        () -> mask(java, channel, picture, 0, out.length, out));
                String one = "one of " + picture.size() + " x " + picture.size();
                print(one, channel, name, ms[0], "java, in turns", ms[1]);
            }
        }
    }

    /** What OpenCL must do beside computing: start a kernel, and copy the pixels, which Java's engine reads where they are. */
    private void leastOfOpenCl(SmoothNoise picture) {
        byte[] out = new byte[picture.argb().length];
        ProcessorCopy copy = new ProcessorCopy(picture);
        Engine java = new JavaEngine();
        try (EmptyKernel kernel = new EmptyKernel()) {
            for (String channel : channels) {
                double[] ms = Timing.medians(
                        kernel::run, () -> copy.run(false), () -> mask(java, channel, picture, 0, out.length, out));
                String one = "java, one of " + picture.size() + " x " + picture.size();
                print("an empty kernel and a marker", channel, "opencl", ms[0], one, ms[2]);
                print("a copy", channel, "java", ms[1], one, ms[2]);
            }
        }
    }

    private void previews() {
        try (PreviewBench bench =
                new PreviewBench(PREVIEWED, SmoothNoise.of(PREVIEWED).argb())) {
            for (String name : engines)
                for (String channel : channels)
                    print(
                            "preview of 4096 x 4096",
                            channel,
                            name,
                            Timing.median(() -> bench.update(name, channel)),
                            "whole mask",
                            Timing.median(() -> bench.run(name, channel)));
        }
    }

    private static void batch(String name, Engine engine, String channel, SmoothNoise picture) {
        byte[] masks = new byte[PICTURES * SMALL];
        double one = Timing.median(() -> mask(engine, channel, picture, 0, masks.length, masks));
        double many = Timing.median(() ->
                IntStream.range(0, PICTURES).forEach(i -> mask(engine, channel, picture, i * SMALL, SMALL, masks)));
        print("200 of 1024 x 1024", channel, name, many, "one of 200 x 1024 x 1024", one);
    }

    /** 40 masks by one thread, and 40 by each of two; all of the same bytes. */
    private static void threads(String name, Engine engine, String channel, SmoothNoise picture) {
        byte[] right = new byte[4 * SMALL];
        mask(engine, channel, picture, 0, right.length, right);
        AtomicInteger wrong = new AtomicInteger();
        Runnable masks = () -> {
            byte[] mask = new byte[right.length];
            for (int i = 0; i < 40; i++) {
                mask(engine, channel, picture, 0, mask.length, mask);
                if (!Arrays.equals(mask, right)) wrong.incrementAndGet();
            }
        };
        double one = Timing.median(masks);
        double two = Timing.median(() -> {
            Thread other = new Thread(masks);
            other.start();
            masks.run();
            try {
                other.join();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        print("2 threads, 40 of 2048 x 2048 each, " + wrong + " wrong", channel, name, two, "twice 1 thread", 2 * one);
    }

    private static void mask(Engine engine, String channel, SmoothNoise picture, int from, int n, byte[] out) {
        Pixels pixels = new Pixels.Packed(picture.argb(), from, n, false);
        try (ChannelPlane plane = engine.plane(pixels, Channel.of(channel))) {
            Tone tone = new Tone(ClipRange.of(plane.histogram()), LEVELS, false);
            plane.apply(tone, null, new ByteSpan(out, from, n));
        }
    }

    private static void print(String workload, String channel, String engine, double ms, String other, double than) {
        System.out.printf(
                Locale.ROOT,
                "%s\t%s\t%s\t%.2f\t%s\t%.2f\t%.2f%n",
                workload,
                channel,
                engine,
                ms,
                other,
                than,
                ms / than);
    }
}
