package sc.fiji.imagetomask.imagej;

import ij.process.ByteProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import java.util.function.ObjIntConsumer;
import sc.fiji.imagetomask.MaskSlices;
import sc.fiji.imagetomask.MaskTarget;
import sc.fiji.imagetomask.MemoryFloatMask;
import sc.fiji.imagetomask.MemoryMask;
import sc.fiji.imagetomask.Output;

/** Passes on the masks of a stack, one by one, as ImageJ's slices in the chosen form. */
final class MaskProcessors implements MaskSlices {

    private final int width;
    private final int height;
    private final Output output;
    private final ObjIntConsumer<ImageProcessor> slices;
    private MaskTarget current;

    /** @param slices takes each slice with its number, 0 being the first */
    MaskProcessors(int width, int height, Output output, ObjIntConsumer<ImageProcessor> slices) {
        this.width = width;
        this.height = height;
        this.output = output;
        this.slices = slices;
    }

    @Override
    public MaskTarget open(int i) {
        current = output == Output.FLOAT ? new MemoryFloatMask(width, height) : new MemoryMask(width, height);
        return current;
    }

    @Override
    public void written(int i) {
        slices.accept(processor(), i);
    }

    private ImageProcessor processor() {
        if (current instanceof MemoryFloatMask floats) {
            FloatProcessor processor = new FloatProcessor(width, height, floats.values());
            processor.setMinAndMax(0, 1);
            return processor;
        }
        return new ByteProcessor(width, height, ((MemoryMask) current).bytes());
    }
}
