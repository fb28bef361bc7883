package dev.mooring.launcher.revocation.history;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mooring.testcluster.AuditEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * An audit log written by hand. Departments, projects and data volumes are in force from their first event; requests take no
 * time unless one is told to.
 */
final class WrittenLog {
    static final String DEPARTMENTS = "departments";
    static final String PROJECTS = "projects";
    static final String DATA_VOLUMES = "datavolumes";
    static final String SHARES = "datavolumeshares";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Instant BEGIN = Instant.parse("2026-11-01T10:00:00Z");

    private final List<AuditEvent> events = new ArrayList<>();
    private final Map<String, ObjectNode> objects = new HashMap<>();
    private Instant now = BEGIN;
    private Duration taking = Duration.ZERO;
    private int number;

    /** Returns a log of these things: data volume {@code vision/imagenet}, and projects of both departments. */
    static WrittenLog begun() {
        return new WrittenLog()
                .department("research")
                .department("product")
                .project("research", "vision")
                .project("product", "ads")
                .project("research", "robotics")
                .dataVolume();
    }

    /** What follows is received so many milliseconds after the begin. */
    WrittenLog at(long millis) {
        now = BEGIN.plusMillis(millis);
        taking = Duration.ZERO;
        return this;
    }

    /** What follows is answered so many milliseconds after it is received. */
    WrittenLog taking(long millis) {
        taking = Duration.ofMillis(millis);
        return this;
    }

    WrittenLog department(String name) {
        return create(
                DEPARTMENTS, "mooring-cluster", name, made -> namespace(made, "department-" + name, name + "-uid"));
    }

    WrittenLog project(String department, String name) {
        return create(PROJECTS, "department-" + department, name, made -> namespace(made, name, name + "-uid"));
    }

    WrittenLog dataVolume() {
        return create(DATA_VOLUMES, "vision", "imagenet", made -> {});
    }

    /** Makes the share {@code vision/s} of {@code vision/imagenet}. */
    WrittenLog share(String kind, String uid) {
        return shareNamed("s", kind, uid);
    }

    WrittenLog shareNamed(String name, String kind, String uid) {
        return create(SHARES, "vision", name, made -> {
            made.withObject("/spec").put("dataVolume", "imagenet").put("access", "ReadOnly");
            made.withObject("/spec/scope").put("kind", kind).put("uid", uid);
            made.withObject("/metadata")
                    .putArray("ownerReferences")
                    .addObject()
                    .put("uid", uid(DATA_VOLUMES, "vision", "imagenet"));
        });
    }

    WrittenLog create(String resource, String namespace, String name, Consumer<ObjectNode> content) {
        ObjectNode made = JSON.createObjectNode();
        made.putObject("metadata")
                .put("namespace", namespace)
                .put("name", name)
                .put("uid", resource + "-" + ++number)
                .put("creationTimestamp", now.truncatedTo(ChronoUnit.SECONDS).toString());
        content.accept(made);
        objects.put(key(resource, namespace, name), made);
        return write("create", resource, namespace, made);
    }

    WrittenLog change(String resource, String namespace, String name, Consumer<ObjectNode> change) {
        ObjectNode changed = object(resource, namespace, name);
        change.accept(changed);
        return write("patch", resource, namespace, changed);
    }

    /** Deletes what has a finalizer: it stays, with a deletionTimestamp. */
    WrittenLog beginDeletion(String resource, String namespace, String name) {
        ObjectNode deleting = object(resource, namespace, name);
        deleting.withObject("/metadata").put("deletionTimestamp", now.toString());
        return write("delete", resource, namespace, deleting);
    }

    /** Deletes what has no finalizer: it is gone. */
    WrittenLog delete(String resource, String namespace, String name) {
        ObjectNode status = JSON.createObjectNode().put("kind", "Status");
        status.putObject("details").put("uid", uid(resource, namespace, name));
        return add("delete", "mooring.dev", resource, namespace, 200, event -> event.set("responseObject", status));
    }

