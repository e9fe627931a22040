package sc.fiji.imagetomask.engine.opencl;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import sc.fiji.imagetomask.channel.Channel;
import sc.fiji.imagetomask.engine.Pixels;

/**
 * A kernel of this project: the files that its program is made of, the options it is built with, and its name.
 *
 * @param files .cl resources beside this class, in order
 * @param options preprocessor definitions
 * @param name the kernel's name in the source
 */
record KernelSpec(String files, String options, String name) {

    static final KernelSpec HISTOGRAM_INSIDE = tone("histogram_inside");
    static final KernelSpec APPLY = tone("apply_table");
    static final KernelSpec APPLY_MASKED = tone("apply_table_masked");

    static final KernelSpec DEEP_HISTOGRAM = new KernelSpec("items.cl histogram.cl deeptone.cl", "", "deep_histogram");
    static final KernelSpec DEEP_TONE = new KernelSpec("items.cl histogram.cl deeptone.cl", "", "deep_tone");

    private static KernelSpec tone(String name) {
        return new KernelSpec("items.cl histogram.cl tone.cl", "", name);
    }

    /** The kernel that makes a plane of that channel from such deeper data, all samples of one kind. */
    static KernelSpec deep(Channel channel, int channels, boolean shorts) {
        return new KernelSpec(
                "items.cl deep.cl",
                "-D CHANNEL=" + channel.ordinal() + " -D CHANNELS=" + channels + " -D SAMPLE="
                        + (shorts ? "ushort" : "float"),
                "deep_plane");
    }

    /** The kernel that makes a plane of that channel from such pixels. */
    static KernelSpec channel(Channel channel, Pixels.EightBit pixels) {
        int source = pixels instanceof Pixels.Planar planar ? planar.channels().length : 0;
        String opaque = pixels.hasAlpha() ? "" : " -D OPAQUE";
        return new KernelSpec(
                "items.cl histogram.cl channel.cl",
                "-D CHANNEL=" + channel.ordinal() + " -D SOURCE=" + source + opaque,
                "channel_plane");
    }

    /** What kernels have in common that are built together. */
    String program() {
        return files + " " + options;
    }

    /** The text of the program. */
    String source() {
        StringBuilder source = new StringBuilder();
        for (String file : files.split(" ")) {
            try (InputStream in = KernelSpec.class.getResourceAsStream(file)) {
                source.append(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return source.toString();
    }
}
