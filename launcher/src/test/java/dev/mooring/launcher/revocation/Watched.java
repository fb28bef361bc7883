package dev.mooring.launcher.revocation;

import dev.mooring.testcluster.AuditEvent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** Which kinds Mooring's processes watch, as the API server's log tells: faults have to meet each of them. For one thread. */
final class Watched {
    private static final String ACCOUNT = "system:serviceaccount:";

    private final Map<String, SortedSet<String>> byAccount = new HashMap<>();

    /** Adds what comes next in the log. */
    void add(List<AuditEvent> events) {
        events.stream()
                .filter(event -> event.verb().equals("watch") && event.user().startsWith(ACCOUNT))
                .forEach(event -> byAccount
                        .computeIfAbsent(account(event), account -> new TreeSet<>())
                        .add(event.resource()));
    }

    private static String account(AuditEvent event) {
        return event.user().substring(event.user().lastIndexOf(':') + 1);
    }

    /** Returns what a service account watches, plural and in the order of the alphabet. */
    List<String> by(String account) {
        var resources = byAccount.get(account);
        if (resources == null) {
            throw new IllegalStateException("the log tells of nothing that \"" + account + "\" watches");
        }
        return List.copyOf(resources);
    }
}