    /** A pod that mounts a claim is let in. */
    WrittenLog admitted(String namespace, String claim) {
        ObjectNode pod = JSON.createObjectNode();
        pod.putObject("metadata").put("name", "p");
        pod.putObject("spec")
                .putArray("volumes")
                .addObject()
                .putObject("persistentVolumeClaim")
                .put("claimName", claim);
        return add("create", "", "pods", namespace, 201, event -> event.set("responseObject", pod));
    }

    /** A pod that asks by annotation is turned away by Mooring. */
    WrittenLog denied(String namespace, String references, String reason) {
        return unmade(
                namespace,
                references,
                "admission webhook \"pods.mooring.dev\" denied the request: for a reason",
                Map.of("pods.mooring.dev/decision", "deny", "pods.mooring.dev/reason", reason));
    }

    /** A pod that asks by annotation is not made, for a cause that is not Mooring's. */
    WrittenLog failed(String namespace, String references, String message) {
        return unmade(namespace, references, message, Map.of());
    }

    /** Somebody reads a list. */
    WrittenLog listed(String user, String uri) {
        add("list", "", "", "", 200, event -> event.put("requestURI", uri));
        return replaceLast(last -> by(user, last));
    }

    private WrittenLog unmade(String namespace, String references, String message, Map<String, String> annotations) {
        ObjectNode pod = JSON.createObjectNode();
        pod.putObject("metadata").putObject("annotations").put("mooring.dev/data-volumes", references);
        add("create", "", "pods", namespace, 403, event -> {
            event.set("requestObject", pod);
            event.putObject("responseStatus").put("message", message);
        });
        return replaceLast(last -> copy(last, last.code(), annotations));
    }

    /** What was written last came to nothing: its answer was an error, whatever became of it. */
    WrittenLog butItsAnswerWas(int code) {
        return replaceLast(last -> copy(last, code, last.annotations()));
    }

    private WrittenLog replaceLast(UnaryOperator<AuditEvent> change) {
        events.add(change.apply(events.removeLast()));
        return this;
    }

    private static AuditEvent copy(AuditEvent event, int code, Map<String, String> annotations) {
        return copy(event, event.user(), code, annotations);
    }

    private static AuditEvent by(String user, AuditEvent event) {
        return copy(event, user, event.code(), event.annotations());
    }

    private static AuditEvent copy(AuditEvent event, String user, int code, Map<String, String> annotations) {
        return new AuditEvent(
                event.auditId(),
                event.stage(),
                event.verb(),
                user,
                event.resource(),
                event.subresource(),
                event.namespace(),
                event.name(),
                event.received(),
                code,
                annotations,
                event.raw());
    }

    Findings check() {
        History history = new History();
        history.add(events);
        return HistoryChecker.check(history);
    }

    String uid(String resource, String namespace, String name) {
        return object(resource, namespace, name).at("/metadata/uid").asText();
    }

    private static void namespace(ObjectNode object, String name, String uid) {
        object.withObject("/status/namespace").put("name", name).put("uid", uid);
    }

    private WrittenLog write(String verb, String resource, String namespace, ObjectNode object) {
        object.withObject("/metadata").put("resourceVersion", String.valueOf(++number));
        ObjectNode answer = object.deepCopy();
        return add(verb, "mooring.dev", resource, namespace, 200, event -> event.set("responseObject", answer));
    }

    private WrittenLog add(
            String verb, String group, String resource, String namespace, int code, Consumer<ObjectNode> content) {
        ObjectNode raw = JSON.createObjectNode();
        raw.putObject("objectRef").put("apiGroup", group);
        raw.put("stageTimestamp", now.plus(taking).toString());
        content.accept(raw);
        events.add(new AuditEvent(
                "e" + ++number,
                "ResponseComplete",
                verb,
                "somebody",
                resource,
                "",
                namespace,
                "",
                now,
                code,
                Map.of(),
                raw));
        return this;
    }

    private ObjectNode object(String resource, String namespace, String name) {
        ObjectNode found = objects.get(key(resource, namespace, name));
        if (found == null) {
            throw new IllegalArgumentException("there is no " + key(resource, namespace, name));
        }
        return found;
    }

    private static String key(String resource, String namespace, String name) {
        return resource + " " + namespace + "/" + name;
    }
}
