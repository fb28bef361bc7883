package dev.mooring.launcher.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.mooring.model.Access;
import dev.mooring.model.AccessRule;
import dev.mooring.model.AccessRuleSpec;
import dev.mooring.model.AccessSubject;
import dev.mooring.model.DataVolume;
import dev.mooring.model.DataVolumeShare;
import dev.mooring.model.DataVolumeShareSpec;
import dev.mooring.model.DataVolumeSpec;
import dev.mooring.model.Department;
import dev.mooring.model.DepartmentSpec;
import dev.mooring.model.MirrorMode;
import dev.mooring.model.Project;
import dev.mooring.model.ProjectSpec;
import dev.mooring.model.RevokeMode;
import dev.mooring.model.ScopeKind;
import dev.mooring.model.ShareScope;
import dev.mooring.model.SubjectKind;
import dev.mooring.testcluster.Rights;
import dev.mooring.testcluster.TestCluster;
import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.PersistentVolumeBuilder;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PersistentVolumeSpec;
import io.fabric8.kubernetes.api.model.PersistentVolumeSpecBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.rbac.RoleBindingBuilder;
import io.fabric8.kubernetes.api.model.rbac.RoleBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Makes scopes, data and people. Names are new each time. What people do themselves, such as sharing, they do themselves. */
public final class World implements AutoCloseable {
    static final String CLUSTER_SCOPE = "mooring-cluster";

    /** A namespace that the chart exempts. */
    static final String EXEMPT = "storage-drivers";

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final TestCluster cluster;
    private final KubernetesClient admin;
    private final AtomicInteger number = new AtomicInteger();
    private final Map<String, KubernetesClient> people = new ConcurrentHashMap<>();
    private final Map<String, DataVolume> held = new ConcurrentHashMap<>();

    /** Returns one that works with the administrator's client, which the caller closes. */
    public World(TestCluster cluster, KubernetesClient admin) {
        this.cluster = cluster;
        this.admin = admin;
    }

    /** Returns a client of the administrator. */
    KubernetesClient admin() {
        return admin;
    }

    /** Returns a name that nothing has yet. */
    String fresh(String base) {
        return base + "-" + number.incrementAndGet();
    }

    /** Makes a department and waits until it is ready; returns its name. */
    public String department(String base) {
        var made = newDepartment(fresh(base));
        awaitReady(admin.resource(made).create());
        return made.getMetadata().getName();
    }

    /** Returns a department that nobody has created yet. */
    public Department newDepartment(String name) {
        return newDepartment(name, null);
    }

    /** Returns a department, with this namespace if one is given, that nobody has created yet. */
    Department newDepartment(String name, @Nullable String namespace) {
        var made = new Department();
        made.setMetadata(meta(CLUSTER_SCOPE, name));
        made.setSpec(new DepartmentSpec(null, namespace));
        return made;
    }

    /** Makes a project and waits until it is ready; returns its name, which is its namespace's too. */
    public String project(String department, String base) {
        return projectNamed(department, fresh(base));
    }

    /** Makes a project of exactly this name. */
    String projectNamed(String department, String name) {
        awaitReady(admin.resource(newProject(department, name)).create());
        eventually(() -> assertThat(admin.serviceAccounts()
                        .inNamespace(name)
                        .withName("default")
                        .get())
                .isNotNull());
        return name;
    }

    /** Returns a project that nobody has created yet. */
    public Project newProject(String department, String name) {
        var made = new Project();
        made.setMetadata(meta("department-" + department, name));
        made.setSpec(new ProjectSpec(null));
        return made;
    }

    /** Makes a namespace that belongs to no project; returns its name. */
    String namespace(String base) {
        return namespaceNamed(fresh(base));
    }

    /** Makes a namespace of exactly this name. */
    String namespaceNamed(String name) {
        admin.resource(new NamespaceBuilder()
                        .withNewMetadata()
                        .withName(name)
                        .endMetadata()
                        .build())
                .create();
        eventually(() -> assertThat(admin.serviceAccounts()
                        .inNamespace(name)
                        .withName("default")
                        .get())
                .isNotNull());
        return name;
    }

    /** Returns a client of a person who has the role editor in a project. */
    KubernetesClient owner(String project) {
        return person(project, "editor");
    }

    /** Returns a client of a person who has the role l2-researcher in a project. */
    KubernetesClient user(String project) {
        return person(project, "l2-researcher");
    }

