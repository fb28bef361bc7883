package dev.mooring.benchmarks;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** The table of a run of {@link Questions}. */
record QuestionReport(LocalDate day, Machine machine, List<Measured> measured) {
    String text() {
        return String.format(Locale.ROOT, """
                        # Questions

                        Written by the run itself; see [README](../README.md). Questions in a cluster of %,d projects, all of which may use
                        all of %,d data volumes: bytes in, bytes of the answer out, in one process and on one thread. Ratios are of medians.

                        """, QuestionBenchmark.PROJECTS, QuestionBenchmark.SHARES)
                + machine.lines(day)
                + "| what | µs, median | µs, nine of ten | bytes allocated by a call |\n|---|---|---|---|\n"
                + row("pod", "a pod that asks for two data volumes")
                + row("whatCanIUse", "what can I use here?")
                + row("whyRefused", "why is my pod refused?")
                + row("whoMayUse", "who may use my data?")
                + "\n| ratio to the pod | time | allocation |\n|---|---|---|\n"
                + ratio("whatCanIUse", "what can I use here?")
                + ratio("whyRefused", "why is my pod refused?")
                + ratio("whoMayUse", "who may use my data?");
    }

    private String row(String name, String what) {
        return Measured.named(measured, name).row(what);
    }

    private String ratio(String name, String what) {
        Measured pod = Measured.named(measured, "pod");
        Measured question = Measured.named(measured, name);
        return String.format(
                Locale.ROOT,
                "| %s | %,.0f | %,.0f |%n",
                what,
                question.micros() / pod.micros(),
                question.bytes() / pod.bytes());
    }
}
