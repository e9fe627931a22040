package sc.fiji.imagetomask.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import sc.fiji.imagetomask.ome.OmeVersion;
import sc.fiji.imagetomask.zarr.DataType;
import sc.fiji.imagetomask.zarr.Hand;

/** Plates, and folders as bioformats2raw writes them, whose metadata are written by hand. */
public final class PlateSample {

    /** All fields of the plate. */
    public static final List<String> FIELDS = List.of("A/1/0", "A/1/1", "B/2/0");

    private PlateSample() {}

    /** Rows A and B, columns 1 and 2; two of the four wells are there. */
    public static Path plate(Path folder, OmeVersion version) throws IOException {
        group(
                folder,
                version,
                "'plate': {'name': 'test', 'rows': [{'name': 'A'}, {'name': 'B'}], 'columns': [{'name': '1'}, {'name': '2'}],"
                        + " 'field_count': 2, 'acquisitions': [{'id': 0}],"
                        + " 'wells': [{'path': 'A/1', 'rowIndex': 0, 'columnIndex': 0},"
                        + " {'path': 'B/2', 'rowIndex': 1, 'columnIndex': 1}]}");
        group(folder.resolve("A"), version, "");
        group(folder.resolve("B"), version, "");
        well(folder.resolve("A/1"), version, "{'path': '0', 'acquisition': 0}, {'path': '1', 'acquisition': 0}");
        well(folder.resolve("B/2"), version, "{'path': '0', 'acquisition': 0}");
        for (String field : FIELDS) image(folder, field, version);
        return folder;
    }

    private static void well(Path folder, OmeVersion version, String images) throws IOException {
        group(folder, version, "'well': {'images': [" + images + "]}");
    }

    /** Three series, of which OME lists the folders; without the list there is only the OME-XML. */
    static Path series(Path folder, OmeVersion version, boolean isListed) throws IOException {
        group(folder, version, "'bioformats2raw.layout': 3");
        if (isListed) group(folder.resolve("OME"), version, "'series': ['0', '1', '2']");
        Hand.file(
                folder.resolve("OME/METADATA.ome.xml"),
                "<?xml version='1.0'?><OME xmlns='http://www.openmicroscopy.org/Schemas/OME/2016-06'>"
                        + "<Instrument ID='Instrument:0'/><Image ID='Image:0'/><Image ID='Image:1'/>"
                        + "<Image ID='Image:2'><ROIRef ID='ROI:0'/></Image></OME>");
        for (String name : List.of("0", "1", "2")) image(folder, name, version);
        return folder;
    }

    static void group(Path folder, OmeVersion version, String says) throws IOException {
        if (version == OmeVersion.V0_4) {
            Hand.file(folder.resolve(".zgroup"), "{'zarr_format': 2}");
            if (!says.isEmpty()) Hand.file(folder.resolve(".zattrs"), "{" + says + "}");
        } else {
            String ome = says.isEmpty() ? "" : "'ome': {'version': '0.5', " + says + "}";
            Hand.file(
                    folder.resolve("zarr.json"),
                    "{'zarr_format': 3, 'node_type': 'group', 'attributes': {" + ome + "}}");
        }
    }

    private static void image(Path folder, String name, OmeVersion version) throws IOException {
        ZarrSample.write(
                folder.resolve(name),
                "cyx",
                new long[] {2, 60, 70},
                new int[] {1, 32, 32},
                DataType.UINT8,
                version,
                name.hashCode());
    }
}
