package sc.fiji.imagetomask.zarr;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import sc.fiji.imagetomask.ome.Axis;
import sc.fiji.imagetomask.ome.OmeVersion;
import sc.fiji.imagetomask.ome.OmeZarrOutput;
import sc.fiji.imagetomask.ome.OmeZarrSpec;

/** Small images that tests write: 2 x 37 x 41 values in chunks of 1 x 16 x 16. */
public final class Samples {

    static final int[] SIZE = {2, 37, 41};

    private Samples() {}

    public static OmeZarrSpec spec(DataType type, OmeVersion version) {
        return OmeZarrSpec.of(type, Axis.all("zyx"), List.of(2L, 37L, 41L))
                .withChunk(List.of(1, 16, 16))
                .withVersion(version);
    }

    /** The same, with another separator in the names of its chunks. */
    public static OmeZarrSpec separated(OmeZarrSpec spec, String separator) {
        return new OmeZarrSpec(
                spec.version(),
                spec.type(),
                spec.axes(),
                spec.shape(),
                spec.chunk(),
                spec.scale(),
                spec.translation(),
                spec.compression(),
                separator,
                spec.levels(),
                spec.name(),
                spec.channel(),
                spec.attributes());
    }

    public static List<Compression> compressions() {
        List<Compression> all = new ArrayList<>(
                List.of(Compression.none(), Compression.gzip(1), Compression.gzip(9), Compression.zstd(3)));
        for (String inner : List.of("blosclz", "lz4", "lz4hc", "zlib", "zstd"))
            for (String shuffle : List.of("noshuffle", "shuffle", "bitshuffle"))
                all.add(Compression.blosc(inner, 5, shuffle));
        return all;
    }

    /** Writes the image with seeded values, which are returned. */
    public static Object write(Path folder, OmeZarrSpec spec) throws IOException {
        Object values = Values.random(spec.type(), 2 * 37 * 41, 1);
        OmeZarrOutput output = OmeZarrOutput.create(folder, spec, false);
        writeLargest(output, values);
        output.writeResolutions();
        output.finish();
        return values;
    }

    public static void writeLargest(OmeZarrOutput output, Object values) throws IOException {
        ZarrArray array = output.levels().get(0);
        for (long[] grid : new Grid(array.gridShape())) output.writeChunk(0, grid, chunk(array, grid, values));
    }

    /** The values of a chunk. */
    static Object chunk(ZarrArray array, long[] grid, Object values) {
        int[] size = array.chunkSize(grid);
        int[] min = new int[size.length];
        for (int d = 0; d < min.length; d++) min[d] = (int) array.chunkMin(grid)[d];
        Object chunk = array.dataType().newArray(Blocks.length(size));
        Blocks.copy(values, SIZE, min, chunk, size, new int[size.length], size);
        return chunk;
    }
}
