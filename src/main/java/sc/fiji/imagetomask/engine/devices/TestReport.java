package sc.fiji.imagetomask.engine.devices;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sc.fiji.imagetomask.engine.proof.PartResult;
import sc.fiji.imagetomask.engine.proof.Verdict;
import sc.fiji.imagetomask.engine.proof.Watch;

/**
 * The output of the program that tests a device: one line for each step, so that after a crash the last step is known.
 * Drivers may print between these lines.
 */
final class TestReport implements Watch {

    private static final String MARK = "image-to-mask-test:";

    private final PrintStream out;

    TestReport(PrintStream out) {
        this.out = out;
    }

    /** The program runs; no driver was loaded yet. */
    void start() {
        line("start");
    }

    void facts(Map<String, String> facts) {
        facts.forEach((name, value) -> line("fact", name, value));
    }

    @Override
    public void part(String name) {
        line("part", name);
    }

    @Override
    public void progress(double done) {
        line("progress", Double.toString(done));
    }

    @Override
    public void result(PartResult result) {
        line("result", result.part(), result.verdict().name(), Long.toString(result.millis()), result.text());
    }

    /** There are no more results. */
    void end() {
        line("end");
    }

    /** The device cannot be opened. */
    void trouble(String sentence) {
        line("trouble", sentence);
    }

    private void line(String... cells) {
        StringBuilder line = new StringBuilder();
        for (String cell : cells)
            line.append('\t').append(cell.replaceAll("\\p{Cntrl}+", " ").strip());
        out.println(MARK + line);
        out.flush();
    }

    /** What is read of it, line by line. */
    static final class Reader {

        private final Watch watch;
        private final Map<String, String> facts = new LinkedHashMap<>();
        private final List<PartResult> results = new ArrayList<>();
        private String part;
        private String trouble;
        private boolean started;
        private boolean ended;

        /** @param watch is told of each step */
        Reader(Watch watch) {
            this.watch = watch;
        }

        void line(String line) {
            int mark = line.lastIndexOf(MARK);
            if (mark < 0) return;
            String[] cells = line.substring(mark + MARK.length() + 1).split("\t", -1);
            switch (cells[0]) {
                case "start" -> started = true;
                case "fact" -> facts.put(cells[1], cells[2]);
                case "part" -> watch.part(part = cells[1]);
                case "progress" -> watch.progress(Double.parseDouble(cells[1]));
                case "result" -> result(cells);
                case "trouble" -> trouble = cells[1];
                case "end" -> ended = true;
                default -> throw new IllegalStateException(line);
            }
        }

        private void result(String[] cells) {
            PartResult result = new PartResult(cells[1], Verdict.valueOf(cells[2]), cells[4], Long.parseLong(cells[3]));
            results.add(result);
            watch.result(result);
        }

        boolean isStarted() {
            return started;
        }

        /**
         * What it says in all.
         *
         * @param end what became of the program, such as {@code crashed}
         * @param late whether the time limit ended it
         */
        TestOutcome outcome(String end, boolean late) {
            String why = trouble != null
                    ? trouble
                    : ended ? null : "The driver " + end + (part == null ? "." : " during the test of " + part + ".");
            return new TestOutcome(facts, results, why, late);
        }
    }
}
