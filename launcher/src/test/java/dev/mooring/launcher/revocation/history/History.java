package dev.mooring.launcher.revocation.history;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.mooring.testcluster.AuditEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What matters of an audit log, which has to begin before the first object was made: every version of every object of Mooring's
 * kinds, from the answers to those who wrote them, everybody who asked for data, and what Mooring read that may have been old.
 */
public final class History {
    private static final Set<String> WRITES = Set.of("create", "update", "patch", "delete", "deletecollection");

    private final Map<String, Map<String, List<Version>>> versions = new LinkedHashMap<>();
    private final Map<String, List<Life>> lives = new HashMap<>();
    private final List<Consumer> consumers = new ArrayList<>();
    private final List<OldList> oldLists = new ArrayList<>();

    /** Adds what comes next in the log. */
    public void add(List<AuditEvent> events) {
        lives.clear();
        events.stream()
                .filter(event -> event.stage().equals("ResponseComplete"))
                .forEach(this::add);
    }

    private void add(AuditEvent event) {
        consumers.addAll(Consumers.in(event));
        OldList.in(event).ifPresent(oldLists::add);
        if (changesOurs(event)) {
            Map<String, List<Version>> byUid =
                    versions.computeIfAbsent(event.resource(), resource -> new LinkedHashMap<>());
            versions(event)
                    .forEach(version -> byUid.computeIfAbsent(version.uid(), uid -> new ArrayList<>())
                            .add(version));
        }
    }

    List<Consumer> consumers() {
        return List.copyOf(consumers);
    }

    List<OldList> oldLists() {
        return List.copyOf(oldLists);
    }

    /** Returns the lives of a resource's objects whose first version has this property. */
    List<Life> lives(String resource, Predicate<Version> property) {
        return lives.computeIfAbsent(resource, this::lives).stream()
                .filter(life -> property.test(life.first()))
                .toList();
    }

    private List<Life> lives(String resource) {
        return versions.getOrDefault(resource, Map.of()).values().stream()
                .map(Life::new)
                .toList();
    }

    private static boolean changesOurs(AuditEvent event) {
        return event.raw().at("/objectRef/apiGroup").asText().equals("mooring.dev")
                && WRITES.contains(event.verb())
                && event.code() >= 200
                && event.code() < 300
                && !Requests.isDryRun(event);
    }

    private static List<Version> versions(AuditEvent event) {
        JsonNode answer = event.raw().path("responseObject");
        if (answer.path("kind").asText().equals("Status")) {
            return List.of(gone(event, answer.at("/details/uid").asText()));
        }
        if (!answer.has("items")) {
            return List.of(version(event, answer));
        }
        List<Version> all = new ArrayList<>();
        answer.path("items").forEach(item -> all.add(version(event, item)));
        return all;
    }

    private static Version gone(AuditEvent event, String uid) {
        return new Version(
                uid,
                Long.MAX_VALUE,
                event.received(),
                Requests.completed(event),
                MissingNode.getInstance(),
                true,
                false);
    }

    private static Version version(AuditEvent event, JsonNode object) {
        JsonNode metadata = object.path("metadata");
        return new Version(
                metadata.path("uid").asText(),
                metadata.path("resourceVersion").asLong(),
                event.received(),
                Requests.completed(event),
                Trimmed.object(object),
                metadata.has("deletionTimestamp") || event.verb().startsWith("delete"),
                event.verb().equals("create"));
    }
}
