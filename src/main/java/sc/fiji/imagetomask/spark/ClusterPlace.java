package sc.fiji.imagetomask.spark;

import java.io.IOException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import sc.fiji.imagetomask.cli.Place;
import sc.fiji.imagetomask.zarr.store.Address;

/** Places from the arguments of a job: folders, addresses on the web, and all that the cluster's Hadoop reads. */
final class ClusterPlace implements ITypeConverter<Place> {

    @Override
    public Place convert(String text) {
        boolean isHadoops = Address.isOne(text) && !text.matches("(?i)https?:.*");
        try {
            return isHadoops ? Place.of(HadoopStore.at(text)) : new Place.Converter().convert(text);
        } catch (IOException e) {
            throw new TypeConversionException(e.getMessage().replaceAll("[.]$", ""));
        }
    }
}
