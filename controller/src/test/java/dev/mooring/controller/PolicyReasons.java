package dev.mooring.controller;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The reasons that the chart's policies write into the audit log, as their files have them. */
final class PolicyReasons {
    private static final Path POLICIES = Path.of("../charts/mooring/templates/policies");
    private static final Pattern WORD = Pattern.compile("'([A-Z][A-Za-z]*)'");
    private static final String ANNOTATIONS = "\n  auditAnnotations:\n";

    private PolicyReasons() {}

    /** Returns the names of the policies that give each reason, in order. */
    static Map<String, Set<String>> byReason() throws IOException {
        var policies = new TreeMap<String, Set<String>>();
        try (var files = Files.newDirectoryStream(POLICIES, "*.yaml")) {
            for (var file : files) {
                var name = "mooring-" + file.getFileName().toString().replace(".yaml", "");
                for (var reason : reasons(file)) {
                    policies.computeIfAbsent(reason, r -> new TreeSet<>()).add(name);
                }
            }
        }
        return policies;
    }

    private static Set<String> reasons(Path policy) throws IOException {
        var text = Files.readString(policy);
        int begin = text.indexOf(ANNOTATIONS);
        if (begin < 0) {
            throw new IllegalStateException("\"" + policy + "\" writes no reason into the audit log");
        }
        var reasons = new TreeSet<String>();
        WORD.matcher(text.substring(begin)).results().forEach(word -> reasons.add(word.group(1)));
        return reasons;
    }
}
