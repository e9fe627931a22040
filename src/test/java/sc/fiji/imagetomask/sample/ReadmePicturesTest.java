package sc.fiji.imagetomask.sample;

import static org.assertj.core.api.Assertions.assertThat;

import ij.IJ;
import ij.ImagePlus;
import ij.process.ImageProcessor;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReadmePicturesTest {

    @Test
    void theFilesHoldWhatTheProgramMakes() {
        ReadmePictures.make().forEach((name, made) -> {
            ImagePlus file = IJ.openImage("docs/" + name);
            assertThat(pixels(file)).as(name).isEqualTo(pixels(made));
        });
    }

    /** The README says how many. */
    @Test
    void sixteenBitsHaveTheLevelsThatEightBitsLose() {
        Map<String, ImagePlus> made = HighBitDepthPictures.make();
        assertThat(HighBitDepthPictures.levels(made.get(HighBitDepthPictures.MASK)))
                .isEqualTo(256);
        assertThat(HighBitDepthPictures.levels(made.get(HighBitDepthPictures.MASK_OF_BYTES)))
                .isEqualTo(2);
    }

    private static int[][] pixels(ImagePlus image) {
        ImageProcessor processor = image.getProcessor();
        int[][] pixels = processor.getIntArray();
        if (processor.getBitDepth() == 24)
            for (int[] column : pixels) for (int i = 0; i < column.length; i++) column[i] &= 0xffffff;
        return pixels;
    }
}
