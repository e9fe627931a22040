package sc.fiji.imagetomask.spark;

import java.io.IOException;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkEnv;
import sc.fiji.imagetomask.PlaneFile;

/**
 * Whether a machine keeps on its disk what pass 1 has read, where its memory has no room for it.
 *
 * <p>Design decision: only if the picture is not in a folder of the machine, which is read again as fast.
 */
final class KeptOnDisk {

    private static final String KEY = "spark.imagetomask.disk";
    private static final double USUAL = 0.5;

    private KeptOnDisk() {}

    /**
     * The share of the disk's free space that may be taken.
     *
     * @throws IllegalArgumentException with one sentence, if the user has set something else
     */
    static double share(SparkConf conf) {
        String text = conf.get(KEY, String.valueOf(USUAL));
        boolean isNumber = text.matches("0*([01]|[01]?\\.\\d+)");
        double share = isNumber ? Double.parseDouble(text) : -1;
        if (share < 0 || share > 1)
            throw new IllegalArgumentException(
                    KEY + " is '" + text
                            + "', but must be 0 to 1: the share of the free disk that may be taken; with 0 nothing is kept there.");
        return share;
    }

    /** The file of this machine, in Spark's folder for such files; null if there is none. */
    static PlaneFile file(JobArguments words, SparkOptions options) throws IOException {
        SparkEnv spark = SparkEnv.get();
        if (spark == null || words.place(options.input()).path() != null) return null;
        return PlaneFile.in(
                spark.blockManager().diskBlockManager().localDirs()[0].toPath(), share(spark.conf()));
    }
}
