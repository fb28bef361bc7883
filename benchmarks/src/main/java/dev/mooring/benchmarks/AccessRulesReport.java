package dev.mooring.benchmarks;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** The table of a run of {@link AccessRules}. */
record AccessRulesReport(LocalDate day, Machine machine, Sizes sizes, Times times) {
    /**
     * What was measured.
     *
     * @param scopes until all departments and projects were ready
     * @param all from the start of the controller until all rules were in force everywhere
     * @param bindings how many RoleBindings that took
     * @param byHand how many RoleBindings were made for comparison
     * @param byHandTime how long these took
     * @param inProjects until a rule of a project was in force there
     * @param inDepartments until a rule of a department was in force in all its projects
     * @param inTheCluster until a rule of the cluster was in force everywhere
     */
    record Times(
            Duration scopes,
            Duration all,
            long bindings,
            int byHand,
            Duration byHandTime,
            List<Duration> inProjects,
            List<Duration> inDepartments,
            Duration inTheCluster) {}

    String text() {
        return """
            # Access rules in a large cluster

            Written by the run itself; see [README](../README.md). %,d projects in %,d departments; %,d rules: %d of the cluster, %d of
            departments, %d of projects. API server, etcd, controller and who measures share the machine.

            """.formatted(
                                sizes.projects(),
                                sizes.departments(),
                                sizes.rules(),
                                Sizes.CLUSTER_RULES,
                                sizes.departmentRules(),
                                sizes.projectRules())
                + machine.lines(day)
                + String.format(
                        Locale.ROOT,
                        """
                        | what | time | RoleBindings | a second |
                        |---|---|---|---|
                        | a controller starts and finds all rules, none in force | %s | %,d | %,.0f |
                        | a client makes such RoleBindings, %d at once | %s | %,d | %,.0f |

                        The controller makes %.2f times as many a second as the client. Departments and projects were ready after %s.

                        | a rule more, until it is in force | half | longest | aim |
                        |---|---|---|---|
                        | of a project, there (%d rules) | %,d ms | %,d ms | 1,000 ms |
                        | of a department, in all its projects (%d rules) | %,d ms | %,d ms |  |
                        | of the cluster, everywhere (1 rule) | %s | | |
                        """,
                        seconds(times.all()),
                        times.bindings(),
                        rate(times.bindings(), times.all()),
                        Population.AT_ONCE,
                        seconds(times.byHandTime()),
                        times.byHand(),
                        rate(times.byHand(), times.byHandTime()),
                        rate(times.bindings(), times.all()) / rate(times.byHand(), times.byHandTime()),
                        seconds(times.scopes()),
                        times.inProjects().size(),
                        half(times.inProjects()),
                        longest(times.inProjects()),
                        times.inDepartments().size(),
                        half(times.inDepartments()),
                        longest(times.inDepartments()),
                        seconds(times.inTheCluster()));
    }

    private static double rate(long count, Duration time) {
        return count / (time.toNanos() / 1e9);
    }

    private static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%,.1f s", time.toNanos() / 1e9);
    }

    private static long half(List<Duration> times) {
        return times.stream().sorted().toList().get((times.size() - 1) / 2).toMillis();
    }

    private static long longest(List<Duration> times) {
        return times.stream().max(Duration::compareTo).orElseThrow().toMillis();
    }
}
