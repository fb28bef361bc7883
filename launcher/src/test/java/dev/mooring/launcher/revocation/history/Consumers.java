package dev.mooring.launcher.revocation.history;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mooring.testcluster.AuditEvent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Reads who asked for data. Those let in are judged by the claims of the pod that came to be, dry runs included. */
final class Consumers {
    private static final Pattern MIRROR = Pattern.compile("(dv|dvrw)\\.([^.]+)\\.([^.]+)");
    private static final Pattern REFERENCE = Pattern.compile("\\s*([^/:]+)/([^/:]+)(:/[^:]*)?(:rw|:ro)?\\s*");
    private static final String ANNOTATION = "/metadata/annotations/mooring.dev~1data-volumes";

    private Consumers() {}

    static List<Consumer> in(AuditEvent event) {
        return createsPod(event) ? consumers(event).toList() : List.of();
    }

    private static boolean createsPod(AuditEvent event) {
        return event.resource().equals("pods")
                && event.subresource().isEmpty()
                && event.verb().equals("create")
                && event.code() != 0;
    }

    private static Stream<Consumer> consumers(AuditEvent event) {
        Answer answer = Answers.of(event);
        boolean isAdmitted = answer instanceof Answer.Admitted;
        JsonNode pod = event.raw().path(isAdmitted ? "responseObject" : "requestObject");
        Stream<Use> uses = isAdmitted
                ? claimed(event.namespace(), pod)
                : Stream.concat(claimed(event.namespace(), pod), asked(event.namespace(), pod));
        String name = pod.at("/metadata/name").asText(event.name());
        return uses.distinct()
                .filter(Predicate.not(use -> use.origin().equals(use.project())))
                .map(use -> new Consumer(name, use, event.received(), Requests.completed(event), answer));
    }

    private static Stream<Use> claimed(String project, JsonNode pod) {
        return StreamSupport.stream(pod.at("/spec/volumes").spliterator(), false)
                .map(volume -> MIRROR.matcher(
                        volume.at("/persistentVolumeClaim/claimName").asText()))
                .filter(Matcher::matches)
                .map(mirror -> new Use(
                        project,
                        mirror.group(2),
                        mirror.group(3),
                        mirror.group(1).equals("dvrw")));
    }

    private static Stream<Use> asked(String project, JsonNode pod) {
        return Arrays.stream(pod.at(ANNOTATION).asText().split(","))
                .map(REFERENCE::matcher)
                .filter(Matcher::matches)
                .map(reference -> new Use(
                        project,
                        reference.group(1),
                        reference.group(2),
                        Optional.ofNullable(reference.group(4)).orElse("").equals(":rw")));
    }
}
