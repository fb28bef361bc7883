package dev.mooring.launcher.attack;

import java.lang.reflect.Method;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** What became of the attempts of one run. */
final class AttackReport {
    private static final String NOT_STOPPED = "**not stopped**";

    private final SortedMap<Integer, SortedMap<String, Row>> lines = new TreeMap<>();

    /** What became of one test's attempts: with the processes, and without. */
    private static final class Row {
        private final Map<Processes, Set<String>> results = new EnumMap<>(Processes.class);

        void add(Processes processes, List<Outcome> outcomes) {
            var cell = results.computeIfAbsent(processes, key -> new TreeSet<>());
            outcomes.forEach(outcome -> cell.add(outcome.toString()));
            if (outcomes.isEmpty()) {
                cell.add(NOT_STOPPED);
            }
        }

        String cell(Processes processes) {
            return String.join("; ", results.getOrDefault(processes, Set.of()));
        }
    }

    /** Gives tests the report of the run. */
    static final class Resolver implements ParameterResolver {
        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == AttackReport.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return of(context);
        }
    }

    /** Returns the one report of a run. */
    static AttackReport of(ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.create(AttackReport.class))
                .computeIfAbsent(AttackReport.class);
    }

    /** Returns how a test is called in the tables. */
    static String nameOf(Method test) {
        return test.getDeclaringClass().getSimpleName() + "." + test.getName();
    }

    /** Notes a test; one that failed has no outcomes. */
    synchronized void note(int line, Method test, Processes processes, List<Outcome> outcomes) {
        lines.computeIfAbsent(line, key -> new TreeMap<>())
                .computeIfAbsent(nameOf(test), key -> new Row())
                .add(processes, outcomes);
    }

    /** Returns the names of the tests that have been noted. */
    synchronized Set<String> tests() {
        return lines.values().stream().flatMap(rows -> rows.keySet().stream()).collect(Collectors.toSet());
    }

    /** Returns a section for each line, as Markdown. */
    synchronized String tables() {
        var text = new StringBuilder();
        AttackLines.all().forEach((line, what) -> {
            text.append("\n### ").append(line).append(". ").append(what).append('\n');
            appendRows(text, lines.getOrDefault(line, new TreeMap<>()));
            var open = AttackLines.open().get(line);
            if (open != null) {
                text.append("\n**Open.** ").append(open).append('\n');
            }
        });
        return text.append('\n').toString();
    }

    private static void appendRows(StringBuilder text, SortedMap<String, Row> rows) {
        if (rows.isEmpty()) {
            return;
        }
        text.append("\n| attempt | result | result while our processes are stopped |\n|---|---|---|\n");
        rows.forEach((test, row) ->
                text.append("| `%s` | %s | %s |\n".formatted(test, row.cell(Processes.UP), row.cell(Processes.DOWN))));
    }
}
