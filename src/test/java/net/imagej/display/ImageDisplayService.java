package net.imagej.display;

import java.util.List;
import net.imagej.Dataset;
import org.scijava.service.AbstractService;
import org.scijava.service.Service;

public interface ImageDisplayService extends Service {

    List<ImageDisplay> getImageDisplays();

    Dataset getActiveDataset(ImageDisplay display);

    /** With one display of one Dataset. */
    class OfOne extends AbstractService implements ImageDisplayService {

        private final ImageDisplay display = new ImageDisplay() {};
        private final Dataset dataset;

        public OfOne(Dataset dataset) {
            this.dataset = dataset;
        }

        @Override
        public List<ImageDisplay> getImageDisplays() {
            return List.of(display);
        }

        @Override
        public Dataset getActiveDataset(ImageDisplay one) {
            return one == display ? dataset : null;
        }
    }
}
