package sc.fiji.imagetomask.engine.opencl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jocl.CL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import sc.fiji.imagetomask.ImageToMask;
import sc.fiji.imagetomask.Join;
import sc.fiji.imagetomask.MaskInput;
import sc.fiji.imagetomask.MaskSettings;
import sc.fiji.imagetomask.MemoryMask;
import sc.fiji.imagetomask.MemoryPicture;
import sc.fiji.imagetomask.SomeFormulas;
import sc.fiji.imagetomask.Term;
import sc.fiji.imagetomask.channel.Channel;
import sc.fiji.imagetomask.channel.ChannelFormula;
import sc.fiji.imagetomask.engine.ChannelPlane;
import sc.fiji.imagetomask.engine.Pixels;
import sc.fiji.imagetomask.engine.jvm.JavaEngine;

/** Channels of the same pixels share them on a device that does not share memory with the host. */
class SharedPixelsTest {

    private static final int SIZE = 100;

    private final FaultyApi faults = new FaultyApi();
    private final Pixels pixels =
            new Pixels.Packed(new Random(2).ints(SIZE * SIZE).toArray(), 0, SIZE * SIZE, false);
    private OpenClEngine engine;

    @BeforeEach
    void open() {
        ClApi real = OpenCl.requireOne();
        engine = (OpenClEngine) new OpenClEngines(() -> faults.over(Unshared.over(real))).engine(null);
    }

    @AfterEach
    void nothingIsHeldInTheEnd() {
        if (engine == null) return;
        engine.close();
        assertThat(faults.heldInTheEnd()).isEmpty();
    }

    /** These channels look up nothing, so that only pixels are written. */
    @Test
    void thePixelsOfAllTermsAreWrittenOnce() {
        MaskSettings settings = MaskSettings.of("R (RGB)")
                .withFurther(List.of(Term.of(Join.OR, Channel.RGB_G), Term.of(Join.AND, Channel.HSV_V)));
        MaskInput input = MaskInput.of(new MemoryPicture(pixels, SIZE, SIZE));
        MemoryMask expected = new MemoryMask(SIZE, SIZE);
        new ImageToMask(new JavaEngine(), settings).mask(input, expected);
        faults.rule((call, n) -> 0);
        MemoryMask made = new MemoryMask(SIZE, SIZE);
        new ImageToMask(engine, settings).mask(input, made);

        assertThat(made.bytes()).isEqualTo(expected.bytes());
        assertThat(faults.calls()).containsEntry("write", 1 + settings.terms().size()); // and the table of each tone
    }

    @Test
    void manyChannelsAreCountedByOneRunOfAKernel() {
        List<ChannelFormula> formulas =
                Stream.of(Channel.values()).map(SomeFormulas::of).toList();
        List<Pixels> sets = List.of(pixels.part(0, 500), pixels.part(500, SIZE * SIZE - 500));
        faults.rule((call, n) -> 0);
        assertThat(engine.histograms(sets, formulas)).isEqualTo(new JavaEngine().histograms(sets, formulas));
        assertThat(faults.calls()).containsEntry("run", 1);
    }

    @Test
    void whereOneChannelFailsNothingIsLeft() {
        List<ChannelFormula> formulas =
                Stream.of(Channel.values()).map(SomeFormulas::of).toList();
        faults.fail("run", n -> n == 7 ? CL.CL_OUT_OF_RESOURCES : 0);
        assertThatThrownBy(() -> engine.planes(pixels, formulas)).isInstanceOf(ClException.class);
        faults.fail("createBuffer", n -> n == 3 ? CL.CL_MEM_OBJECT_ALLOCATION_FAILURE : 0);
        assertThatThrownBy(() -> engine.planes(pixels, formulas)).isInstanceOf(ClException.class);
        faults.rule((call, n) -> 0);
        engine.planes(pixels, formulas).forEach(ChannelPlane::close);
        faults.fail("run", n -> CL.CL_OUT_OF_RESOURCES);
        assertThatThrownBy(() -> engine.histograms(List.of(pixels), formulas)).isInstanceOf(ClException.class);
    }
}
