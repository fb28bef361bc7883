package dev.mooring.benchmarks;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** The table of a run. */
record Report(LocalDate day, Machine machine, List<Measured> measured) {
    private static final String HEAD = """
            # One mutation of a pod

            Written by the run itself; see [README](../README.md). A review of 10 KiB whose pod asks for two data volumes: bytes in,
            bytes of the answer out, in one process and on one thread. Ratios are of medians.

            """;

    String text() {
        Measured review = Measured.named(measured, "typedReview");
        Measured pod = Measured.named(measured, "typedPod");
        Measured scan = Measured.named(measured, "tokenScan");
        return HEAD
                + machine.lines(day)
                + "| what | µs, median | µs, nine of ten | bytes allocated by a call |\n|---|---|---|---|\n"
                + rows()
                + review.row("fabric8's typed model: the review read, its pod written")
                + pod.row("fabric8's typed model: the pod alone read and written")
                + scan.row("a bare token scan of the review")
                + "\n| ratio | budget |" + columns(one -> " " + one.shares() + " shares |")
                + "\n|---|---|" + columns(one -> "---|") + "\n"
                + ratios("time, to the typed review", "at most 0.30", one -> one.micros() / review.micros())
                + ratios("allocation, to the typed review", "at most 0.12", one -> one.bytes() / review.bytes())
                + ratios("time, to the typed pod alone", "at most 0.30", one -> one.micros() / pod.micros())
                + ratios("allocation, to the typed pod alone", "at most 0.12", one -> one.bytes() / pod.bytes())
                + ratios("time, to the scan", "at most 2.2", one -> one.micros() / scan.micros());
    }

    private String rows() {
        return String.join(
                "",
                mutations().stream()
                        .map(one -> one.row("Mooring, " + one.shares() + " shares"))
                        .toList());
    }

    private String ratios(String what, String budget, ToDoubleFunction<Measured> ratio) {
        return "| " + what + " | " + budget + " |"
                + columns(one -> String.format(Locale.ROOT, " %.3f |", ratio.applyAsDouble(one)))
                + "\n";
    }

    private String columns(Function<Measured, String> cell) {
        return String.join("", mutations().stream().map(cell).toList());
    }

    private List<Measured> mutations() {
        return measured.stream().filter(one -> one.name().equals("mutate")).toList();
    }
}
