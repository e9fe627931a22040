package sc.fiji.imagetomask.ui.preview;

import sc.fiji.imagetomask.Join;
import sc.fiji.imagetomask.engine.ByteSpan;
import sc.fiji.imagetomask.engine.MaskSpan;
import sc.fiji.imagetomask.tone.Tone;
import sc.fiji.imagetomask.tone.ToneTable;

/**
 * One term of the mask of a slice.
 *
 * @param values its channel, one value for each pixel, 0..255 as bytes or 0..1 as floats
 * @param table what the tone makes of bytes
 */
record SliceTerm(Join join, MaskSpan values, Tone tone, ToneTable table) {

    SliceTerm(Join join, MaskSpan values, Tone tone) {
        this(join, values, tone, tone.table());
    }

    boolean isOfBytes() {
        return values instanceof ByteSpan;
    }

    /** The mask's value, 0..255, of pixel i of 8-bit images. */
    int of(int i) {
        return table.value(((ByteSpan) values).get(i));
    }

    /** The mask's value, 0..255 and not rounded, of pixel i of 16-bit and 32-bit images. */
    double deep(int i) {
        MaskSpan.Floats floats = (MaskSpan.Floats) values;
        return tone.value(255.0 * floats.array()[floats.offset() + i]);
    }
}
