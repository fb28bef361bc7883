package dev.mooring.benchmarks;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** The table of a run of {@link FirstMounts}. */
record FirstMountReport(LocalDate day, Machine machine, List<FirstMount> mounts) {
    String text() {
        return """
            # The first mount in a project

            Written by the run itself; see [README](../README.md). A pod that asks for one data volume is created in each of %d
            projects, one after another, on a control plane that has nothing else to do. Milliseconds from the sending of the pod.

            """.formatted(mounts.size())
                + machine.lines(day)
                + "| until | half | nine of ten | 99 of 100 | longest | budget, 99 of 100 |\n|---|---|---|---|---|---|\n"
                + row("the pod is created", "", FirstMount::created)
                + row("its claim is made", "", FirstMount::made)
                + row("its claim is bound", "at most 1,000", FirstMount::bound);
    }

    private String row(String until, String budget, Function<FirstMount, Duration> time) {
        List<Duration> sorted = mounts.stream().map(time).sorted().toList();
        return String.format(
                Locale.ROOT,
                "| %s | %,d | %,d | %,d | %,d | %s |%n",
                until,
                most(sorted, 50),
                most(sorted, 90),
                most(sorted, 99),
                most(sorted, 100),
                budget);
    }

    /** Returns what so many of a hundred took at most. */
    private static long most(List<Duration> sorted, int ofAHundred) {
        return sorted.get(Math.ceilDiv(sorted.size() * ofAHundred, 100) - 1).toMillis();
    }
}
