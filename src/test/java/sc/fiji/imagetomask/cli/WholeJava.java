package sc.fiji.imagetomask.cli;

import sc.fiji.imagetomask.SevenByZero;
import sc.fiji.imagetomask.channel.Channel;
import sc.fiji.imagetomask.engine.ByteSpan;
import sc.fiji.imagetomask.engine.ChannelPlane;
import sc.fiji.imagetomask.engine.Engine;
import sc.fiji.imagetomask.engine.EngineChoice;
import sc.fiji.imagetomask.engine.Pixels;
import sc.fiji.imagetomask.tone.ClipRange;
import sc.fiji.imagetomask.tone.Levels;
import sc.fiji.imagetomask.tone.Tone;

/** Looks for devices, makes masks, and prints what 7 / 0 is after each step. */
public final class WholeJava {

    private static final int PIXELS = 1 << 22;

    private WholeJava() {}

    /**
     * Arguments: the steps, each the name of an engine, or the arguments of a command line with + for a blank, or the folder
     * where Java is to be looked for from then on.
     */
    public static void main(String[] args) {
        for (String step : args) {
            if (step.startsWith("java.home=")) System.setProperty("java.home", step.substring(10));
            else if (step.startsWith("-"))
                System.out.println("status " + ImageToMaskCli.run(System.out, System.out, step.split("\\+")));
            else
                masks(EngineChoice.of(step, null, notice -> System.out.println("notice: " + notice))
                        .engine());
            System.out.println(step + ": " + SevenByZero.now());
        }
        System.exit(0);
    }

    /** More pixels than {@code auto} leaves to Java without looking for a device. */
    private static void masks(Engine engine) {
        Pixels pixels = new Pixels.Packed(new int[PIXELS], 0, PIXELS, false);
        Tone tone = new Tone(new ClipRange(0, 255), Levels.NONE, false);
        for (int i = 0; i < 6; i++)
            try (ChannelPlane plane = engine.plane(pixels, Channel.RGB_R)) {
                plane.apply(tone, null, ByteSpan.allocate(PIXELS));
            }
    }
}
