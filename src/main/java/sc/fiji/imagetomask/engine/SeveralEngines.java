package sc.fiji.imagetomask.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import sc.fiji.imagetomask.channel.ChannelFormula;
import sc.fiji.imagetomask.tone.Histograms;

/**
 * Several devices of one kind that share the work: each picture, or tile of a large one, goes to the device that has the fewest
 * pixels in work. Safe for use from several threads, which keep all devices busy.
 *
 * <p>A device that fails is not used for twenty times as long as the failed work took, and at least for a second; another one
 * does its work, with one notice.
 */
final class SeveralEngines implements Engine {

    private static final long REST = 20;
    private static final long SHORTEST_REST_NANOS = 1_000_000_000;

    private final List<Member> members;
    private final Consumer<String> notices;
    private final long shortestRest;
    private int turn;

    /** @param engines one for each device */
    SeveralEngines(List<Engine> engines, Consumer<String> notices) {
        this(engines, notices, SHORTEST_REST_NANOS);
    }

    /** @param shortestRest of a device that failed, in nanoseconds */
    SeveralEngines(List<Engine> engines, Consumer<String> notices, long shortestRest) {
        this.shortestRest = shortestRest;
        members = engines.stream().map(Member::new).toList();
        this.notices = notices;
    }

    /** An engine, and what it does now; guarded by this object. */
    private static final class Member {

        private final Engine engine;
        private long pixels;
        private long lastTurn;
        private long restUntil;
        private boolean isResting;

        Member(Engine engine) {
            this.engine = engine;
        }

        boolean isReady() {
            if (isResting && System.nanoTime() - restUntil >= 0) isResting = false;
            return !isResting;
        }
    }

    @Override
    public String name() {
        return members.get(0).engine.name();
    }

    @Override
    public String device() {
        return members.stream().map(member -> member.engine.device()).collect(Collectors.joining(", "));
    }

    @Override
    public int maxPixels() {
        return least(Engine::maxPixels);
    }

    @Override
    public int tilePixels() {
        return least(Engine::tilePixels);
    }

    private int least(Function<Engine, Integer> number) {
        return members.stream()
                .map(member -> number.apply(member.engine))
                .min(Integer::compare)
                .orElseThrow();
    }

    @Override
    public ChannelPlane plane(Pixels pixels, ChannelFormula formula) {
        return planes(pixels, List.of(formula)).get(0);
    }

    @Override
    public List<ChannelPlane> planes(Pixels pixels, List<ChannelFormula> formulas) {
        int n = pixels.length();
        List<Member> tried = new ArrayList<>();
        Done<List<ChannelPlane>> made = onOne(n, tried, engine -> engine.planes(pixels, formulas));
        giveBack(made.member, n);
        return IntStream.range(0, formulas.size())
                .<ChannelPlane>mapToObj(i -> new Plane(pixels, formulas.get(i), tried, made.member, made.result.get(i)))
                .toList();
    }

    @Override
    public List<Histograms> histograms(List<Pixels> sets, List<ChannelFormula> formulas) {
        int n = sets.stream().mapToInt(Pixels::length).sum();
        Done<List<Histograms>> counted = onOne(n, new ArrayList<>(), engine -> engine.histograms(sets, formulas));
        giveBack(counted.member, n);
        return counted.result;
    }

    private record Done<T>(Member member, T result) {}

    /**
     * Does the job on a device that was not tried; if that one fails, on another one.
     *
     * @param tried takes those that it was tried on
     * @return with its pixels still counted as work of that device
     * @throws EngineException that of the last device, if all have failed
     */
    private <T> Done<T> onOne(int pixels, List<Member> tried, Function<Engine, T> job) {
        while (true) {
            Member member = take(tried, pixels);
            tried.add(member);
            long start = System.nanoTime();
            try {
                return new Done<>(member, job.apply(member.engine));
            } catch (EngineException e) {
                giveBack(member, pixels);
                failed(member, tried, e, start);
            } catch (RuntimeException | Error e) {
                giveBack(member, pixels);
                throw e;
            }
        }
    }

    /** Lets a device rest that has failed; throws the reason if no other one is left. */
    private void failed(Member member, List<Member> tried, EngineException reason, long start) {
        failed(member, reason, System.nanoTime() - start);
        if (tried.size() == members.size()) throw reason;
        Notices.once("Another device takes over from " + member.engine.device() + ": " + reason.getMessage(), notices);
    }

    /** The device with the least work; one that rests only if all do; of equal ones, the one that waited longest. */
    private synchronized Member take(List<Member> tried, int pixels) {
        Member best = members.stream()
                .filter(member -> !tried.contains(member))
                .min(Comparator.comparing((Member member) -> !member.isReady())
                        .thenComparing(member -> member.pixels)
                        .thenComparing(member -> member.lastTurn))
                .orElseThrow();
        best.pixels += pixels;
        best.lastTurn = ++turn;
        return best;
    }

    private synchronized void giveBack(Member member, long pixels) {
        member.pixels -= pixels;
    }

    /** A lack of memory says nothing of the next picture. */
    private synchronized void failed(Member member, EngineException reason, long spent) {
        if (reason.isOutOfMemory()) return;
        member.isResting = true;
        member.restUntil = System.nanoTime() + Math.max(shortestRest, REST * spent);
    }

    /** On one of the devices; if that one fails, on another one. */
    private final class Plane extends ReplaceablePlane {

        private final ChannelFormula formula;
        private final List<Member> tried;
        private Member member;
        private ChannelPlane plane;
        private boolean closed;

        /** @param tried the devices that it was tried on, the last one with success */
        Plane(Pixels pixels, ChannelFormula formula, List<Member> tried, Member member, ChannelPlane plane) {
            super(pixels);
            this.formula = formula;
            this.tried = new ArrayList<>(tried);
            this.member = member;
            this.plane = plane;
            giveBack(member, -pixels.length());
        }

        @Override
        <T> T work(Function<ChannelPlane, T> job) {
            while (true) {
                ChannelPlane current = current();
                long start = System.nanoTime();
                try {
                    return job.apply(current);
                } catch (EngineException e) {
                    replace(current, e, start);
                }
            }
        }

        private synchronized ChannelPlane current() {
            if (plane == null) throw new EngineException("All devices have failed.");
            return plane;
        }

        private synchronized void replace(ChannelPlane bad, EngineException reason, long start) {
            if (plane != bad) return;
            bad.close();
            plane = null;
            closed = true;
            giveBack(member, pixels.length());
            failed(member, tried, reason, start);
            Done<ChannelPlane> again = onOne(pixels.length(), tried, engine -> engine.plane(pixels, formula));
            member = again.member;
            plane = again.result;
            closed = false;
        }

        @Override
        public synchronized void close() {
            if (closed) return;
            closed = true;
            plane.close();
            giveBack(member, pixels.length());
        }
    }
}
