package sc.fiji.imagetomask.picturefile.tiff;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sc.fiji.imagetomask.cli.CliRun;

/** Small files that claim to be large, or to have no end: one sentence each, and no more memory than they justify. */
class HostileTiffTest {

    private static final long MOST_BYTES = 60_000_000;

    @TempDir
    private Path temp;

    /** Tags and values; 273 and 324 are the place of the data. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "256=2000000000 257=2000000000 259=1 273=300 278=2000000000 279=100 | ends early",
                "256=30000 257=30000 259=1 273=300 278=30000 279=100 | ends early",
                "256=30000 257=30000 259=5 273=300 278=30000 279=100 | ends early",
                "256=30000 257=30000 259=8 273=300 278=30000 279=100 | unknown compression method",
                "256=30000 257=30000 259=7 273=300 278=30000 279=100 | one of its strips or tiles is not a JPEG",
                "256=30000 257=30000 259=32773 273=300 278=30000 279=100 | ends early",
                "256=30000 257=30000 259=5 273=300 278=30000 | ends early",
                "256=100 257=100 259=1 273=300 278=100 279=100 | ends early",
                "256=100 257=100 259=1 273=4000000000 278=100 279=10000 | ends early",
                "256=100 257=100 259=5 273=300 278=100 279=4000000000 | ends early",
                "256=100 257=100 259=5 273=300 278=1 279=100 | ends early",
                "256=0 257=100 259=1 273=300 | cannot be",
                "256=100 257=4000000000 259=1 273=300 | cannot be",
                "256=100 257=100 259=1 273=300 278=0 | cannot be",
                "256=100 257=100 259=1 322=0 323=16 324=300 325=100 | cannot be",
                "256=100 257=100 259=5 322=2000000000 323=2000000000 324=300 325=100 | must be read at once",
                "256=100000 257=100000 259=5 322=16 323=16 324=300 325=100 | ends early",
                "256=100 257=100 258=8 259=1 273=300 277=60000 279=100 | channels",
                "256=100 257=100 258=8 259=1 273=300 277=16777216 279=100 | it cannot have 16777216 channels",
                "256=100 257=100 258=8 259=1 273=300 277=4000000000 279=100 | cannot be",
            })
    void claimsAreAnsweredInOneSentence(String fields, String sentence) throws IOException {
        List<long[]> entries = new ArrayList<>();
        entries.add(new long[] {262, 1});
        for (String field : fields.split(" "))
            entries.add(new long[] {
                Long.parseLong(field.substring(0, field.indexOf('='))),
                Long.parseLong(field.substring(field.indexOf('=') + 1))
            });
        if (!fields.contains("258=")) entries.add(new long[] {258, 8});
        entries.sort((a, b) -> Long.compare(a[0], b[0]));
        ByteBuffer bytes = ByteBuffer.allocate(400)
                .putShort((short) 0x4d4d)
                .putShort((short) 42)
                .putInt(8);
        bytes.putShort((short) entries.size());
        for (long[] entry : entries)
            bytes.putShort((short) entry[0]).putShort((short) 4).putInt(1).putInt((int) entry[1]);
        refuses(bytes.array(), sentence);
    }

    private void refuses(byte[] bytes, String sentence) throws IOException {
        Path input = Files.write(temp.resolve("in.tif"), bytes);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        CliRun run = CliRun.java(input, temp.resolve("out.tif"));
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(MOST_BYTES);
        assertThat(run.status()).isOne();
        assertThat(run.err())
                .singleElement()
                .asString()
                .contains("in.tif'", sentence)
                .endsWith(".");
        assertThat(temp.resolve("out.tif")).doesNotExist();
    }

    /** One page of 10 x 10 pixels that says that it is many. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "images=3 | the file ends after 2 of them",
                "images=2147483647 | the file ends after 2 of them",
                "images=999999999999999999 channels=999999999999999999 | the file ends after 2 of them",
                "images=2 channels=2 slices=2 | ends after 1 of them",
            })
    void pagesThatAreNotThere(String numbers, String sentence) throws IOException {
        String text = "ImageJ=1.54p\n" + numbers.replace(' ', '\n') + "\n";
        int[][] fields = {
            {256, 4, 1, 10},
            {257, 4, 1, 10},
            {258, 4, 1, 8},
            {262, 4, 1, 1},
            {270, 2, text.length(), 100},
            {273, 4, 1, 200},
            {279, 4, 1, 100}
        };
        ByteBuffer bytes = TiffHeader.of(sentence.contains("after 1") ? 399 : 499, fields);
        bytes.put(100, text.getBytes(StandardCharsets.US_ASCII));
        refuses(bytes.array(), sentence);
    }

    @Test
    void chainsWithoutEndAreBroken() throws IOException {
        ByteBuffer loop = ByteBuffer.allocate(100)
                .putShort((short) 0x4d4d)
                .putShort((short) 42)
                .putInt(8);
        loop.putShort((short) 1)
                .putShort((short) 256)
                .putShort((short) 4)
                .putInt(1)
                .putInt(9)
                .putInt(8);
        refuses(loop.array(), "its chain of slices is broken");

        ByteBuffer big = ByteBuffer.allocate(100)
                .putShort((short) 0x4d4d)
                .putShort((short) 43)
                .putInt(0x80000);
        big.putLong(16).putLong(Long.MAX_VALUE / 10);
        refuses(big.array(), "its chain of slices is broken");

        ByteBuffer negative = ByteBuffer.allocate(100)
                .putShort((short) 0x4d4d)
                .putShort((short) 43)
                .putInt(0x80000);
        negative.putLong(-16);
        refuses(negative.array(), "broken");

        ByteBuffer none = ByteBuffer.allocate(100).putShort((short) 0x4d4d).putShort((short) 42);
        refuses(none.array(), "it has no slices");
    }

    @Test
    void aFieldOfMoreValuesThanTheFileHas() throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(100)
                .putShort((short) 0x4d4d)
                .putShort((short) 42)
                .putInt(8);
        bytes.putShort((short) 3);
        bytes.putShort((short) 256).putShort((short) 4).putInt(1).putInt(9);
        bytes.putShort((short) 257).putShort((short) 4).putInt(1).putInt(9);
        bytes.putShort((short) 273).putShort((short) 4).putInt(2_000_000_000).putInt(8);
        refuses(bytes.array(), "ends early");
    }
}
