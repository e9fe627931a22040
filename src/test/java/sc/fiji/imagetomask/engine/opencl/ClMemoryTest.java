package sc.fiji.imagetomask.engine.opencl;

import static org.assertj.core.api.Assertions.assertThat;

import org.jocl.cl_mem;
import org.junit.jupiter.api.Test;

class ClMemoryTest {

    private final ClMemory memory = new ClMemory(made(), null, 1 << 20, false);

    /** Makes buffers and does nothing else. */
    private static ClApi made() {
        return ChangedApi.over(null, (call, arguments, meant) -> call.equals("createBuffer") ? new cl_mem() : null);
    }

    @Test
    void whatIsClosedIsHandedOutAgain() {
        ClBuffer first = memory.take(1000);
        cl_mem handle = first.memory();
        first.close();
        assertThat(memory.take(1000).memory()).isSameAs(handle);
    }

    @Test
    void notWhileSomethingMayBeAtWorkOnIt() {
        ClBuffer first = memory.take(1000);
        cl_mem handle = first.memory();
        memory.keepApart();
        first.close();
        assertThat(memory.take(1000).memory()).isNotSameAs(handle);
        memory.settle();
        assertThat(memory.take(1000).memory()).isSameAs(handle);
    }

    @Test
    void workWithinWorkSettlesItsOwn() {
        ClBuffer outer = memory.take(1000);
        ClBuffer inner = memory.take(1000);
        cl_mem innerHandle = inner.memory();
        memory.keepApart();
        outer.close();
        memory.keepApart();
        inner.close();
        memory.settle();
        assertThat(memory.take(1000).memory()).isSameAs(innerHandle);
        assertThat(memory.take(1000).memory()).isNotNull();
        memory.settle();
        memory.take(1000).close();
    }

    @Test
    void norOnceItMayNeverBeDone() {
        ClBuffer first = memory.take(1000);
        cl_mem handle = first.memory();
        memory.keepApart();
        first.close();
        memory.hold();
        memory.settle();
        assertThat(memory.take(1000).memory()).isNotSameAs(handle);
    }
}
