package sc.fiji.imagetomask.cli;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import sc.fiji.imagetomask.DerivedWeights;
import sc.fiji.imagetomask.WeightMap;
import sc.fiji.imagetomask.ome.OmeFields;
import sc.fiji.imagetomask.picturefile.PictureFile;
import sc.fiji.imagetomask.picturefile.SampleReading;
import sc.fiji.imagetomask.reading.Pairing;

/**
 * The mask image file that masks are multiplied with. Its slices are read one at a time; the last one, which is used
 * for all further slices, is read once.
 */
final class MaskFile implements Closeable {

    private final Place place;
    private final SampleReading pictures;
    private final OmeFields fields;
    private final PictureFile file;
    private final List<Integer> slices;
    private WeightMap latest;
    private int latestSlice = -1;

    /** @param pictures how the picture files that it belongs to are read */
    MaskFile(Place place, SampleReading pictures) throws IOException {
        this.place = place;
        this.pictures = pictures;
        fields = pictures.part().field().isEmpty() ? place.fields() : null;
        file = isOfFields() ? null : PictureFiles.open(place, pictures.ofMask());
        slices = isOfFields()
                ? List.of()
                : IntStream.range(0, file.slices()).boxed().toList();
    }

    /** Whether it has one mask for each field of a plate. */
    private boolean isOfFields() {
        return fields != null && fields.names().size() > 1;
    }

    /**
     * The mask for one picture: of a plate, that of the field of the same name; else the same for all.
     *
     * @throws IllegalArgumentException with one sentence, if there is none
     */
    MaskFile forPicture(Place picture) throws IOException {
        if (!isOfFields()) return this;
        if (picture.field().isEmpty())
            throw new IllegalArgumentException(
                    "The mask '" + place + "' has " + fields.names().size() + " fields, but '" + picture
                            + "' is one picture; give one field's folder as the mask.");
        String name = picture.field();
        if (!fields.names().contains(name))
            throw new IllegalArgumentException("The mask '" + place + "' has no field '" + name + "'.");
        return new MaskFile(place.field(fields.store(), name), pictures);
    }

    /** The name of the file. */
    String name() {
        return place.name();
    }

    /** The notices for the user about how the file is read, one sentence each. */
    List<String> notices() {
        return isOfFields() ? List.of() : file.notices();
    }

    /** The mask image for slice i of every picture file. */
    synchronized WeightMap of(int i) throws IOException {
        int slice = Pairing.of(slices, i);
        if (slice != latestSlice) latest = inTurns(file.mask(slice));
        latestSlice = slice;
        return latest;
    }

    /** Several pictures use it at once, but a file is read by one thread at a time. */
    private WeightMap inTurns(WeightMap map) {
        return new DerivedWeights(map, tile -> {
            synchronized (this) {
                return map.read(tile);
            }
        });
    }

    @Override
    public void close() throws IOException {
        if (file != null) file.close();
    }
}
