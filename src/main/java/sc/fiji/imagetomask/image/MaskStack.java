package sc.fiji.imagetomask.image;

import ij.ImageStack;
import ij.process.ByteProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import java.util.List;
import sc.fiji.imagetomask.MaskSlices;
import sc.fiji.imagetomask.MaskTarget;
import sc.fiji.imagetomask.MemoryMask;
import sc.fiji.imagetomask.Output;

/** Gathers the masks of a stack as the slices of an ImageJ stack, in the form that is asked for. */
final class MaskStack implements MaskSlices {

    private final int width;
    private final int height;
    private final Output output;
    private final ImageProcessor[] slices;
    private MemoryMask current;

    MaskStack(int width, int height, int count, Output output) {
        this.width = width;
        this.height = height;
        this.output = output;
        slices = new ImageProcessor[count];
    }

    @Override
    public MaskTarget open(int i) {
        current = new MemoryMask(width, height);
        return current;
    }

    @Override
    public void written(int i) {
        slices[i] = processor(current.bytes());
    }

    /** A stack of the slices with these labels. */
    ImageStack stack(List<String> labels) {
        ImageStack stack = new ImageStack(width, height);
        for (int i = 0; i < slices.length; i++) stack.addSlice(labels.get(i), slices[i]);
        return stack;
    }

    private ImageProcessor processor(byte[] values) {
        if (output == Output.FLOAT) {
            float[] scaled = new float[values.length];
            for (int i = 0; i < values.length; i++) scaled[i] = Output.fraction(values[i] & 255);
            FloatProcessor processor = new FloatProcessor(width, height, scaled);
            processor.setMinAndMax(0, 1);
            return processor;
        }
        return new ByteProcessor(width, height, values);
    }
}
