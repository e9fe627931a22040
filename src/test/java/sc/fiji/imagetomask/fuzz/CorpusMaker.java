package sc.fiji.imagetomask.fuzz;

import ij.ImagePlus;
import ij.ImageStack;
import ij.Prefs;
import ij.io.FileSaver;
import ij.process.ByteProcessor;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import sc.fiji.imagetomask.ome.Axis;
import sc.fiji.imagetomask.ome.OmeVersion;
import sc.fiji.imagetomask.ome.OmeZarrOutput;
import sc.fiji.imagetomask.ome.OmeZarrSpec;
import sc.fiji.imagetomask.zarr.Compression;
import sc.fiji.imagetomask.zarr.DataType;
import sc.fiji.imagetomask.zarr.Grid;
import sc.fiji.imagetomask.zarr.ShardPacker;
import sc.fiji.imagetomask.zarr.ZarrArray;

/** Draws the pictures that the fuzzer starts from, and writes them by Java's own writers and by this project's. */
final class CorpusMaker {

    private static final int WIDTH = 37;
    private static final int HEIGHT = 29;

    private final Path folder;

    private CorpusMaker(Path folder) {
        this.folder = folder;
    }

    /** Into the resources of the tests. */
    public static void main(String[] args) throws IOException {
        CorpusMaker maker = new CorpusMaker(Corpus.FOLDER.resolve("seeds"));
        maker.pictures();
        maker.tiffs();
        maker.zarrs();
    }

    private static BufferedImage drawn(BufferedImage image) {
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(new Color(200, 40, 90));
        graphics.fillOval(3, 2, 24, 19);
        graphics.setColor(new Color(20, 180, 60));
        graphics.fillRect(16, 9, 17, 15);
        graphics.dispose();
        return image;
    }

    private static BufferedImage drawn(int type) {
        return drawn(new BufferedImage(WIDTH, HEIGHT, type));
    }

    private static BufferedImage deep(int dataType, int bands) {
        int[] offsets = new int[bands];
        for (int c = 0; c < bands; c++) offsets[c] = c;
        int space = bands < 3 ? java.awt.color.ColorSpace.CS_GRAY : java.awt.color.ColorSpace.CS_sRGB;
        BufferedImage image = ImageTypeSpecifier.createInterleaved(
                        java.awt.color.ColorSpace.getInstance(space), offsets, dataType, bands % 2 == 0, false)
                .createBufferedImage(WIDTH, HEIGHT);
        WritableRaster raster = image.getRaster();
        double most = dataType == DataBuffer.TYPE_FLOAT ? 1 : 65535;
        for (int y = 0; y < HEIGHT; y++)
            for (int x = 0; x < WIDTH; x++)
                for (int c = 0; c < bands; c++)
                    raster.setSample(x, y, c, most * (x * (c + 1) + y) / (WIDTH * (bands + 1) + HEIGHT));
        return image;
    }

    private void pictures() throws IOException {
        save("png/rgb.png", encoded(drawn(BufferedImage.TYPE_3BYTE_BGR), "png", null, false));
        save("png/rgba.png", encoded(drawn(BufferedImage.TYPE_4BYTE_ABGR), "png", null, false));
        save("png/interlaced.png", encoded(drawn(BufferedImage.TYPE_3BYTE_BGR), "png", null, true));
        save("png/palette.png", encoded(drawn(BufferedImage.TYPE_BYTE_INDEXED), "png", null, false));
        save("png/bits.png", encoded(drawn(BufferedImage.TYPE_BYTE_BINARY), "png", null, false));
        save("png/deep-grey.png", encoded(deep(DataBuffer.TYPE_USHORT, 1), "png", null, false));
        save("png/deep-rgba.png", encoded(deep(DataBuffer.TYPE_USHORT, 4), "png", null, false));
        save("jpeg/rgb.jpg", encoded(drawn(BufferedImage.TYPE_3BYTE_BGR), "jpeg", null, false));
        save("jpeg/grey.jpg", encoded(drawn(BufferedImage.TYPE_BYTE_GRAY), "jpeg", null, false));
        save("jpeg/progressive.jpg", encoded(drawn(BufferedImage.TYPE_3BYTE_BGR), "jpeg", null, true));
        save("gif/palette.gif", encoded(drawn(BufferedImage.TYPE_BYTE_INDEXED), "gif", null, false));
        save("gif/interlaced.gif", encoded(drawn(BufferedImage.TYPE_BYTE_INDEXED), "gif", null, true));
        save("bmp/rgb.bmp", encoded(drawn(BufferedImage.TYPE_3BYTE_BGR), "bmp", "BI_RGB", false));
        save("bmp/runs.bmp", encoded(drawn(BufferedImage.TYPE_BYTE_INDEXED), "bmp", "BI_RLE8", false));
    }

