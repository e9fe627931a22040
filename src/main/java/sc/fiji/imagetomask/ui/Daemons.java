package sc.fiji.imagetomask.ui;

import java.util.concurrent.ThreadFactory;

/** Threads that do not keep ImageJ from ending. */
public final class Daemons {

    private Daemons() {}

    public static ThreadFactory named(String name) {
        return work -> {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        };
    }
}
