package dev.mooring.controller.access;

import dev.mooring.controller.object.LogKeys;
import dev.mooring.controller.object.Patches;
import dev.mooring.model.AccessSubject;
import dev.mooring.model.SubjectKind;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.rbac.RoleBindingBuilder;
import io.fabric8.kubernetes.api.model.rbac.RoleBuilder;
import io.fabric8.kubernetes.api.model.rbac.Subject;
import io.fabric8.kubernetes.api.model.rbac.SubjectBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries out what {@link BindingPlan} says. Changes and deletes only what is still as it was seen. */
final class BindingWriter {
    private static final Logger LOG = LoggerFactory.getLogger(BindingWriter.class);
    private static final String GROUP = "rbac.authorization.k8s.io";
    private static final Map<String, String> LABELS =
            Map.of("app.kubernetes.io/managed-by", "mooring", "app.kubernetes.io/part-of", "mooring");

    private final KubernetesClient client;
    private final Patches patches;

    BindingWriter(KubernetesClient client) {
        this.client = client;
        patches = new Patches(client);
    }

    void carryOut(AccessAction action, AccessObjects objects) {
        switch (action) {
            case AccessAction.MakeRole make ->
                make(new RoleBuilder()
                        .withMetadata(metadata(objects, make.name()))
                        .withRules(make.object().rule())
                        .build());
            case AccessAction.SetRole set ->
                set(seenRole(objects, set.name()), "rules", List.of(set.object().rule()));
            case AccessAction.MakeBinding make -> make(binding(make, objects));
            case AccessAction.SetSubjects set ->
                set(seenBinding(objects, set.name()), "subjects", subjects(set.subjects()));
            case AccessAction.DeleteBinding delete -> delete(seenBinding(objects, delete.name()));
            case AccessAction.DeleteRole delete -> delete(seenRole(objects, delete.name()));
        }
    }

    private static HasMetadata binding(AccessAction.MakeBinding make, AccessObjects objects) {
        var given = make.given();
        return new RoleBindingBuilder()
                .withMetadata(metadata(objects, make.name()))
                .withNewRoleRef(GROUP, given.object().isPresent() ? "Role" : "ClusterRole", given.roleName())
                .withSubjects(subjects(make.subjects()))
                .build();
    }

    private static HasMetadata seenBinding(AccessObjects objects, String name) {
        var seen = seen(objects.bindings().get(name));
        return new RoleBindingBuilder()
                .withMetadata(asSeen(objects, name, seen.resourceVersion()))
                .build();
    }

    private static HasMetadata seenRole(AccessObjects objects, String name) {
        var seen = seen(objects.roles().get(name));
        return new RoleBuilder()
                .withMetadata(asSeen(objects, name, seen.resourceVersion()))
                .build();
    }

    private static ObjectMeta asSeen(AccessObjects objects, String name, String resourceVersion) {
        return new ObjectMetaBuilder()
                .withNamespace(objects.namespace())
                .withName(name)
                .withResourceVersion(resourceVersion)
                .build();
    }

    private static <T> T seen(@Nullable T object) {
        return Objects.requireNonNull(object, "a plan works only on what was seen");
    }

    private static ObjectMeta metadata(AccessObjects objects, String name) {
        return new ObjectMetaBuilder()
                .withNamespace(objects.namespace())
                .withName(name)
                .withLabels(LABELS)
                .build();
    }

    private static List<Subject> subjects(Collection<AccessSubject> subjects) {
        return subjects.stream().map(BindingWriter::subject).toList();
    }

    private static Subject subject(AccessSubject subject) {
        return new SubjectBuilder()
                .withApiGroup(subject.kind() == SubjectKind.SERVICE_ACCOUNT ? null : GROUP)
                .withKind(subject.kind().word())
                .withName(subject.name())
                .withNamespace(subject.namespace())
                .build();
    }

    private void make(HasMetadata object) {
        log(client.resource(object).create(), "Access made");
    }

    private void set(HasMetadata object, String field, Object value) {
        patches.set(object, field, value);
        log(object, "Access changed");
    }

    private void delete(HasMetadata object) {
        client.resource(object)
                .lockResourceVersion(object.getMetadata().getResourceVersion())
                .delete();
        log(object, "Access taken away");
    }

    private static void log(HasMetadata object, String message) {
        LOG.atInfo()
                .addKeyValue("kind", object.getKind())
                .addKeyValue(LogKeys.NAMESPACE, object.getMetadata().getNamespace())
                .addKeyValue(LogKeys.NAME, object.getMetadata().getName())
                .log(message);
    }
}