    private void tiffs() throws IOException {
        BufferedImage rgb = drawn(BufferedImage.TYPE_3BYTE_BGR);
        for (String compression : List.of("none", "LZW", "ZLib", "PackBits", "JPEG", "Deflate")) {
            String own = compression.equals("none") ? null : compression;
            tiff("strips-" + compression, encoded(rgb, "tiff", own, false));
            tiff("tiles-" + compression, encoded(rgb, "tiff", own, true));
        }
        tiff("fax", encoded(drawn(BufferedImage.TYPE_BYTE_BINARY), "tiff", "CCITT T.6", false));
        tiff("palette", encoded(drawn(BufferedImage.TYPE_BYTE_INDEXED), "tiff", "LZW", false));
        tiff("deep-grey", encoded(deep(DataBuffer.TYPE_USHORT, 1), "tiff", null, true));
        tiff("floats", encoded(deep(DataBuffer.TYPE_FLOAT, 3), "tiff", "ZLib", false));
        imageJ();
    }

    /** A composite, and the same as ImageJ writes it beyond 4 GB: without any directory but the first. */
    private void imageJ() throws IOException {
        ImageStack stack = new ImageStack(8, 8);
        for (int page = 0; page < 6; page++) {
            byte[] bytes = new byte[64];
            for (int i = 0; i < bytes.length; i++) bytes[i] = (byte) (i * (page + 2));
            stack.addSlice(new ByteProcessor(8, 8, bytes));
        }
        ImagePlus image = new ImagePlus("composite", stack);
        image.setDimensions(3, 2, 1);
        image.setOpenAsHyperStack(true);
        Prefs.intelByteOrder = false;
        byte[] all = new FileSaver(image).serialize();
        save("tiff/imagej-composite.tif", all);
        ByteBuffer bytes = ByteBuffer.wrap(all);
        int next = 10 + 12 * bytes.getShort(8);
        int end = bytes.getInt(next);
        bytes.putInt(next, 0);
        save("tiff/imagej-one-directory.tif", Arrays.copyOf(all, end));
    }

    private void tiff(String name, byte[] bytes) throws IOException {
        save("tiff/" + name + ".tif", bytes);
        save("tiff-big/" + name + ".btf", BigTiffs.of(bytes));
    }

    /** @param special tiles of TIFF, else progressive or interlaced */
    private static byte[] encoded(BufferedImage image, String format, String compression, boolean special)
            throws IOException {
        ImageWriter writer = own(format);
        ImageWriteParam param = writer.getDefaultWriteParam();
        if (special && format.equals("tiff")) {
            param.setTilingMode(ImageWriteParam.MODE_EXPLICIT);
            param.setTiling(16, 16, 0, 0);
        } else if (param.canWriteProgressive())
            param.setProgressiveMode(special ? ImageWriteParam.MODE_DEFAULT : ImageWriteParam.MODE_DISABLED);
        if (compression != null) {
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionType(compression);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), param);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static ImageWriter own(String format) {
        for (Iterator<ImageWriter> writers = ImageIO.getImageWritersByFormatName(format); writers.hasNext(); ) {
            ImageWriter writer = writers.next();
            if (writer.getClass().getName().startsWith("com.sun.")) return writer;
        }
        throw new IllegalStateException("Java has no writer of its own for " + format + ".");
    }

    private void zarrs() throws IOException {
        OmeZarrSpec colours = OmeZarrSpec.of(DataType.UINT8, Axis.all("cyx"), List.of(3L, 29L, 37L))
                .withChunk(List.of(1, 16, 16));
        OmeZarrSpec deep = OmeZarrSpec.of(DataType.UINT16, Axis.all("tzyx"), List.of(2L, 2L, 20L, 24L))
                .withChunk(List.of(1, 1, 16, 16));
        zarr("v2-zstd", colours.withVersion(OmeVersion.V0_4).withCompression(Compression.named("zstd")), false);
        zarr("v2-gzip", deep.withVersion(OmeVersion.V0_4).withCompression(Compression.named("gzip")), false);
        zarr("v3-blosc", deep.withVersion(OmeVersion.V0_5).withCompression(Compression.named("blosc")), false);
        zarr("v3-none", colours.withVersion(OmeVersion.V0_5).withCompression(Compression.none()), false);
        zarr("v3-shards", colours.withVersion(OmeVersion.V0_5).withCompression(Compression.named("zstd")), true);
    }

    private void zarr(String name, OmeZarrSpec spec, boolean shards) throws IOException {
        Path image = Files.createTempDirectory("corpus");
        OmeZarrOutput output = OmeZarrOutput.create(image, spec, false);
        ZarrArray array = output.levels().get(0);
        for (long[] grid : new Grid(array.gridShape())) output.writeChunk(0, grid, values(array, grid));
        output.writeResolutions();
        output.finish();
        if (shards) ShardPacker.pack(image.resolve("0"));
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(image)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                String path = image.relativize(file).toString().replace('\\', '/');
                if (!path.contains("/chunks/")) files.put(path, Files.readAllBytes(file));
            }
        }
        save("zarr/" + name + ".zip", ZarrTarget.zip(files));
        Sandbox.empty(image);
        Files.delete(image);
    }

    private static Object values(ZarrArray array, long[] grid) {
        int n = 1;
        for (int size : array.chunkSize(grid)) n *= size;
        byte[] bytes = new byte[n];
        short[] shorts = new short[n];
        for (int i = 0; i < n; i++) {
            bytes[i] = (byte) (i * 7 + 50 * grid[0]);
            shorts[i] = (short) (i * 251 + 9000 * grid[0]);
        }
        return array.dataType() == DataType.UINT8 ? bytes : shorts;
    }

    private void save(String name, byte[] bytes) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
    }
}
