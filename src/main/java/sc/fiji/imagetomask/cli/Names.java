package sc.fiji.imagetomask.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.TypeConversionException;
import sc.fiji.imagetomask.cli.words.PathConverter;
import sc.fiji.imagetomask.zarr.store.Address;
import sc.fiji.imagetomask.zarr.store.s3.S3Address;

/**
 * INPUT... OUTPUT as they were given.
 *
 * @param inputs those that can be the name of a file, or are addresses
 * @param output null if only one name was given
 * @param unknown one sentence for each INPUT among several that cannot, as where a locale does not know its letters
 */
record Names(List<Place> inputs, Place output, List<String> unknown) {

    /**
     * @throws IllegalArgumentException if the only INPUT or OUTPUT cannot be the name of a file, an address is not valid, or
     *     OUTPUT is one that nothing can be written to
     */
    static Names of(List<String> texts, Place.Converter places) {
        List<Place> inputs = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        int count = texts.size() < 2 ? texts.size() : texts.size() - 1;
        for (String text : texts.subList(0, count))
            try {
                inputs.add(places.convert(text));
            } catch (TypeConversionException e) {
                if (texts.size() < 3 || Address.isOne(text))
                    throw new IllegalArgumentException(e.getMessage() + ".", e);
                unknown.add(e.getMessage() + ".");
            }
        return new Names(inputs, texts.size() < 2 ? null : output(texts.get(count), places), unknown);
    }

    private static Place output(String text, Place.Converter places) {
        try {
            return S3Address.isOne(text) ? places.convert(text) : Place.of(new PathConverter().convert(text));
        } catch (TypeConversionException e) {
            throw new IllegalArgumentException(e.getMessage() + ".", e);
        }
    }
}
