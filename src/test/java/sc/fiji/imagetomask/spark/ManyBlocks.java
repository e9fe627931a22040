package sc.fiji.imagetomask.spark;

import com.sun.management.GarbageCollectionNotificationInfo;
import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import sc.fiji.imagetomask.MaskSettings;
import sc.fiji.imagetomask.Multiplied;
import sc.fiji.imagetomask.Statistics;
import sc.fiji.imagetomask.ome.Axis;
import sc.fiji.imagetomask.ome.OmeZarrOutput;
import sc.fiji.imagetomask.ome.OmeZarrSpec;
import sc.fiji.imagetomask.tone.ClipRanges;
import sc.fiji.imagetomask.zarr.DataType;

/**
 * Prints what a job costs beside its pixels: its driver and stages go through blocks of 1024 x 1024 pixels whose work is
 * nothing. One row for each number of blocks: as many blocks of one slice, and as many slices of one block.
 */
final class ManyBlocks {

    private static final int EDGE = 1024;

    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    /** The work on a block: nothing is read, computed or written, but the histograms are there. */
    private record Nothing() implements BlockWork, BlockWork.Place {

        @Override
        public BlockWork here() {
            return this;
        }

        @Override
        public String engine() {
            return "none";
        }

        @Override
        public Count count(Block block) {
            long[] values = new long[256];
            for (int i = 0; i < values.length; i++) values[i] = 3000 + (block.slice() * 31 + i * 977L) % 2000;
            return new Count(new long[][] {values}, Problems.NONE);
        }

        @Override
        public Written write(Block block, ClipRanges ranges) {
            return new Written(List.of(), Problems.NONE, Multiplied.NOTHING);
        }

        @Override
        public void writeMeans(int level, long number) {}
    }

    private ManyBlocks() {}

    /** @param arguments the master, such as local[2]; then numbers of blocks, such as 1000 1000000 */
    public static void main(String[] arguments) throws IOException {
        AtomicLong most = new AtomicLong();
        watchHeap(most);
        SparkConf conf = new SparkConf()
                .setMaster(arguments[0])
                .setAppName("Many blocks")
                .set("spark.ui.enabled", "false")
                .set("spark.driver.host", "127.0.0.1");
        System.out.println("| blocks | slices | pass 1 s | pass 2 s | resolutions s | seconds of cores | heap MiB |");
        for (String blocks : List.of(arguments).subList(1, arguments.length))
            for (boolean areSlices : new boolean[] {false, true})
                try (JavaSparkContext context = new JavaSparkContext(conf)) {
                    System.gc();
                    most.set(0);
                    row(context, (long) Double.parseDouble(blocks), areSlices, most);
                }
    }

    private static void row(JavaSparkContext context, long blocks, boolean areSlices, AtomicLong most)
            throws IOException {
        long rows = areSlices ? 1 : Math.round(Math.sqrt(blocks));
        long columns = areSlices ? 1 : blocks / rows;
        long slices = areSlices ? blocks : 1;
        OmeZarrSpec spec = OmeZarrSpec.of(DataType.UINT8, Axis.all("zyx"), List.of(slices, rows * EDGE, columns * EDGE))
                .withChunk(List.of(1, EDGE, EDGE));
        OmeZarrOutput output = OmeZarrOutput.create(Files.createTempDirectory(Path.of("target"), "many"), spec, true);
        MaskSettings settings = MaskSettings.of("L (LAB)");
        PercentLines progress = new PercentLines(new PrintStream(OutputStream.nullOutputStream()));
        context.sc().addSparkListener(progress);
        MaskStages stages = new MaskStages(
                context,
                new Nothing(),
                new BlockGrid(columns * EDGE, rows * EDGE, slices, slices, 1, EDGE),
                Statistics.SLICE,
                progress);
        stages.announce(output);
        long cores = SYSTEM.getProcessCpuTime();
        long start = System.nanoTime();
        var counted = stages.count(counts -> CountedSlices.of(settings, slices, false, counts));
        long afterCount = System.nanoTime();
        stages.write(counted.found().ranges(), counted.executors());
        long afterWrite = System.nanoTime();
        stages.writeResolutions(output);
        long end = System.nanoTime();
        System.gc();
        System.out.printf(
                "| %,d | %,d | %.1f | %.1f | %.1f | %.0f | %d |%n",
                rows * columns * slices,
                slices,
                (afterCount - start) / 1e9,
                (afterWrite - afterCount) / 1e9,
                (end - afterWrite) / 1e9,
                (SYSTEM.getProcessCpuTime() - cores) / 1e9,
                most.get() >> 20);
    }

    /** Keeps the most bytes that a collection of garbage has left. */
    private static void watchHeap(AtomicLong most) {
        for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans())
            ((NotificationEmitter) collector)
                    .addNotificationListener(
                            (notification, none) -> {
                                var info = GarbageCollectionNotificationInfo.from(
                                        (CompositeData) notification.getUserData());
                                Map<String, MemoryUsage> left = info.getGcInfo().getMemoryUsageAfterGc();
                                long heap = left.entrySet().stream()
                                        .filter(pool -> pool.getKey().startsWith("G1"))
                                        .mapToLong(pool -> pool.getValue().getUsed())
                                        .sum();
                                most.accumulateAndGet(heap, Math::max);
                            },
                            null,
                            null);
    }
}
