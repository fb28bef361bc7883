package dev.mooring.webhook;

import static org.awaitility.Awaitility.await;

import dev.mooring.model.Access;
import dev.mooring.model.AccessRule;
import dev.mooring.model.AccessRuleSpec;
import dev.mooring.model.AccessRuleStatus;
import dev.mooring.model.AccessSubject;
import dev.mooring.model.DataVolume;
import dev.mooring.model.DataVolumeShare;
import dev.mooring.model.DataVolumeShareSpec;
import dev.mooring.model.DataVolumeSpec;
import dev.mooring.model.DataVolumeStatus;
import dev.mooring.model.Department;
import dev.mooring.model.DepartmentSpec;
import dev.mooring.model.DepartmentStatus;
import dev.mooring.model.MirrorMode;
import dev.mooring.model.NamespaceIdentity;
import dev.mooring.model.Phase;
import dev.mooring.model.Project;
import dev.mooring.model.ProjectSpec;
import dev.mooring.model.ProjectStatus;
import dev.mooring.model.RevokeMode;
import dev.mooring.model.ScopeKind;
import dev.mooring.model.ShareScope;
import io.fabric8.kubernetes.api.model.ConditionBuilder;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.rbac.RoleBindingBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Departments, projects, data volumes and shares, with the status that the controller would write. Names are new each time. */
final class World {
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final String CLUSTER_SCOPE = "mooring-cluster";

    private final KubernetesClient admin;
    private final KubernetesClient controller;
    private final String department;

    World(KubernetesClient admin, KubernetesClient controller) {
        this.admin = admin;
        this.controller = controller;
        this.department = department();
    }

    /** Makes a project and its namespace; returns its name. */
    String project(String base) {
        String name = unnumberedProject(base + "-" + NUMBER.incrementAndGet());
        identify(name);
        return name;
    }

    /** Makes a project whose namespace the controller has not made yet; returns its name. */
    String projectWithoutNamespace(String base) {
        return unnumberedProject(base + "-" + NUMBER.incrementAndGet());
    }

    /** Makes a data volume that is ready to be mounted. */
    void dataVolume(String project, String name) {
        var volume = new DataVolume();
        volume.setMetadata(meta(project, name));
        volume.setSpec(new DataVolumeSpec(name + "-claim", null));
        var created = admin.resource(volume).create();
        created.setStatus(new DataVolumeStatus(Phase.READY, null, 0, 0, 0, List.of(), 0, 0, 0, List.of()));
        controller.resource(created).patchStatus();
    }

    /** Shares a data volume with a project, read-only. */
    DataVolumeShare share(String origin, String dataVolume, String project) {
        return admin.resource(newShare(origin, dataVolume, ScopeKind.PROJECT, project, Access.READ_ONLY))
                .create();
    }

    /** Shares a data volume with a project until an instant, read-only. */
    DataVolumeShare shareUntil(String origin, String dataVolume, String project, String end) {
        var share = newShare(origin, dataVolume, ScopeKind.PROJECT, project, Access.READ_ONLY);
        share.setSpec(new DataVolumeShareSpec(
                dataVolume,
                share.getSpec().scope(),
                Access.READ_ONLY,
                MirrorMode.ON_FIRST_USE,
                end,
                RevokeMode.KEEP,
                "forged"));
        return admin.resource(share).create();
    }

    /** Makes a mirror claim that is being deleted and that a foreign finalizer and these pods keep. */
    void endingMirror(String project, String name, String pods) {
        var claim = controller
                .resource(new PersistentVolumeClaimBuilder()
                        .withMetadata(meta(project, name))
                        .editMetadata()
                        .addToLabels("mooring.dev/mirror", "true")
                        .addToAnnotations("mooring.dev/held-by", pods)
                        .addToFinalizers("example.com/backup")
                        .endMetadata()
                        .withNewSpec()
                        .withStorageClassName("mooring-mirror")
                        .withAccessModes("ReadOnlyMany")
                        .withNewResources()
                        .addToRequests("storage", new Quantity("1"))
                        .endResources()
                        .endSpec()
                        .build())
                .create();
        controller.resource(claim).delete();
    }

