package sc.fiji.imagetomask.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import sc.fiji.imagetomask.SevenByZero;
import sc.fiji.imagetomask.channel.Channel;
import sc.fiji.imagetomask.engine.ByteSpan;
import sc.fiji.imagetomask.engine.ChannelPlane;
import sc.fiji.imagetomask.engine.Engine;
import sc.fiji.imagetomask.engine.EngineChoice;
import sc.fiji.imagetomask.engine.EngineException;
import sc.fiji.imagetomask.engine.Pixels;
import sc.fiji.imagetomask.tone.ClipRange;
import sc.fiji.imagetomask.tone.Levels;
import sc.fiji.imagetomask.tone.Tone;

/** Looks for devices, makes masks, and prints what 7 / 0 is after each step. */
public final class WholeJava {

    private static final int PIXELS = 1 << 22;

    private WholeJava() {}

    /**
     * Arguments: the steps, each the name of an engine, the arguments of a command line with + for a blank, or a system
     * property to be set, such as {@code java.home=/none}.
     */
    public static void main(String[] args) throws IOException {
        for (String step : args) {
            if (step.startsWith("-"))
                System.out.println("status " + ImageToMaskCli.run(System.out, System.out, step.split("\\+")));
            else if (step.contains("=")) System.setProperty(step.split("=")[0], step.split("=")[1]);
            else engine(step);
            System.out.println(step + ": " + SevenByZero.now());
        }
        System.out.println("OpenCL is " + (isLoaded() ? "" : "not ") + "loaded");
        System.exit(0);
    }

    private static void engine(String name) {
        try {
            Engine engine = EngineChoice.of(name, null, notice -> System.out.println("notice: " + notice))
                    .engine();
            boolean areRight = masks(engine);
            System.out.println(name + ": " + engine.name() + " made " + (areRight ? "the right" : "wrong") + " bytes");
        } catch (EngineException e) {
            System.out.println("refused: " + e.getMessage());
        }
    }

    /** More pixels than {@code auto} leaves to Java without looking for a device; whether all masks are right. */
    private static boolean masks(Engine engine) {
        int[] colours = new Random(1).ints(PIXELS).toArray();
        byte[] expected = new byte[PIXELS];
        for (int i = 0; i < PIXELS; i++) expected[i] = (byte) ~(colours[i] >> 16);
        Tone tone = new Tone(new ClipRange(0, 255), Levels.NONE, true);
        boolean areRight = true;
        for (int i = 0; i < 6; i++)
            try (ChannelPlane plane = engine.plane(new Pixels.Packed(colours, 0, PIXELS, false), Channel.RGB_R)) {
                byte[] made = new byte[PIXELS];
                plane.apply(tone, null, ByteSpan.of(made));
                areRight &= Arrays.equals(made, expected);
            }
        return areRight;
    }

    /** Whether a library of OpenCL is in this process, as Linux tells it. */
    private static boolean isLoaded() throws IOException {
        return Files.readString(Path.of("/proc/self/maps")).contains("libOpenCL");
    }
}
