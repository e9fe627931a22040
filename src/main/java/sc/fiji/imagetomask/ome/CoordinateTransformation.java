package sc.fiji.imagetomask.ome;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import sc.fiji.imagetomask.zarr.store.Json;

/**
 * From positions in an array to those in space and time: scaled, then shifted.
 *
 * @param scale along each axis
 * @param translation along each axis
 */
record CoordinateTransformation(List<Double> scale, List<Double> translation) {

    static CoordinateTransformation none(int rank) {
        return new CoordinateTransformation(Collections.nCopies(rank, 1.0), Collections.nCopies(rank, 0.0));
    }

    /** With the coordinate transformations of that object after this. */
    CoordinateTransformation then(Json json) throws IOException {
        CoordinateTransformation result = this;
        int rank = scale.size();
        for (Json transformation : json.objects("coordinateTransformations")) {
            result = switch (transformation.text("type")) {
                case "scale" ->
                    result.then(new CoordinateTransformation(
                            transformation.numbers("scale", rank, 1), none(rank).translation));
                case "translation" ->
                    result.then(new CoordinateTransformation(
                            none(rank).scale, transformation.numbers("translation", rank, 0)));
                case "identity" -> result;
                default -> throw transformation.wrong("type", "one of scale, translation, identity");
            };
        }
        return result;
    }

    CoordinateTransformation then(CoordinateTransformation next) {
        List<Double> scales = new ArrayList<>();
        List<Double> translations = new ArrayList<>();
        for (int d = 0; d < scale.size(); d++) {
            scales.add(scale.get(d) * next.scale.get(d));
            translations.add(translation.get(d) * next.scale.get(d) + next.translation.get(d));
        }
        return new CoordinateTransformation(List.copyOf(scales), List.copyOf(translations));
    }
}
