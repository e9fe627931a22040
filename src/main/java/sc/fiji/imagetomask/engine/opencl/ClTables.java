package sc.fiji.imagetomask.engine.opencl;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jocl.cl_mem;
import sc.fiji.imagetomask.channel.Channel;
import sc.fiji.imagetomask.channel.ChannelFormula;
import sc.fiji.imagetomask.channel.DistanceTables;
import sc.fiji.imagetomask.channel.Hsv;
import sc.fiji.imagetomask.channel.Lab;
import sc.fiji.imagetomask.channel.Lch;
import sc.fiji.imagetomask.channel.ReferenceColours;
import sc.fiji.imagetomask.channel.Stains;
import sc.fiji.imagetomask.channel.Yuv;
import sc.fiji.imagetomask.engine.ByteSpan;

/**
 * What the kernels of some channels look up, in the memory of a device. What depends on the channel only is written once
 * and kept; what depends on stains or colours, which users change often, is written for each plane.
 */
final class ClTables implements AutoCloseable {

    private final Map<Channel, ClBuffer> kept = new EnumMap<>(Channel.class);
    private final BiFunction<ClLane, ByteSpan, ClBuffer> store;

    /** @param store puts bytes of the host into memory of the device */
    ClTables(BiFunction<ClLane, ByteSpan, ClBuffer> store) {
        this.store = store;
    }

    /** Tables in use; closing gives their memory back unless they are kept. */
    record Use(ClBuffer buffer, boolean isKept) implements AutoCloseable {

        /** The tables, or if there are none, something that is not read. */
        cl_mem memory(cl_mem other) {
            return buffer == null ? other : buffer.memory();
        }

        @Override
        public void close() {
            if (buffer != null && !isKept) buffer.close();
        }
    }

    /** The tables for a channel of 8-bit pixels. */
    Use bytes(ChannelFormula formula, ClLane lane) {
        return switch (formula.channel()) {
            case LAB_L, LAB_A, LAB_B, YUV_Y, YUV_U, YUV_V, HSV_H, HSV_S, LCH_C, LCH_H ->
                new Use(kept(formula.channel(), lane), true);
            case STAIN_1, STAIN_2, STAIN_3 -> written(stain(formula.stains(), formula.stain()), lane);
            case DISTANCE, DISTANCE_2000 -> written(distances(formula.colours().tables(formula.difference())), lane);
            default -> new Use(null, true);
        };
    }

    /** The numbers for a channel of 16-bit and 32-bit images. */
    Use floats(ChannelFormula formula, ClLane lane) {
        Stains stains = formula.stains();
        return switch (formula.channel()) {
            case STAIN_1, STAIN_2, STAIN_3 ->
                written(new HostTable().add(stains.factors(formula.stain())).add(stains.logarithms()), lane);
            case LAB_A, YUV_U -> written(new HostTable().add(1f), lane);
            case LAB_B, YUV_V -> written(new HostTable().add(0f), lane);
            case DISTANCE, DISTANCE_2000 -> written(colours(formula.colours()), lane);
            default -> new Use(null, true);
        };
    }

    private static HostTable colours(ReferenceColours references) {
        float[][] colours = references.lab();
        HostTable table = new HostTable().add((float) colours.length);
        for (float[] lab : colours) table.add(lab);
        return table;
    }

    private synchronized ClBuffer kept(Channel channel, ClLane lane) {
        return kept.computeIfAbsent(
                channel, key -> written(ofChannel(key), lane).buffer());
    }

    private Use written(HostTable table, ClLane lane) {
        return new Use(store.apply(lane, table.bytes()), false);
    }

    private static HostTable ofChannel(Channel channel) {
        HostTable table = new HostTable();
        return switch (channel) {
            case LAB_L -> table.add(Lab.nodes(0));
            case LAB_A -> table.add(Lab.nodes(1));
            case LAB_B -> table.add(Lab.nodes(2));
            case YUV_Y, YUV_U, YUV_V -> table.add(Yuv.parts(channel.ordinal() - Channel.YUV_Y.ordinal()));
            case HSV_H -> table.add(Hsv.hueReciprocals());
            case HSV_S -> table.add(Hsv.saturationReciprocals());
            case LCH_C -> table.add(Lab.nodes(1)).add(Lab.nodes(2)).add(Lch.chromaTable());
            default -> table.add(Lab.nodes(1)).add(Lab.nodes(2)).add(Lch.hueTable());
        };
    }

    private static HostTable stain(Stains stains, int stain) {
        HostTable table = new HostTable();
        for (int colour = 0; colour < 3; colour++) table.add(stains.table(stain, colour));
        return table;
    }

    private static HostTable distances(List<DistanceTables> colours) {
        HostTable table = new HostTable();
        for (int component = 0; component < 3; component++) table.add(Lab.nodes(component));
        table.add(colours.size());
        colours.forEach(colour -> table.add(colour.lightness()).add(colour.colour()));
        return table;
    }

    @Override
    public void close() {
        kept.values().forEach(ClBuffer::close);
    }

    /** Numbers one after the other, as this computer and its devices store them. */
    private static final class HostTable {

        private ByteBuffer buffer = ByteBuffer.allocate(4096).order(ByteOrder.nativeOrder());

        /** Adds 16-bit numbers. */
        HostTable add(char[] numbers) {
            room(2 * numbers.length).asCharBuffer().put(numbers);
            return passed(2 * numbers.length);
        }

        /** Adds 32-bit numbers. */
        HostTable add(int... numbers) {
            room(4 * numbers.length).asIntBuffer().put(numbers);
            return passed(4 * numbers.length);
        }

        /** Adds single-precision numbers. */
        HostTable add(float... numbers) {
            room(4 * numbers.length).asFloatBuffer().put(numbers);
            return passed(4 * numbers.length);
        }

        /** Adds bytes. */
        HostTable add(byte[] numbers) {
            room(numbers.length).duplicate().put(numbers);
            return passed(numbers.length);
        }

        /** All of them. */
        ByteSpan bytes() {
            return ByteSpan.of(Arrays.copyOf(buffer.array(), buffer.position()));
        }

        private ByteBuffer room(int size) {
            int needed = buffer.position() + size;
            if (needed > buffer.capacity()) {
                byte[] larger = Arrays.copyOf(buffer.array(), 2 * needed);
                buffer = ByteBuffer.wrap(larger).order(ByteOrder.nativeOrder()).position(buffer.position());
            }
            return buffer;
        }

        private HostTable passed(int size) {
            buffer.position(buffer.position() + size);
            return this;
        }
    }
}
