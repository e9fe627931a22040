package sc.fiji.imagetomask.engine.opencl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class JoclApiTest {

    /** JOCL itself kills Java then, within milliseconds. */
    @Test
    void contextsAreMadeAndReleasedByManyThreads() {
        ClApi api = OpenCl.require();
        ClDevice device = OpenCl.device(api);
        List<CompletableFuture<Integer>> threads = Stream.generate(() -> CompletableFuture.supplyAsync(
                        () -> {
                            for (int i = 0; i < 500; i++)
                                api.release(api.createContext(device.platform(), device.id()));
                            return 500;
                        },
                        run -> new Thread(run).start()))
                .limit(8)
                .toList();
        assertThat(threads.stream().mapToInt(CompletableFuture::join).sum()).isEqualTo(4000);
    }
}