    /** Returns a share that nobody has created yet; what Mooring sets has been forged. */
    DataVolumeShare newShare(String origin, String dataVolume, ScopeKind kind, @Nullable String target, Access access) {
        var share = new DataVolumeShare();
        share.setMetadata(meta(origin, dataVolume + "-" + NUMBER.incrementAndGet()));
        share.setSpec(new DataVolumeShareSpec(
                dataVolume,
                new ShareScope(kind, target, "forged", "forged"),
                access,
                MirrorMode.ON_FIRST_USE,
                null,
                RevokeMode.KEEP,
                "forged"));
        return share;
    }

    /** Makes an access rule of which the controller says that its bindings are all there, and makes none. */
    void accessRule(String namespace, String role, AccessSubject subject) {
        controller.namespaces().withName(namespace).patch(PatchContext.of(PatchType.JSON_MERGE), """
                        {"metadata":{"labels":{"mooring.dev/scope":"%s"}}}""".formatted(
                        namespace.equals(department) ? "department" : "project"));
        var made = new AccessRule();
        made.setMetadata(meta(namespace, role + "-" + NUMBER.incrementAndGet()));
        made.setSpec(new AccessRuleSpec(List.of(subject), role));
        var created = new Attempt(admin).created(made); // the policy on rules follows the label within moments
        created.setStatus(new AccessRuleStatus(
                1,
                List.of(namespace),
                List.of(new ConditionBuilder()
                        .withType("Ready")
                        .withStatus("True")
                        .withReason("Bound")
                        .withMessage("")
                        .withObservedGeneration(created.getMetadata().getGeneration())
                        .withLastTransitionTime("2026-11-24T10:00:00Z")
                        .build())));
        controller.resource(created).patchStatus();
    }

    /** Gives a user the role of an l2-researcher, as the controller would for an access rule. */
    void bindResearcher(String namespace, String user) {
        admin.resource(new RoleBindingBuilder()
                        .withMetadata(meta(namespace, user))
                        .withNewRoleRef("rbac.authorization.k8s.io", "ClusterRole", "l2-researcher")
                        .addNewSubject("rbac.authorization.k8s.io", "User", user, null)
                        .build())
                .create();
    }

    /** Returns the namespace of the department of all projects. */
    String departmentNamespace() {
        return department;
    }

    /** Takes a share away. */
    void unshare(DataVolumeShare share) {
        admin.resource(share).delete();
    }

    /** Returns the UID of a namespace. */
    String uidOf(String namespace) {
        return admin.namespaces().withName(namespace).get().getMetadata().getUid();
    }

    /** Makes a namespace that belongs to no project, ready for pods; returns its name. */
    String namespace(String base) {
        String name = base + "-" + NUMBER.incrementAndGet();
        makeNamespace(name);
        return name;
    }

    private String department() {
        String name = "department-of-" + NUMBER.incrementAndGet();
        var made = new Department();
        made.setMetadata(meta(CLUSTER_SCOPE, name));
        made.setSpec(new DepartmentSpec(null, name));
        var created = admin.resource(made).create();
        created.setStatus(new DepartmentStatus(identity(makeNamespace(name)), 0, List.of()));
        controller.resource(created).patchStatus();
        return name;
    }

    /** Makes a Project of this very name, which another department may have already; returns it. */
    String unnumberedProject(String name) {
        var made = new Project();
        made.setMetadata(meta(department, name));
        made.setSpec(new ProjectSpec(null));
        admin.resource(made).create();
        return name;
    }

    private void identify(String project) {
        var namespace = makeNamespace(project);
        var found = admin.resources(Project.class)
                .inNamespace(department)
                .withName(project)
                .get();
        found.setStatus(new ProjectStatus(identity(namespace), List.of()));
        controller.resource(found).patchStatus();
    }

    private Namespace makeNamespace(String name) {
        var made = admin.resource(new NamespaceBuilder()
                        .withNewMetadata()
                        .withName(name)
                        .endMetadata()
                        .build())
                .create();
        await().until(() ->
                admin.serviceAccounts().inNamespace(name).withName("default").get() != null);
        return made;
    }

    private static NamespaceIdentity identity(Namespace namespace) {
        return new NamespaceIdentity(
                namespace.getMetadata().getName(), namespace.getMetadata().getUid());
    }

    private static ObjectMeta meta(String namespace, String name) {
        return new ObjectMetaBuilder().withNamespace(namespace).withName(name).build();
    }
}