    /** Returns a client of a person who may make projects in a department, and do nothing else. */
    KubernetesClient departmentHead(String department) {
        return people.computeIfAbsent("head-of-" + department, name -> {
            String namespace = "department-" + department;
            admin.resource(new RoleBuilder()
                            .withMetadata(meta(namespace, "head"))
                            .addNewRule()
                            .withApiGroups("mooring.dev")
                            .withResources("projects")
                            .withVerbs("create", "get", "list", "watch", "update", "patch", "delete")
                            .endRule()
                            .build())
                    .create();
            return bound(name, namespace, "Role", "head");
        });
    }

    /** Returns a client of a person who has a ClusterRole in a namespace, and no other right. */
    KubernetesClient person(String namespace, String role) {
        return people.computeIfAbsent(role + "-of-" + namespace, name -> bound(name, namespace, "ClusterRole", role));
    }

    private KubernetesClient bound(String name, String namespace, String kind, String role) {
        admin.resource(new RoleBindingBuilder()
                        .withMetadata(meta(namespace, name))
                        .withNewRoleRef("rbac.authorization.k8s.io", kind, role)
                        .addNewSubject("rbac.authorization.k8s.io", "User", name, null)
                        .build())
                .create();
        return cluster.user(name).clientWithoutRetries();
    }

    /** Makes a data volume over a network file system, with a claim of its own, and waits until it is ready. */
    public DataVolume dataVolume(String project, String name) {
        return dataVolume(
                project,
                name,
                new PersistentVolumeSpecBuilder()
                        .withNewNfs("/exports/" + project + "/" + name, false, "nfs.example.com")
                        .build());
    }

    /** Makes a data volume over a volume of this source. */
    DataVolume dataVolume(String project, String name, PersistentVolumeSpec source) {
        boundClaim(project, name + "-data", source);
        return awaitReady(
                admin.resource(newDataVolume(project, name, name + "-data")).create());
    }

    /** Has a data volume of a project hold the storage of this source; it need not be fit for sharing. Made once. */
    void held(String project, PersistentVolumeSpec source) {
        held.computeIfAbsent(project + source, any -> {
            String name = fresh("held");
            boundClaim(project, name + "-data", source);
            return admin.resource(newDataVolume(project, name, name + "-data")).create();
        });
    }

    /** Returns a data volume that nobody has created yet. */
    public DataVolume newDataVolume(String project, String name, String claim) {
        var made = new DataVolume();
        made.setMetadata(meta(project, name));
        made.setSpec(new DataVolumeSpec(claim, null));
        return made;
    }

    /** Makes a claim, as the project's owner, and its volume. */
    PersistentVolumeClaim boundClaim(String project, String name, PersistentVolumeSpec source) {
        var claim = owner(project).resource(Claims.plain(project, name).build()).create();
        admin.resource(new PersistentVolumeBuilder()
                        .withNewMetadata()
                        .withName(project + "-" + name)
                        .endMetadata()
                        .withSpec(source)
                        .editSpec()
                        .addToCapacity("storage", new Quantity("1Gi"))
                        .withAccessModes("ReadWriteMany")
                        .withStorageClassName("")
                        .withPersistentVolumeReclaimPolicy("Delete")
                        .withNewClaimRef()
                        .withNamespace(project)
                        .withName(name)
                        .withUid(claim.getMetadata().getUid())
                        .endClaimRef()
                        .endSpec()
                        .build())
                .create();
        return awaitBound(project, name);
    }

    /** Shares a data volume with a project, as the owner of its own, and waits until that is in force. */
    DataVolumeShare share(String origin, String dataVolume, String project, Access access) {
        return share(origin, dataVolume, ScopeKind.PROJECT, project, access, null);
    }

    DataVolumeShare share(
            String origin,
            String dataVolume,
            ScopeKind kind,
            @Nullable String target,
            Access access,
            @Nullable String expiresAt) {
        letShare(origin, kind, target);
        return owner(origin)
                .resource(newShare(origin, dataVolume, kind, target, access, expiresAt))
                .create();
    }

    /** Lets the owner of a project share its data with this target: it takes a right there, too. */
    void letShare(String origin, ScopeKind kind, @Nullable String target) {
        String owner = "editor-of-" + origin;
        String namespace = switch (kind) {
            case PROJECT -> Objects.requireNonNull(target);
            case DEPARTMENT -> "department-" + target;
            case CLUSTER -> "mooring-cluster";
        };
        admin.resource(new RoleBindingBuilder()
                        .withMetadata(meta(namespace, "shared-with-by-" + owner))
                        .withNewRoleRef("rbac.authorization.k8s.io", "ClusterRole", "data-volume-administrator")
                        .addNewSubject("rbac.authorization.k8s.io", "User", owner, null)
                        .build())
                .serverSideApply();
        eventually(() -> assertThat(new Rights(admin, owner).may("create", "datavolumeshares", namespace))
                .isTrue());
    }

