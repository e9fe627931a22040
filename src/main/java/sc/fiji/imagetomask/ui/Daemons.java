package sc.fiji.imagetomask.ui;

import java.util.concurrent.ThreadFactory;

/** Background threads that do not prevent ImageJ from quitting. */
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
