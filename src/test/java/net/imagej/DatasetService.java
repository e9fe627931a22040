package net.imagej;

import net.imglib2.type.Type;
import net.imglib2.util.Cast;
import org.scijava.service.AbstractService;
import org.scijava.service.Service;

public interface DatasetService extends Service {

    <T extends Type<T>> Dataset create(ImgPlus<T> imgPlus);

    /** Makes Datasets. */
    class Simple extends AbstractService implements DatasetService {

        @Override
        public <T extends Type<T>> Dataset create(ImgPlus<T> imgPlus) {
            return new DefaultDataset(Cast.unchecked(imgPlus));
        }
    }
}
