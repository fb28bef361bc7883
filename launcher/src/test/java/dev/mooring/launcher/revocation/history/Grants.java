package dev.mooring.launcher.revocation.history;

import static java.util.stream.Collectors.groupingBy;

import dev.mooring.launcher.revocation.history.Grant.Part;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Works out every grant that there ever was, as the design defines it. */
final class Grants {
    private static final String NAMESPACE = "/metadata/namespace";
    private static final String NAME = "/metadata/name";
    private static final String IDENTITY = "/status/namespace/uid";

    private final History history;
    private final Map<Reach, List<Place>> reaches = new HashMap<>();

    Grants(History history) {
        this.history = history;
    }

    /** A project in a department: the project's own part and the department's. */
    private record Place(Part project, Part department) {}

    /** Whom a share is for, seen from one project. */
    private record Reach(String project, String kind, String uid) {}

    /** Returns all grants that ever allowed {@code use}. */
    List<Grant> of(Use use) {
        List<Place> origins = places(new Reach(use.origin(), "Cluster", ""));
        List<Grant> grants = new ArrayList<>();
        for (Life share :
                history.lives("datavolumeshares", named(use.origin(), "/spec/dataVolume", use.dataVolume()))) {
            Part given = share(share, use.isForWriting());
            for (Part volume : volumes(share.first(), use)) {
                for (Place origin : origins) {
                    for (Place reached : reached(share.first(), use.project())) {
                        grants.add(new Grant(List.of(
                                given,
                                volume,
                                origin.project(),
                                origin.department(),
                                reached.project(),
                                reached.department())));
                    }
                }
            }
        }
        return grants;
    }

    private static Part share(Life share, boolean isForWriting) {
        Times times = share.when(
                version -> !isForWriting || version.text("/spec/access").equals("ReadWrite"), Grants::expiry);
        return new Part("share " + label(share.first()), times);
    }

    private static Instant expiry(Version share) {
        String text = share.text("/spec/expiresAt");
        try {
            return text.isEmpty() ? Instant.MAX : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            return Instant.MIN;
        }
    }

    private List<Part> volumes(Version share, Use use) {
        Predicate<Version> isOwner = version -> owners(share).anyMatch(version.uid()::equals);
        return history
                .lives(
                        "datavolumes",
                        named(use.origin(), NAME, use.dataVolume()).and(isOwner))
                .stream()
                .map(life -> new Part("data volume " + label(life.first()), life.when(version -> true)))
                .toList();
    }

    private static Stream<String> owners(Version share) {
        List<String> uids = new ArrayList<>();
        share.object()
                .at("/metadata/ownerReferences")
                .forEach(owner -> uids.add(owner.path("uid").asText()));
        return uids.stream();
    }

    private List<Place> reached(Version share, String project) {
        return reaches.computeIfAbsent(
                new Reach(project, share.text("/spec/scope/kind"), share.text("/spec/scope/uid")), this::places);
    }

    private List<Place> places(Reach reach) {
        Predicate<Version> isTarget = version -> version.text(IDENTITY).equals(reach.uid());
        return switch (reach.kind()) {
            case "Project" -> places(reach.project(), isTarget, version -> true);
            case "Department" -> places(reach.project(), version -> true, isTarget);
            case "Cluster" -> places(reach.project(), version -> true, version -> true);
            default -> List.of();
        };
    }

    /** Returns where a project ever was, with one place for each department's namespace. */
    private List<Place> places(String project, Predicate<Version> projects, Predicate<Version> departments) {
        Map<String, List<Life>> byNamespace =
                history.lives("projects", version -> version.text(NAME).equals(project)).stream()
                        .collect(groupingBy(life -> life.first().text(NAMESPACE)));
        return byNamespace.entrySet().stream()
                .map(entry -> new Place(
                        part("project " + project + " in " + entry.getKey(), entry.getValue(), projects),
                        part(
                                "department of " + entry.getKey(),
                                history.lives("departments", version -> true),
                                departments.and(version ->
                                        version.text("/status/namespace/name").equals(entry.getKey())))))
                .toList();
    }

    /** What has no namespace in its status is not in force yet. */
    private static Part part(String what, List<Life> lives, Predicate<Version> property) {
        Predicate<Version> isMade = version -> !version.text(IDENTITY).isEmpty();
        return new Part(
                what,
                Times.any(lives.stream()
                        .map(life -> life.when(isMade.and(property)))
                        .toList()));
    }

    private static Predicate<Version> named(String namespace, String pointer, String value) {
        return version -> version.text(NAMESPACE).equals(namespace)
                && version.text(pointer).equals(value);
    }

    private static String label(Version version) {
        return version.text(NAMESPACE) + "/" + version.text(NAME);
    }
}
