package sc.fiji.imagetomask.engine.opencl;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import sc.fiji.imagetomask.engine.Pixels;
import sc.fiji.imagetomask.engine.Samples;

/**
 * Pixels of the host in memory of a device: those of one or more sets, one after the other.
 *
 * @param source that memory
 * @param pixels how kernels read it
 */
record SentPixels(ClBuffer source, DevicePixels pixels) implements AutoCloseable {

    /** Writes the sets, which must be {@linkplain #areAlike alike}. */
    static SentPixels of(ClContext context, ClLane lane, List<? extends Pixels> sets) {
        Pixels first = first(sets);
        int n = sets.stream().mapToInt(Pixels::length).sum();
        int channels = channels(first);
        DevicePixels.Format format = format(first);
        return context.keeping((long) format.size() * channels * n, source -> {
            int start = 0;
            for (Pixels set : sets) {
                if (set.length() == 0) continue;
                for (int c = 0; c < channels; c++) write(lane, source, (long) c * n + start, set, c, format);
                start += set.length();
            }
            List<DevicePixels.Plane> planes = IntStream.range(0, channels)
                    .mapToObj(c -> new DevicePixels.Plane(source.memory(), (long) c * n, range(first, c)))
                    .toList();
            boolean isOpaque = format == DevicePixels.Format.PACKED && !first.hasAlpha();
            return new SentPixels(source, new DevicePixels(format, planes, n, isOpaque));
        });
    }

    /** @param start the place of the first pixel in the buffer, in elements */
    private static void write(
            ClLane lane, ClBuffer source, long start, Pixels set, int channel, DevicePixels.Format format) {
        long at = start * format.size();
        if (set instanceof Pixels.Packed packed)
            lane.write(source, at, packed.data(), packed.offset(), packed.length());
        else if (set instanceof Pixels.Planar planar) lane.write(source, at, planar.plane(channel));
        else if (set instanceof Pixels.HighBitDepth deep)
            lane.write(
                    source,
                    at,
                    deep.channels()[channel],
                    deep.offset(),
                    deep.length(),
                    format == DevicePixels.Format.SHORTS);
    }

    /** One that is not empty, if there is any. */
    private static Pixels first(List<? extends Pixels> sets) {
        return sets.stream()
                .filter(set -> set.length() > 0)
                .<Pixels>map(set -> set)
                .findFirst()
                .orElse(sets.get(0));
    }

    /** Whether kernels can read all of them in the same way. */
    static boolean areAlike(List<Pixels> sets) {
        Pixels first = first(sets);
        return sets.stream()
                .filter(set -> set.length() > 0)
                .allMatch(set -> set.getClass() == first.getClass()
                        && format(set) == format(first)
                        && set.hasAlpha() == first.hasAlpha()
                        && ranges(set).equals(ranges(first)));
    }

    /** Samples of different types are all copied as floats. */
    private static DevicePixels.Format format(Pixels pixels) {
        if (pixels instanceof Pixels.Packed) return DevicePixels.Format.PACKED;
        if (!(pixels instanceof Pixels.HighBitDepth deep)) return DevicePixels.Format.BYTES;
        return Arrays.stream(deep.channels()).allMatch(Samples.Shorts.class::isInstance)
                ? DevicePixels.Format.SHORTS
                : DevicePixels.Format.FLOATS;
    }

    private static int channels(Pixels pixels) {
        return ranges(pixels).size();
    }

    private static Samples.Range range(Pixels pixels, int channel) {
        return ranges(pixels).get(channel);
    }

    /** One for each channel. */
    private static List<Samples.Range> ranges(Pixels pixels) {
        if (pixels instanceof Pixels.HighBitDepth deep)
            return Arrays.stream(deep.channels()).map(Samples::range).toList();
        int channels = pixels instanceof Pixels.Planar planar ? planar.channels().length : 1;
        return Collections.nCopies(channels, Samples.Range.UNIT);
    }

    @Override
    public void close() {
        source.close();
    }
}
