package sc.fiji.imagetomask.clij;

import java.util.Arrays;
import java.util.Random;
import net.haesleinhuepf.clij.clearcl.ClearCLBuffer;
import org.jocl.CL;
import sc.fiji.imagetomask.MaskSettings;
import sc.fiji.imagetomask.SomeFormulas;
import sc.fiji.imagetomask.channel.Channel;
import sc.fiji.imagetomask.engine.ByteSpan;
import sc.fiji.imagetomask.engine.ChannelPlane;
import sc.fiji.imagetomask.engine.EngineChoice;
import sc.fiji.imagetomask.engine.Pixels;
import sc.fiji.imagetomask.engine.jvm.JavaEngine;
import sc.fiji.imagetomask.tone.ClipRange;

/** A program: masks of all channels in buffers of CLIJ, compared with the Java engine's; says which JOCL served. */
public final class AllChannels {

    private AllChannels() {}

    public static void main(String[] args) {
        byte[][] planes = new byte[3][1000];
        for (byte[] plane : planes) new Random(plane.hashCode()).nextBytes(plane);
        int equal = 0;
        try (ClearCLBuffer source = Clij.bytes(50, 20, planes);
                ClearCLBuffer out = ClijMasks.create(source)) {
            for (Channel channel : Channel.values()) {
                MaskSettings settings = SomeFormulas.settings(channel).withLevels(10, 240, 1.5);
                ClijMasks.mask(ColourBuffers.slices(source), null, out, settings);
                byte[] expected = new byte[1000];
                try (ChannelPlane plane =
                        new JavaEngine().plane(new Pixels.Planar(planes, 0, 1000), settings.formula())) {
                    plane.apply(settings.first().tone(ClipRange.of(plane.histogram())), null, ByteSpan.of(expected));
                }
                if (Arrays.equals(expected, Clij.bytes(out))) equal++;
            }
        }
        System.out.println("equal: " + equal);
        System.out.println("engine: "
                + EngineChoice.of("opencl", null, said -> {}).engine().name());
        System.out.println("jocl: "
                + CL.class.getProtectionDomain().getCodeSource().getLocation().getPath());
    }
}