    /** Returns a share that nobody has created yet; what Mooring sets has been forged. */
    public DataVolumeShare newShare(
            String origin,
            String dataVolume,
            ScopeKind kind,
            @Nullable String target,
            Access access,
            @Nullable String expiresAt) {
        var made = new DataVolumeShare();
        made.setMetadata(meta(origin, fresh(dataVolume)));
        made.setSpec(new DataVolumeShareSpec(
                dataVolume,
                new ShareScope(kind, target, "forged", "forged"),
                access,
                MirrorMode.ON_FIRST_USE,
                expiresAt,
                RevokeMode.KEEP,
                "forged"));
        return made;
    }

    /** Returns the shares of a data volume. */
    List<DataVolumeShare> sharesOf(String project, String dataVolume) {
        return admin.resources(DataVolumeShare.class).inNamespace(project).list().getItems().stream()
                .filter(share -> share.getSpec().dataVolume().equals(dataVolume))
                .toList();
    }

    /** Returns a rule that nobody has created yet. */
    AccessRule newRule(String namespace, String role, String person) {
        var rule = new AccessRule();
        rule.setMetadata(meta(namespace, fresh("rule")));
        rule.setSpec(new AccessRuleSpec(List.of(new AccessSubject(SubjectKind.USER, person, null)), role));
        return rule;
    }

    /** Deletes something, as the administrator, and waits until nothing is left of it. */
    void delete(HasMetadata object) {
        admin.resource(object).delete();
        eventually(() -> assertThat(admin.resource(object).get()).isNull());
    }

    /** Creates a pod, as the owner of its project, as soon as it may run. */
    Pod run(Pod pod) {
        var client = owner(pod.getMetadata().getNamespace());
        await().atMost(PATIENCE)
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(client.resource(pod).create()).isNotNull());
        return client.resource(pod).get();
    }

    /** Waits until a pod would be let through, without making it; returns what it would be. */
    Pod awaitAllowed(Pod pod) {
        var client = owner(pod.getMetadata().getNamespace());
        return await().atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> client.resource(pod).dryRun(true).create(), Objects::nonNull);
    }

    /** Waits until a mirror is bound, and returns it. */
    PersistentVolumeClaim boundMirror(String project, String name) {
        return awaitBound(project, name);
    }

    /** Waits until one of our objects says that it is ready, and returns it. */
    public <R extends HasMetadata> R awaitReady(R object) {
        eventually(() -> assertThat(conditions(object))
                .as(object.getMetadata().getName())
                .anyMatch(World::isReady));
        return admin.resource(object).get();
    }

    /** Whether one of our objects says that it is ready. */
    public boolean isReady(HasMetadata object) {
        return conditions(object).stream().anyMatch(World::isReady);
    }

    /** Returns the conditions of one of our objects. */
    List<Condition> conditions(HasMetadata object) {
        var resource = admin.genericKubernetesResources(object.getApiVersion(), object.getKind())
                .inNamespace(object.getMetadata().getNamespace())
                .withName(object.getMetadata().getName())
                .get();
        if (resource == null) {
            return List.of();
        }
        List<Map<String, Object>> found = resource.get("status", "conditions");
        return found == null ? List.of() : found.stream().map(World::condition).toList();
    }

    void eventually(Runnable fact) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(20)).untilAsserted(fact::run);
    }

    @Override
    public void close() {
        people.values().forEach(KubernetesClient::close);
    }

    private PersistentVolumeClaim awaitBound(String namespace, String name) {
        var claim = admin.persistentVolumeClaims().inNamespace(namespace).withName(name);
        await(name + " is bound")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> {
                    var found = claim.get();
                    return found != null && "Bound".equals(found.getStatus().getPhase());
                });
        return claim.get();
    }

    private static boolean isReady(Condition condition) {
        return "Ready".equals(condition.getType()) && "True".equals(condition.getStatus());
    }

    private static Condition condition(Map<String, Object> found) {
        var condition = new Condition();
        condition.setType(String.valueOf(found.get("type")));
        condition.setStatus(String.valueOf(found.get("status")));
        condition.setReason(String.valueOf(found.get("reason")));
        condition.setMessage(String.valueOf(found.get("message")));
        return condition;
    }

    static ObjectMeta meta(String namespace, String name) {
        return new ObjectMetaBuilder().withNamespace(namespace).withName(name).build();
    }
}
