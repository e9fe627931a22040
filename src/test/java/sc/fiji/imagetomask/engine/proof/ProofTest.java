package sc.fiji.imagetomask.engine.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import sc.fiji.imagetomask.channel.Channel;
import sc.fiji.imagetomask.engine.EngineException;
import sc.fiji.imagetomask.engine.Pixels;
import sc.fiji.imagetomask.engine.jvm.JavaEngine;

/** The test passes engines that are right, and each of its parts finds one wrong value. */
class ProofTest {

    private static final Watch NOBODY = new Watch() {};
    /** Seconds for a busy machine. */
    private static final int LONG = 600;

    @Test
    void theJavaEnginePassesAllParts() {
        List<String> begun = new ArrayList<>();
        Watch watch = new Watch() {
            @Override
            public void part(String name) {
                begun.add(name);
            }

            @Override
            public void progress(double done) {
                assertThat(done).isBetween(0.0, 1.0);
            }
        };
        List<PartResult> results = Proof.of(new EngineSubject(new JavaEngine()), Depth.FULL, LONG, watch);
        assertThat(results)
                .hasSize(Depth.FULL.parts())
                .allSatisfy(result -> assertThat(result.verdict())
                        .as("%s", result)
                        .isEqualTo(result.part().contains("stay") ? Verdict.UNSUPPORTED : Verdict.PASSED));
        assertThat(begun).isEqualTo(results.stream().map(PartResult::part).toList());
    }

    @ParameterizedTest
    @EnumSource
    void theQuickPartFindsAByteInAnyChannel(Channel channel) {
        List<PartResult> results = Proof.of(
                new EngineSubject(new LyingEngine(job -> job.channel() == channel, false)), Depth.QUICK, NOBODY);
        assertThat(results).hasSize(1);
        assertThat(results.get(0).verdict()).isEqualTo(Verdict.FAILED);
        assertThat(results.get(0).text())
                .matches("\\Q" + channel.label() + "\\E of colour [0-9a-f]{8} is \\d+, but must"
                        + " be \\d+ \\(pixel 4098 of 4099\\)\\.");
    }

    @Test
    void aColourIsNamedAmongAll() {
        assertFound(
                new AllColours(),
                liar(job -> true),
                "L (LAB) of colour 3fffff is 233, but must be 232 (4 of 16777216 colours are wrong).");
        assertFound(
                new AllColours(),
                new LyingEngine(job -> job.channel() == Channel.LAB_A, true),
                "The histogram of A (LAB) counts ");
    }

    @Test
    void aToneIsNamed() {
        assertFound(
                new ToneTables(),
                liar(job -> job.tone().levels().gray() == 2.2),
                "gray=2.2, white2=255, black2=255], invert=false, hueShift=0] gives ");
    }

    @Test
    void aProductIsNamed() {
        assertFound(
                new MaskProduct(),
                liar(job -> job.factors() != null),
                "255 times mask value 255 is 254, but must be 255.");
        assertFound(
                new MaskProduct(),
                new LyingEngine(job -> job.factors() != null, true),
                "The histogram of G (RGB) counts 129 pixels of value 7, but must count 128.");
    }

    @Test
    void aValueOf16BitImagesIsNamed() {
        assertFound(new HighBitDepth(), liar(job -> job.channel() == Channel.HSV_S), "S (HSV) of red ");
        assertFound(new HighBitDepth(), liar(job -> job.factors() != null), "makes ");
    }

    @Test
    void anOddSizeIsFound() {
        assertFound(
                new OddSizes(),
                liar(job -> job.pixels().length() == 17 && job.pixels() instanceof Pixels.Planar),
                "(pixel 16 of 17)");
    }

    @Test
    void aThreadThatDisturbsTheOtherIsFound() {
        Thread test = Thread.currentThread();
        assertFound(new TwoThreads(), liar(job -> Thread.currentThread() != test), "G (RGB) of colour ");
    }

    @Test
    void whatIsNotReleasedIsNamed() {
        EngineSubject real = new EngineSubject(new JavaEngine());
        Subject leaking = new Subject() {
            @Override
            public sc.fiji.imagetomask.engine.Engine engine() {
                return real.engine();
            }

            @Override
            public java.util.Map<String, String> facts() {
                return real.facts();
            }

            @Override
            public Copy copy(int pixels) {
                return real.copy(pixels);
            }

            @Override
            public OnDevice onDevice(int[] argb) {
                return null;
            }

            @Override
            public String release() {
                return "2 cl_mem";
            }
        };
        assertThatThrownBy(() -> new MemoryGivenBack().run(leaking, new Clock(NOBODY, Depth.QUICK, LONG)))
                .hasMessage("These were not released: 2 cl_mem.");
    }

    @Test
    void aDeviceThatIsTooSlowDoesNotPass() {
        Subject slow = new EngineSubject(liar(job -> {
            try {
                Thread.sleep(2000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return false;
        }));
        List<PartResult> results = Proof.of(slow, Depth.STANDARD, 1, NOBODY);
        assertThat(results)
                .hasSize(Depth.STANDARD.parts())
                .allSatisfy(result -> assertThat(result.verdict()).isEqualTo(Verdict.UNFINISHED));
        assertThat(results.get(0).text()).matches("only \\d+ % in the 1 s of the test");
        assertThat(results.get(1).text()).isEqualTo("no time was left");
    }

    @Test
    void aDeviceThatFailsIsAResult() {
        Subject failing = new EngineSubject(liar(job -> {
            throw new EngineException("The device is on fire.");
        }));
        List<PartResult> results = Proof.of(failing, Depth.QUICK, NOBODY);
        assertThat(results.get(0).verdict()).isEqualTo(Verdict.FAILED);
        assertThat(results.get(0).text()).isEqualTo("The device is on fire.");
    }

    @Test
    void whoWatchesCanStopIt() {
        Watch impatient = new Watch() {
            @Override
            public void progress(double done) {
                throw new CancellationException("Enough.");
            }
        };
        assertThatThrownBy(() -> Proof.of(new EngineSubject(new JavaEngine()), Depth.STANDARD, impatient))
                .isInstanceOf(CancellationException.class);
    }

    private static LyingEngine liar(Predicate<LyingEngine.Job> when) {
        return new LyingEngine(when, false);
    }

    private static void assertFound(Check check, LyingEngine liar, String sentence) {
        assertThatThrownBy(() -> check.run(new EngineSubject(liar), new Clock(NOBODY, Depth.STANDARD, LONG)))
                .isInstanceOf(DifferenceException.class)
                .hasMessageContaining(sentence);
    }
}
