package sc.fiji.imagetomask.engine.opencl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jocl.CL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sc.fiji.imagetomask.ImageToMask;
import sc.fiji.imagetomask.MaskInput;
import sc.fiji.imagetomask.MaskSettings;
import sc.fiji.imagetomask.MemoryMask;
import sc.fiji.imagetomask.MemoryPicture;
import sc.fiji.imagetomask.channel.Channel;
import sc.fiji.imagetomask.engine.ChosenEngine;
import sc.fiji.imagetomask.engine.Engine;
import sc.fiji.imagetomask.engine.EngineException;
import sc.fiji.imagetomask.engine.EngineProvider;
import sc.fiji.imagetomask.engine.OneEngine;
import sc.fiji.imagetomask.engine.Pixels;
import sc.fiji.imagetomask.engine.WatchedEngine;
import sc.fiji.imagetomask.engine.jvm.JavaEngine;
import sc.fiji.imagetomask.engine.jvm.JavaEngineProvider;

/** A device that has no room for all that it is asked to hold. */
class ShortOfMemoryTest extends WithFaults {

    private static final MaskSettings SETTINGS = MaskSettings.of("S (HSV)").withInside(true);

    @Test
    void whereThereIsNoRoomWhatLiesIdleIsGivenBackFirst() {
        OpenClEngine engine = (OpenClEngine) engines.engine(null);
        MaskInput small = frame(100, 101);
        byte[] right = mask(engine, small);
        int[] more = new int[1_000_003];
        faults.fail("createBuffer", n -> n == 1 ? CL.CL_MEM_OBJECT_ALLOCATION_FAILURE : 0);
        engine.plane(new Pixels.Packed(more, 0, more.length, false), Channel.RGB_R)
                .close();
        assertThat(faults.calls().get("release")).isPositive();
        assertThat(mask(engine, small)).isEqualTo(right);
        engine.close();
        assertThat(faults.held()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {CL.CL_MEM_OBJECT_ALLOCATION_FAILURE, CL.CL_OUT_OF_RESOURCES, CL.CL_OUT_OF_HOST_MEMORY})
    void aDeviceShortOfMemoryGetsSmallerTiles(int status) {
        MaskInput frame = frame(1000, 301);
        byte[] right = mask(new JavaEngine(), frame);
        List<String> notices = new ArrayList<>();
        EngineProvider provider =
                new OneEngine(device -> WatchedEngine.of(engines.engine(null)).on("device short of " + status));
        for (String name : List.of("opencl", "auto")) {
            Engine engine = ChosenEngine.of(name, notices::add, provider, new JavaEngineProvider());
            faults.failBuffersOver(500_000, status);
            assertThat(mask(engine, frame)).isEqualTo(right);
            assertThat(engine.tilePixels()).isBetween(20_000, 125_000);
        }
        assertThat(notices)
                .containsExactly("The device device short of " + status
                        + " has too little memory for large parts, so pictures are computed in smaller parts.");
        faults.failBuffersOver(5_000, status);
        Engine opencl = ChosenEngine.of("opencl", notices::add, provider);
        assertThatThrownBy(() -> mask(opencl, frame))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining(CL.stringFor_errorCode(status));
        Engine auto = ChosenEngine.of("auto", notices::add, provider, new JavaEngineProvider());
        assertThat(mask(auto, frame)).isEqualTo(right);
        assertThat(notices).hasSize(2).last().asString().startsWith("The java engine is used: OpenCL's createBuffer");
        faults.failBuffersOver(Long.MAX_VALUE, 0);
        ((OpenClEngine) engines.engine(null)).close();
        assertThat(faults.held()).isEmpty();
    }

    private static MaskInput frame(int width, int height) {
        int[] argb = new Random(8).ints(width * height).toArray();
        return MaskInput.of(new MemoryPicture(new Pixels.Packed(argb, 0, argb.length, true), width, height));
    }

    private static byte[] mask(Engine engine, MaskInput frame) {
        MemoryMask mask = new MemoryMask(
                (int) frame.picture().width(), (int) frame.picture().height());
        new ImageToMask(engine, SETTINGS).mask(frame, mask);
        return mask.bytes();
    }
}
