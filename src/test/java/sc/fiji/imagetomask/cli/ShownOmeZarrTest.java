package sc.fiji.imagetomask.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.process.LUT;
import java.awt.Color;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import sc.fiji.imagetomask.MaskSettings;
import sc.fiji.imagetomask.channel.Channel;
import sc.fiji.imagetomask.engine.jvm.JavaEngine;
import sc.fiji.imagetomask.imagej.ImagePlusMasks;
import sc.fiji.imagetomask.ome.OmePlane;
import sc.fiji.imagetomask.ome.OmeVersion;
import sc.fiji.imagetomask.ome.OmeZarrImage;
import sc.fiji.imagetomask.reading.ChannelOrder;
import sc.fiji.imagetomask.reading.NumberRange;
import sc.fiji.imagetomask.reading.Reading;
import sc.fiji.imagetomask.zarr.DataType;

/** OME-Zarr images have the colours in which their omero shows them, as the same composite has in ImageJ. */
class ShownOmeZarrTest {

    private static final int WIDTH = 70;
    private static final int HEIGHT = 50;
    private static final String[] COLOURS = {"0000FF", "00FF00", "FF8000", "808080", "FF00FF"};

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(
            value = DataType.class,
            names = {"UINT8", "UINT16", "FLOAT32"})
    void coloursWindowsAndChannelsThatAreOff(DataType type) throws Exception {
        Path source = folder.resolve("cells.zarr");
        ZarrSample.write(source, "cyx", new long[] {5, HEIGHT, WIDTH}, new int[] {2, 32, 32}, type, OmeVersion.V0_4, 3);
        double most = type == DataType.UINT8 ? 255 : type == DataType.UINT16 ? 65535 : 1;
        CompositeImage composite = composite(OmeZarrImage.open(source), 5);
        for (int off = 0; off <= 5; off += 5)
            for (boolean hasWindows : new boolean[] {true, false}) {
                describe(source, most, off, hasWindows);
                for (int c = 1; c <= 5; c++) {
                    LUT lut = LUT.createLutFromColor(new Color(Integer.parseInt(COLOURS[c - 1], 16)));
                    lut.min = hasWindows ? Math.round(most * c / 20 * 8) / 8.0 : 0;
                    lut.max = hasWindows ? Math.round(most * (0.6 + c / 20.0) * 8) / 8.0 : most;
                    composite.setChannelLut(lut, c);
                    composite.getActiveChannels()[c - 1] = c != off;
                }
                for (String channel : new String[] {"B (RGB)", "L (LAB)", "S (HSV)"}) {
                    byte[] shown = menu(composite, channel, Reading.DEFAULT);
                    assertThat(mask(source, channel)).isEqualTo(shown);
                    assertThat(mask(source, channel, "--rgb", "display")).isEqualTo(shown);
                    Reading byType = new Reading(NumberRange.TYPE, ChannelOrder.DEFAULT);
                    assertThat(mask(source, channel, "--range", "type")).isEqualTo(menu(composite, channel, byType));
                    Reading byNumbers = new Reading(NumberRange.TYPE, ChannelOrder.parse("3,2,1"));
                    assertThat(mask(source, channel, "--rgb", "3,2,1")).isEqualTo(menu(composite, channel, byNumbers));
                }
            }
    }

    /** As ImageJ shows channels without colours: red, green, blue, grey; none is alpha. */
    @ParameterizedTest
    @EnumSource(
            value = DataType.class,
            names = {"UINT8", "UINT16"})
    void channelsWithoutColours(DataType type) throws Exception {
        for (int channels = 2; channels <= 4; channels++) {
            Path source = folder.resolve(channels + ".zarr");
            long[] shape = {channels, HEIGHT, WIDTH};
            ZarrSample.write(source, "cyx", shape, new int[] {2, 32, 32}, type, OmeVersion.V0_4, channels);
            CompositeImage composite = composite(OmeZarrImage.open(source), channels);
            Reading byType = new Reading(NumberRange.TYPE, ChannelOrder.DEFAULT);
            for (String channel : new String[] {"R (RGB)", "L (LAB)", "S (HSV)"})
                assertThat(mask(source, channel)).isEqualTo(menu(composite, channel, byType));
        }
    }

    private byte[] mask(Path source, String channel, Object... options) throws Exception {
        Path mask = folder.resolve("mask" + System.nanoTime() + ".zarr");
        Object[] all = new Object[options.length + 4];
        System.arraycopy(options, 0, all, 0, options.length);
        System.arraycopy(new Object[] {"--channel", channel, source, mask}, 0, all, options.length, 4);
        CliRun run = CliRun.java(all);
        assertThat(run.status()).as(run.err().toString()).isZero();
        return ZarrSample.planes(mask)[0];
    }

    private static byte[] menu(ImagePlus image, String channel, Reading reading) {
        MaskSettings settings = MaskSettings.DEFAULT.withChannel(Channel.of(channel));
        return (byte[]) new ImagePlusMasks(new JavaEngine(), settings, reading)
                .of(image)
                .getProcessor()
                .getPixels();
    }

    private static CompositeImage composite(OmeZarrImage image, int channels) throws Exception {
        ImageStack stack = new ImageStack(WIDTH, HEIGHT);
        for (long c = 0; c < channels; c++)
            stack.addSlice("", OmePlane.of(image, 0, Map.of("c", c)).read(0, 0, WIDTH, HEIGHT));
        ImagePlus plain = new ImagePlus("cells", stack);
        plain.setDimensions(channels, 1, 1);
        return new CompositeImage(plain, CompositeImage.COMPOSITE);
    }

    private static void describe(Path source, double most, int off, boolean hasWindows) throws Exception {
        ObjectMapper mapper = new ObjectMapper();
        Path file = source.resolve(".zattrs");
        ObjectNode attributes = (ObjectNode) mapper.readTree(file.toFile());
        ArrayNode channels = mapper.createArrayNode();
        for (int c = 1; c <= 5; c++) {
            ObjectNode channel =
                    channels.addObject().put("color", COLOURS[c - 1]).put("active", c != off);
            if (hasWindows)
                channel.putObject("window")
                        .put("start", Math.round(most * c / 20 * 8) / 8.0)
                        .put("end", Math.round(most * (0.6 + c / 20.0) * 8) / 8.0);
        }
        attributes.putObject("omero").set("channels", channels);
        mapper.writeValue(file.toFile(), attributes);
    }
}
