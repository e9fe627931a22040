package sc.fiji.imagetomask.engine.opencl;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import org.jocl.cl_mem;
import sc.fiji.imagetomask.channel.Channel;
import sc.fiji.imagetomask.channel.ChannelFormula;
import sc.fiji.imagetomask.channel.DistanceTables;
import sc.fiji.imagetomask.channel.Hsv;
import sc.fiji.imagetomask.channel.Lab;
import sc.fiji.imagetomask.channel.Lch;
import sc.fiji.imagetomask.channel.Stains;
import sc.fiji.imagetomask.channel.Yuv;
import sc.fiji.imagetomask.engine.ByteSpan;
import sc.fiji.imagetomask.threads.Together;

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

    /**
     * The tables of several channels in one piece of memory.
     *
     * @param channels for each channel its number, and where its tables begin, in steps of 4 bytes
     */
    record Several(ClBuffer channels, ClBuffer tables) implements AutoCloseable {

        @Override
        public void close() {
            tables.close();
            channels.close();
        }
    }

    /** The tables for a channel of 8-bit pixels. */
    Use bytes(ChannelFormula formula, ClLane lane) {
        Channel channel = formula.channel();
        return channel.isStain() || channel.isDistance()
                ? written(bytes(formula), lane)
                : new Use(kept(formula, lane), true);
    }

    /** The numbers for a channel of 16-bit and 32-bit images. */
    Use floats(ChannelFormula formula, ClLane lane) {
        HostTable table = new HostTable();
        addFloats(table, formula);
        return table.isEmpty() ? new Use(null, true) : written(table, lane);
    }

    /** The tables of several channels; of 8-bit pixels, those of L, a and b come first. */
    Several several(List<ChannelFormula> formulas, boolean isDeep, ClLane lane) {
        HostTable tables = new HostTable();
        HostTable channels = new HostTable();
        if (!isDeep) addNodes(tables, 0, 1, 2);
        for (ChannelFormula formula : formulas) {
            channels.add(formula.channel().ordinal(), tables.size() / 4);
            if (isDeep) addFloats(tables, formula);
            else addOwn(tables, formula);
        }
        if (tables.isEmpty()) tables.add(0);
        ClBuffer known = store.apply(lane, channels.bytes());
        try {
            return new Several(known, store.apply(lane, tables.bytes()));
        } catch (RuntimeException | Error e) {
            known.close();
            throw e;
        }
    }

    /** Null for a channel that looks up nothing. */
    private synchronized ClBuffer kept(ChannelFormula formula, ClLane lane) {
        Channel channel = formula.channel();
        if (!kept.containsKey(channel)) {
            HostTable table = bytes(formula);
            kept.put(channel, table.isEmpty() ? null : written(table, lane).buffer());
        }
        return kept.get(channel);
    }

    private Use written(HostTable table, ClLane lane) {
        return new Use(store.apply(lane, table.bytes()), false);
    }

    private static HostTable bytes(ChannelFormula formula) {
        HostTable table = new HostTable();
        switch (formula.channel()) {
            case LAB_L -> addNodes(table, 0);
            case LAB_A -> addNodes(table, 1);
            case LAB_B -> addNodes(table, 2);
            case LCH_C, LCH_H -> addNodes(table, 1, 2);
            case DISTANCE, DISTANCE_2000 -> addNodes(table, 0, 1, 2);
            default -> {}
        }
        addOwn(table, formula);
        return table;
    }

    private static void addNodes(HostTable table, int... components) {
        for (int component : components) table.add(Lab.nodes(component));
    }

    /** What a channel of 8-bit pixels looks up besides the nodes of L, a and b. */
    private static void addOwn(HostTable table, ChannelFormula formula) {
        Channel channel = formula.channel();
        switch (channel) {
            case YUV_Y, YUV_U, YUV_V -> table.add(Yuv.parts(channel.ordinal() - Channel.YUV_Y.ordinal()));
            case HSV_H -> table.add(Hsv.hueReciprocals());
            case HSV_S -> table.add(Hsv.saturationReciprocals());
            case STAIN_1, STAIN_2, STAIN_3 -> {
                for (int colour = 0; colour < 3; colour++)
                    table.add(formula.stains().table(formula.stain(), colour));
            }
            case LCH_C -> table.add(Lch.chromaTable());
            case LCH_H -> table.add(Lch.hueTable());
            case DISTANCE, DISTANCE_2000 -> {
                List<DistanceTables> colours = formula.colours().tables(formula.difference());
                Together.forEach(colours, DistanceTables::colours);
                table.add(colours.size());
                colours.forEach(colour -> table.add(colour.lightness()).add(colour.colours()));
            }
            default -> {}
        }
    }

    private static void addFloats(HostTable table, ChannelFormula formula) {
        Stains stains = formula.stains();
        switch (formula.channel()) {
            case STAIN_1, STAIN_2, STAIN_3 ->
                table.add(stains.factors(formula.stain())).add(stains.logarithms());
            case LAB_A, YUV_U -> table.add(1f);
            case LAB_B, YUV_V -> table.add(0f);
            case DISTANCE, DISTANCE_2000 -> {
                float[][] colours = formula.colours().lab();
                table.add((float) colours.length);
                for (float[] lab : colours) table.add(lab);
            }
            default -> {}
        }
    }

    @Override
    public void close() {
        kept.values().stream().filter(Objects::nonNull).forEach(ClBuffer::close);
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

        boolean isEmpty() {
            return buffer.position() == 0;
        }

        /** In bytes. */
        int size() {
            return buffer.position();
        }

        /** All of them. */
        ByteSpan bytes() {
            return new ByteSpan(buffer.array(), 0, buffer.position());
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
