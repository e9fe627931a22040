package sc.fiji.imagetomask.benchmark;

import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import sc.fiji.imagetomask.channel.Channel;
import sc.fiji.imagetomask.channel.ChannelFormula;
import sc.fiji.imagetomask.channel.ReferenceColours;
import sc.fiji.imagetomask.channel.Stains;
import sc.fiji.imagetomask.engine.ByteSpan;
import sc.fiji.imagetomask.engine.ChannelPlane;
import sc.fiji.imagetomask.engine.Engine;
import sc.fiji.imagetomask.engine.EngineChoice;
import sc.fiji.imagetomask.engine.EngineException;
import sc.fiji.imagetomask.engine.Pixels;
import sc.fiji.imagetomask.engine.opencl.DeviceBench;
import sc.fiji.imagetomask.tone.ClipRange;
import sc.fiji.imagetomask.tone.Levels;
import sc.fiji.imagetomask.tone.Tone;

/**
 * How long a mask takes next to a copy of the same bytes, as tab-separated values.
 *
 * <p>Path {@code host}: from a picture to a byte[] mask, both on the Java heap; the picture is an int[] of ARGB, or three
 * byte planes. Path {@code device}: picture
 * and mask stay on the device. The bound is measured in the same run: on a processor a copy of the same bytes by all
 * threads; on a GPU for {@code device} a copy of the picture on the device, for {@code host} the larger of the transfers
 * over pinned memory and a copy by all threads between heap and pinned memory.
 */
@Command(
        name = "roofline",
        description = "Times masks next to copies of the same bytes.",
        mixinStandardHelpOptions = true)
public final class Roofline implements Callable<Integer> {

    private static final Levels LEVELS = new Levels(20, 230, 1.3);

    @Option(names = "--engine", description = "java, opencl or auto; default: all.")
    private List<String> engines = List.of("java", "opencl", "auto");

    @Option(names = "--device", description = "The OpenCL device; default: the best.")
    private String device;

    @Option(names = "--size", description = "Edge of the square picture in pixels; default: 256 to 16384.")
    private List<Integer> sizes = List.of(256, 512, 1024, 2048, 4096, 8192, 16384);

    @Option(names = "--channel", description = "A channel; default: one of each kind.")
    private List<String> channels = List.of(
            "L (LAB)", "R (RGB)", "Y (YUV)", "H (HSV)", "Stain 1", "C (LCH)", "Distance", "Distance (CIEDE2000)");

    @Option(
            names = "--picture",
            description = "A file that is enlarged to the size; default: smooth noise of all colours.")
    private File file;

    @Option(names = "--colour", description = "What distances are measured from; default: one colour.")
    private String colour = "#b5651d";

    @Option(names = "--new-colours", description = "Each mask is measured from another colour.")
    private boolean newColours;

    private int colours;

    @Option(names = "--path", description = "host or device; default: both.")
    private List<String> paths = List.of("host", "device");

    @Option(names = "--layout", description = "packed or planar; default: both. The device's pictures are packed.")
    private List<String> layouts = List.of("packed", "planar");

    @Option(names = "--masked", arity = "1", description = "true or false; default: both.")
    private List<Boolean> masked = List.of(false, true);

    /** Prints the table, and ends this process. */
    public static void main(String[] args) {
        System.exit(new CommandLine(new Roofline()).execute(args));
    }

    @Override
    public Integer call() throws IOException {
        System.out.println("size\tchannel\tlayout\tmasked\tengine\tdevice\tpath\tms\tcores_ms\tbound_ms\tratio");
        for (int size : sizes) {
            SmoothNoise picture = file == null ? SmoothNoise.of(size) : SmoothNoise.of(size, file);
            for (String name : engines) {
                Engine engine;
                try {
                    engine = EngineChoice.of(name, name.equals("opencl") ? device : null, System.err::println)
                            .engine();
                } catch (EngineException e) {
                    System.err.println(e.getMessage());
                    continue;
                }
                if (paths.contains("host")) host(picture, name, engine);
                if (paths.contains("device") && name.equals("opencl")) onDevice(picture, engine);
            }
        }
        return 0;
    }

    private void host(SmoothNoise picture, String name, Engine engine) {
        byte[] result = new byte[picture.argb().length];
        for (boolean withMask : masked) {
            double bound = hostBound(picture, name, engine, withMask);
            for (String label : channels)
                for (String layout : layouts) {
                    Channel channel = Channel.of(label);
                    Pixels pixels = layout.equals("planar") ? picture.planar() : picture.packed();
                    Timing.Times spent = Timing.spent(() -> {
                        try (ChannelPlane plane = engine.plane(pixels, formula(channel))) {
                            Tone tone = new Tone(ClipRange.of(plane.histogram()), LEVELS, false);
                            plane.apply(tone, withMask ? ByteSpan.of(picture.mask()) : null, ByteSpan.of(result));
                        }
                    });
                    print(picture, channel, layout, withMask, name, engine, "host", spent, bound);
                }
        }
    }

    private static double hostBound(SmoothNoise picture, String name, Engine engine, boolean withMask) {
        if (name.equals("opencl") && !DeviceBench.isProcessor(engine))
            try (DeviceBench bench = new DeviceBench(engine, picture.argb(), picture.mask())) {
                return Math.max(
                        Timing.median(() -> bench.transferPinned(withMask)),
                        Timing.median(() -> bench.copyToPinned(withMask)));
            }
        ProcessorCopy copy = new ProcessorCopy(picture);
        return Timing.median(() -> copy.run(withMask));
    }

    private void onDevice(SmoothNoise picture, Engine engine) {
        try (DeviceBench bench = new DeviceBench(engine, picture.argb(), picture.mask())) {
            double bound = Timing.median(bench::copyOnDevice);
            for (boolean withMask : masked)
                for (String label : channels) {
                    Channel channel = Channel.of(label);
                    Timing.Times spent = Timing.spent(() -> bench.mask(formula(channel), LEVELS, withMask));
                    print(picture, channel, "packed", withMask, "opencl", engine, "device", spent, bound);
                }
        }
    }

    /** With the default stains. */
    private ChannelFormula formula(Channel channel) {
        return new ChannelFormula(
                channel, Stains.DEFAULT, channel.isDistance() ? referenceColours() : ReferenceColours.NONE);
    }

    private ReferenceColours referenceColours() {
        return newColours ? new ReferenceColours(List.of(0x308a51 * ++colours)) : ReferenceColours.parse(colour);
    }

    private static void print(
            SmoothNoise picture,
            Channel channel,
            String layout,
            boolean withMask,
            String name,
            Engine engine,
            String path,
            Timing.Times spent,
            double bound) {
        System.out.printf(
                Locale.ROOT,
                "%d\t%s\t%s\t%b\t%s\t%s\t%s\t%.3f\t%.3f\t%.3f\t%.2f%n",
                picture.size(),
                channel,
                layout,
                withMask,
                name,
                engine.device(),
                path,
                spent.wall(),
                spent.cores(),
                bound,
                spent.wall() / bound);
    }
}
