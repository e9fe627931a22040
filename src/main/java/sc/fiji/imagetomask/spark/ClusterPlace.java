package sc.fiji.imagetomask.spark;

import java.io.IOException;
import java.util.function.Supplier;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import sc.fiji.imagetomask.cli.Place;
import sc.fiji.imagetomask.zarr.store.Address;
import sc.fiji.imagetomask.zarr.store.s3.S3Access;

/**
 * Places from the arguments of a job: folders, addresses on the web and of S3, and all that the cluster's Hadoop reads.
 *
 * @param s3 how S3 is asked
 */
record ClusterPlace(Supplier<S3Access> s3) implements ITypeConverter<Place> {

    @Override
    public Place convert(String text) {
        boolean isHadoops = Address.isOne(text) && !text.matches("(?i)(https?|s3):.*");
        try {
            return isHadoops ? Place.of(HadoopStore.at(text)) : new Place.Converter(s3).convert(text);
        } catch (IOException e) {
            throw new TypeConversionException(e.getMessage().replaceAll("[.]$", ""));
        }
    }
}
