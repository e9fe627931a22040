package sc.fiji.imagetomask.threads;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * Jobs that are done several at once, as many as threads and memory allow. Their results are told in the order of the
 * jobs.
 *
 * <p>A job that needs much memory waits until the others have ended, and is then done alone, by all threads. Where many fit,
 * each has one thread; the calling thread works, too.
 *
 * @param <R> what a job gives
 */
public final class Batch<R> {

    private final int threads;
    private final long memory;

    /**
     * @param threads how many work at once, about
     * @param memory how many bytes the jobs at work may need together; a job that needs more is done alone
     */
    public Batch(int threads, long memory) {
        this.threads = threads;
        this.memory = memory;
    }

    /** One job. */
    public interface Job<R> {

        /** How many bytes of memory it needs, about. */
        long bytes();

        /**
         * Does it.
         *
         * @param isAlone whether all memory is for this job
         * @throws OutOfMemoryError if it is not alone, and there is too little memory; it is done again alone
         */
        R run(boolean isAlone);
    }

    /**
     * Does all jobs. If the calling thread is interrupted, no further job is begun, those at work are interrupted, and it
     * stays interrupted. If a job throws something, it is the same, and it is thrown when the others have ended.
     *
     * @param told takes the results in the order of the jobs, one after the other
     */
    public void run(List<? extends Job<R>> jobs, Consumer<R> told) {
        Work work = new Work(jobs, new InOrder<>(told));
        work.run();
    }

    private final class Work {

        private final List<? extends Job<R>> jobs;
        private final InOrder<R> results;
        private final Room room = new Room(memory);
        private final AtomicInteger next = new AtomicInteger();
        private final AtomicReference<Throwable> failure = new AtomicReference<>();
        private final List<Thread> helpers = new ArrayList<>();
        private volatile boolean isStopped;

        Work(List<? extends Job<R>> jobs, InOrder<R> results) {
            this.jobs = jobs;
            this.results = results;
        }

        void run() {
            for (int i = 1; i < Math.min(threads, jobs.size()); i++) {
                Thread helper = new Thread(this::work, "Image To Mask batch " + i);
                helper.setDaemon(true);
                helpers.add(helper);
            }
            helpers.forEach(Thread::start);
            work();
            boolean interrupted = Thread.currentThread().isInterrupted();
            if (interrupted) stop();
            for (Thread helper : helpers) interrupted |= awaited(helper);
            results.tellRest();
            if (interrupted) Thread.currentThread().interrupt();
            if (failure.get() instanceof RuntimeException e) throw e;
            if (failure.get() instanceof Error e) throw e;
        }

        private void work() {
            try {
                for (int i = next.getAndIncrement(); i < jobs.size() && !isStopped; i = next.getAndIncrement()) {
                    results.put(i, result(i));
                    if (Thread.currentThread().isInterrupted()) stop();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                stop();
            } catch (RuntimeException | Error e) {
                failure.compareAndSet(null, e);
                stop();
            }
        }

        private R result(int i) throws InterruptedException {
            Job<R> job = jobs.get(i);
            long bytes = Math.max(1, Math.min(memory, job.bytes()));
            try {
                return inRoom(i, bytes, job);
            } catch (OutOfMemoryError e) {
                if (bytes == memory) throw e;
                return inRoom(i, memory, job);
            }
        }

        private R inRoom(int i, long bytes, Job<R> job) throws InterruptedException {
            room.enter(i, bytes);
            try {
                return Together.with(threadsOf(bytes), () -> job.run(bytes == memory));
            } finally {
                room.leave(bytes);
            }
        }

        private int threadsOf(long bytes) {
            long together = Math.min(jobs.size(), memory / bytes);
            return (int) Math.max(1, threads / Math.min(threads, together));
        }

        private void stop() {
            isStopped = true;
            helpers.forEach(Thread::interrupt);
        }

        /** Waits for its end, and tells whether this thread was interrupted meanwhile, which stops the work. */
        private boolean awaited(Thread helper) {
            boolean interrupted = false;
            while (true)
                try {
                    helper.join();
                    return interrupted;
                } catch (InterruptedException e) {
                    interrupted = true;
                    stop();
                }
        }
    }
}
