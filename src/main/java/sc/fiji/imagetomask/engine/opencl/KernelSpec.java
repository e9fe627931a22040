package sc.fiji.imagetomask.engine.opencl;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import sc.fiji.imagetomask.channel.Channel;
import sc.fiji.imagetomask.engine.opencl.DeviceMasks.Factor;
import sc.fiji.imagetomask.engine.opencl.DevicePixels.Format;

/**
 * A kernel of this project: the files that its program is made of, the options it is built with, and its name.
 *
 * @param files .cl resources beside this class, in order
 * @param options preprocessor definitions
 * @param name the kernel's name in the source
 */
record KernelSpec(String files, String options, String name) {

    private static final String BYTE_FILES = "items.cl division.cl histogram.cl mask.cl tone.cl";
    private static final String HIGH_BIT_DEPTH_FILES = "items.cl division.cl histogram.cl mask.cl highbitdepthtone.cl";

    /** So that kernels name channels as the enum does. */
    private static final String CHANNELS = Stream.of(Channel.values())
            .map(channel -> "-D CHANNEL_" + channel.name() + "=" + channel.ordinal() + " ")
            .collect(Collectors.joining());

    static final KernelSpec HISTOGRAM_INSIDE = new KernelSpec(BYTE_FILES, "", "histogram_inside");
    static final KernelSpec JOIN_BYTES = new KernelSpec("items.cl join.cl", "", "join_bytes");
    static final KernelSpec JOIN_FLOATS = new KernelSpec("items.cl division.cl join.cl", "", "join_floats");
    static final KernelSpec TABLE = new KernelSpec("table.cl", "", "tone_table");

    /** The kernel that computes the plane of a channel, with its histogram for 8-bit pixels. */
    static KernelSpec plane(Channel channel, DevicePixels pixels) {
        boolean isDeep = pixels.format().isHighBitDepth();
        String options = CHANNELS + "-D CHANNEL=CHANNEL_"
                + sharing(channel, isDeep, pixels.hasAlpha()).name();
        if (isDeep)
            return new KernelSpec(
                    "items.cl division.cl channels.cl highbitdepthformulas.cl highbitdepth.cl",
                    options + " -D SAMPLE=" + pixels.format().type(),
                    "high_bit_depth_plane");
        return new KernelSpec(
                "items.cl histogram.cl channels.cl formulas.cl channel.cl",
                options + (pixels.format() == Format.PACKED ? " -D PACKED" : ""),
                "channel_plane");
    }

    /** The channel whose kernel this one shares, because both differ only in what is read or looked up. */
    static Channel sharing(Channel channel, boolean isDeep, boolean hasAlpha) {
        return switch (channel) {
            case RGB_G, RGB_B -> Channel.RGB_R;
            case ALPHA -> hasAlpha ? Channel.RGB_R : Channel.ALPHA;
            case STAIN_2, STAIN_3 -> Channel.STAIN_1;
            case LAB_A, LAB_B -> isDeep ? Channel.LAB_A : Channel.LAB_L;
            case YUV_U, YUV_V -> isDeep ? Channel.YUV_U : Channel.YUV_Y;
            case LCH_H -> isDeep ? Channel.LCH_H : Channel.LCH_C;
            case DISTANCE_2000 -> isDeep ? Channel.DISTANCE_2000 : Channel.DISTANCE;
            default -> channel;
        };
    }

    /**
     * The kernel that counts many channels of pixels of that kind.
     *
     * @param channels the most channels at once
     */
    static KernelSpec counts(Format format, int channels) {
        String options = CHANNELS + "-D MOST_CHANNELS=" + channels;
        return format.isHighBitDepth()
                ? new KernelSpec(
                        "items.cl division.cl histogram.cl highbitdepthformulas.cl sources.cl countfloats.cl count.cl",
                        options + " -D SAMPLE=" + format.type(),
                        "count_channels")
                : new KernelSpec(
                        "items.cl histogram.cl formulas.cl sources.cl countbytes.cl count.cl",
                        options + (format == Format.PACKED ? " -D PACKED" : ""),
                        "count_channels");
    }

    /** The kernel that applies a table to a plane of bytes. */
    static KernelSpec apply(Factor mask, boolean floatOut) {
        boolean masked = mask != null;
        String options = masked || floatOut ? kinds(mask, floatOut) : "";
        return new KernelSpec(BYTE_FILES, options, masked ? "apply_table_masked" : "apply_table");
    }

    /** What counts a plane of 16-bit and 32-bit images. */
    static KernelSpec highBitDepthHistogram(Factor mask) {
        return new KernelSpec(HIGH_BIT_DEPTH_FILES, kinds(mask, true), "high_bit_depth_histogram");
    }

    /** What applies a tone to a plane of 16-bit and 32-bit images. */
    static KernelSpec highBitDepthTone(Factor mask, boolean floatOut) {
        return new KernelSpec(HIGH_BIT_DEPTH_FILES, kinds(mask, floatOut), "high_bit_depth_tone");
    }

    private static String kinds(Factor factor, boolean floatOut) {
        Format mask = factor == null ? Format.BYTES : factor.format();
        return (factor != null && factor.labels() ? "-D LABELS " : "") + "-D MASK=" + mask.type() + " -D MASK4="
                + mask.type() + "4 -D MASK_MOST=" + mask.most() + " -D OUT=" + (floatOut ? "float" : "uchar")
                + " -D OUT_IS_FLOAT=" + (floatOut ? 1 : 0);
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
