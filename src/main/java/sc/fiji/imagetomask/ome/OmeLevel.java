package sc.fiji.imagetomask.ome;

import java.util.List;
import sc.fiji.imagetomask.zarr.ZarrArray;

/**
 * One resolution of an image.
 *
 * @param path its folder inside the image's
 * @param array its values
 * @param scale how far apart values are along each axis, in the axis's unit
 * @param translation where the first value is along each axis, in the axis's unit
 */
public record OmeLevel(String path, ZarrArray array, List<Double> scale, List<Double> translation) {}
