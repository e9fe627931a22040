package sc.fiji.imagetomask.imagej;

import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.plugin.frame.RoiManager;
import ij.process.ByteProcessor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import sc.fiji.imagetomask.MemoryMask;
import sc.fiji.imagetomask.WeightMap;
import sc.fiji.imagetomask.find.Marked;
import sc.fiji.imagetomask.options.FindMaskOptions;
import sc.fiji.imagetomask.options.Marks;
import sc.fiji.imagetomask.options.Slices;
import sc.fiji.imagetomask.reading.Reading;

/**
 * The slices of an image on which something is marked, by selections or in other images. A selection without a position is on
 * the slice that is shown.
 */
public final class MarkedImage {

    private final ImagePlus image;
    private final ImagePlusPictures pictures;

    private MarkedImage(ImagePlus image, Reading reading) {
        this.image = image;
        pictures = ImagePlusPictures.of(image, reading, Slices.ALL, image.getCurrentSlice());
    }

    /**
     * The marked slices.
     *
     * @throws IllegalArgumentException with one sentence if nothing is selected, a group is empty, or an image does not fit
     */
    public static List<Marked> of(ImagePlus image, FindMaskOptions options) {
        ImagePlusPictures.requirePixels(image);
        MarkedImage marked = new MarkedImage(image, options.options().reading());
        Map<Integer, WeightMap> objects = marked.of(options.object(), FindMaskOptions.OBJECT.key());
        Map<Integer, WeightMap> backgrounds =
                options.not().equals(Marks.REST) ? Map.of() : marked.of(options.not(), FindMaskOptions.NOT.key());
        TreeSet<Integer> slices = new TreeSet<>(objects.keySet());
        slices.addAll(backgrounds.keySet());
        List<Marked> all = new ArrayList<>();
        for (int i : slices) all.add(new Marked(marked.pictures.picture(i), objects.get(i), backgrounds.get(i)));
        return all;
    }

    private Map<Integer, WeightMap> of(Marks marks, String key) {
        if (marks.equals(Marks.SELECTION)) return of(selection(key));
        if (marks.group() > 0) return of(group(marks, key));
        ImagePlusPictures masks =
                ImagePlusPictures.of(OpenImages.named(key, marks.text()), Reading.BY_TYPE, Slices.ALL, 1);
        Map<Integer, WeightMap> maps = new TreeMap<>();
        for (int i = 0; i < Math.min(masks.count(), pictures.count()); i++) maps.put(i, masks.mask(i));
        return maps;
    }

    private List<Roi> selection(String key) {
        Roi roi = image.getRoi();
        if (roi == null)
            throw new IllegalArgumentException(key + " is selection, but nothing is selected on '" + image.getTitle()
                    + "'; draw an area, a line or points on the object.");
        return List.of(roi);
    }

    private List<Roi> group(Marks marks, String key) {
        RoiManager manager = MaskSelections.openManager();
        Overlay overlay = image.getOverlay();
        List<Roi> rois = Stream.concat(
                        manager == null ? Stream.empty() : Stream.of(manager.getRoisAsArray()),
                        overlay == null ? Stream.empty() : Stream.of(overlay.toArray()))
                .filter(roi -> roi.getGroup() == marks.group())
                .toList();
        if (rois.isEmpty())
            throw new IllegalArgumentException(
                    key + " is " + marks.text() + ", but no selection of the ROI Manager or of the" + " overlay of '"
                            + image.getTitle() + "' is in this group.");
        return rois;
    }

    private Map<Integer, WeightMap> of(List<Roi> rois) {
        Map<Integer, ByteProcessor> drawn = new TreeMap<>();
        for (Roi roi : rois)
            RoiMarks.draw(
                    roi,
                    drawn.computeIfAbsent(
                            ImagePlusPictures.numberOf(image, roi),
                            i -> new ByteProcessor(image.getWidth(), image.getHeight())));
        Map<Integer, WeightMap> maps = new TreeMap<>();
        drawn.forEach((i, marks) ->
                maps.put(i, new MemoryMask((byte[]) marks.getPixels(), image.getWidth(), image.getHeight())));
        return Collections.unmodifiableMap(maps);
    }
}
