package dev.mooring.controller;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.mooring.charts.ChartInstaller;
import dev.mooring.charts.ChartValues;
import dev.mooring.model.Access;
import dev.mooring.model.DataVolume;
import dev.mooring.model.DataVolumeShare;
import dev.mooring.model.DataVolumeShareSpec;
import dev.mooring.model.DataVolumeSpec;
import dev.mooring.model.Department;
import dev.mooring.model.DepartmentSpec;
import dev.mooring.model.MirrorMode;
import dev.mooring.model.Project;
import dev.mooring.model.RevokeMode;
import dev.mooring.model.ScopeKind;
import dev.mooring.model.ShareScope;
import dev.mooring.testcluster.TestCluster;
import io.fabric8.kubernetes.api.model.BindingBuilder;
import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.OwnerReferenceBuilder;
import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.PersistentVolumeBuilder;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudgetBuilder;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The chart installed on a cluster, without its webhooks, and a controller that runs with the chart's account. What the
 * webhook would write into shares is written here.
 */
final class Installation implements AutoCloseable {
    static final String CLUSTER_SCOPE = "mooring-cluster";

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final KubernetesClient admin;
    private final KubernetesClient account;
    private final Map<String, String> settings;
    private MeterRegistry meters = new SimpleMeterRegistry();
    private Controller controller;

    private Installation(KubernetesClient admin, KubernetesClient account, Map<String, String> settings) {
        this.admin = admin;
        this.account = account;
        this.settings = settings;
        controller = start(account);
    }

    static Installation on(TestCluster cluster) {
        return on(cluster, Map.of());
    }

    /** Installs the chart, and starts a controller with these settings besides those that tests need. */
    static Installation on(TestCluster cluster, Map<String, String> settings) {
        var admin = cluster.client();
        ChartInstaller.install(admin, ChartValues.defaults());
        var webhooks = admin.admissionRegistration().v1();
        webhooks.mutatingWebhookConfigurations().withName("mooring").delete();
        webhooks.validatingWebhookConfigurations().withName("mooring").delete();
        await("policies")
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThatThrownBy(() -> takeAMirrorsName(admin))
                        .hasMessageContaining("mooring-reserved-claims"));
        return new Installation(
                admin,
                cluster.serviceAccount("mooring-system", "mooring-controller").client(),
                settings);
    }

    private static void takeAMirrorsName(KubernetesClient client) {
        client.resource(newClaim("default", "dv.any.any")).dryRun(true).create();
    }

    /** Starts a controller, beside any that runs; closing it and the client is the caller's. */
    Controller start(KubernetesClient client) {
        var environment = new HashMap<>(settings);
        environment.put("MOORING_ALLOW_NODE_LOCAL", "true");
        meters = new SimpleMeterRegistry();
        return Controller.start(
                ControllerConfig.from(environment),
                client,
                meters,
                new Surroundings(InstantSource.system(), System::nanoTime, new Random(1)));
    }

    /** Returns a client that may do what only the controller may. */
    KubernetesClient account() {
        return account;
    }

    /** Deletes as the garbage collector does, which no policy stops. */
    void collect(HasMetadata object) {
        var collector = new ConfigBuilder(admin.getConfiguration())
                .withImpersonateUsername("system:serviceaccount:kube-system:generic-garbage-collector")
                .build();
        try (var client = new KubernetesClientBuilder().withConfig(collector).build()) {
            client.resource(object).delete();
        }
    }

    /**
     * Deletes a data volume that has consumers, which the policies allow only while nobody has counted them yet; and so does
     * whoever runs without them.
     */
    void deleteInUse(DataVolume volume) {
        eventually(() -> {
            account.resource(volume).subresource("status").patch(PatchContext.of(PatchType.JSON_MERGE), """
                    {"status": {"consumers": 0}}""");
            try {
                admin.resource(volume).delete();
                return true;
            } catch (KubernetesClientException e) {
                return false;
            }
        });
    }

    /** Returns what the controller measures that was started last. */
    MeterRegistry meters() {
        return meters;
    }

    void stopController() {
        controller.close();
    }

    void startController() {
        controller = start(account);
    }

    @Override
    public void close() {
        controller.close();
        account.close();
    }

    /** Makes a department and waits until it is ready. */
    Department readyDepartment(String name) {
        var department = department(name, null);
        awaitReason(department, "NamespaceReady");
        return department;
    }

    Department department(String name, @Nullable String namespace) {
        var department = new Department();
        department.setMetadata(metadata(CLUSTER_SCOPE, name));
        department.setSpec(new DepartmentSpec(null, namespace));
        return admin.resource(department).create();
    }

    /** Makes a project and waits until it is ready. */
    Project readyProject(String department, String name) {
        var project = project("department-" + department, name);
        awaitReason(project, "NamespaceReady");
        return project;
    }

    Project project(String namespace, String name) {
        var project = new Project();
        project.setMetadata(metadata(namespace, name));
        return admin.resource(project).create();
    }

    /** Returns the project of that department and name. */
    Project findProject(String department, String name) {
        return admin.resources(Project.class)
                .inNamespace("department-" + department)
                .withName(name)
                .get();
    }

    /** Makes a bound claim {@code data} over a volume of this source, such as {@code pv.withNewHostPath(...)}. */
    PersistentVolumeClaim boundClaim(String namespace) {
        return boundClaim(namespace, hostPath(namespace));
    }

    PersistentVolumeClaim boundClaim(String namespace, PersistentVolume like) {
        return bound(claim(namespace, "data"), like);
    }

    /** Makes a bound claim {@code data} over a volume that nobody can write. */
    PersistentVolumeClaim boundReadOnlyClaim(String namespace) {
        var claim = admin.resource(new PersistentVolumeClaimBuilder(newClaim(namespace, "data"))
                        .editSpec()
                        .withAccessModes("ReadOnlyMany")
                        .endSpec()
                        .build())
                .create();
        return bound(claim, hostPath(namespace));
    }

    private static PersistentVolume hostPath(String namespace) {
        return new PersistentVolumeBuilder()
                .withNewSpec()
                .withNewHostPath("/tmp/" + namespace, "")
                .endSpec()
                .build();
    }

    private PersistentVolumeClaim bound(PersistentVolumeClaim claim, PersistentVolume like) {
        var namespace = claim.getMetadata().getNamespace();
        volume("origin-" + namespace, claim, like);
        await().atMost(PATIENCE)
                .until(() -> "Bound".equals(fresh(claim).getStatus().getPhase()));
        return fresh(claim);
    }

    /** Makes a claim, as the only account that may give it a mirror's name. */
    PersistentVolumeClaim claim(String namespace, String name) {
        return account.resource(newClaim(namespace, name)).create();
    }

    private static PersistentVolumeClaim newClaim(String namespace, String name) {
        return new PersistentVolumeClaimBuilder()
                .withMetadata(metadata(namespace, name))
                .withNewSpec()
                .withStorageClassName("")
                .withAccessModes("ReadWriteMany")
                .withNewResources()
                .addToRequests("storage", new Quantity("5Gi"))
                .endResources()
                .endSpec()
                .build();
    }

    /** Makes the volume of {@code claim}, with policy Delete as dynamic provisioning has it. */
    PersistentVolume volume(String name, PersistentVolumeClaim claim, PersistentVolume like) {
        return admin.resource(new PersistentVolumeBuilder(like)
                        .withNewMetadata()
                        .withName(name)
                        .endMetadata()
                        .editSpec()
                        .addToCapacity("storage", new Quantity("5Gi"))
                        .withAccessModes(claim.getSpec().getAccessModes())
                        .withStorageClassName("")
                        .withPersistentVolumeReclaimPolicy("Delete")
                        .withNewClaimRef()
                        .withNamespace(claim.getMetadata().getNamespace())
                        .withName(claim.getMetadata().getName())
                        .withUid(claim.getMetadata().getUid())
                        .endClaimRef()
                        .endSpec()
                        .build())
                .create();
    }

    /** Makes a project with a bound claim and a data volume {@code imagenet} over it, and waits until that is ready. */
    DataVolume readyDataVolume(String department, String project) {
        readyProject(department, project);
        boundClaim(project);
        var volume = dataVolume(project, "imagenet", "data");
        awaitReason(volume, "Ready");
        return volume;
    }

    DataVolume dataVolume(String namespace, String name, String claim) {
        var volume = new DataVolume();
        volume.setMetadata(metadata(namespace, name));
        volume.setSpec(new DataVolumeSpec(claim, null));
        return admin.resource(volume).create();
    }

    DataVolumeShare shareWithProject(DataVolume volume, String project) {
        return share(volume, ScopeKind.PROJECT, project, project, Access.READ_ONLY, null);
    }

    /** Shares with a project, in a way that evicts its pods when that ends. */
    DataVolumeShare shareThatEvicts(DataVolume volume, ScopeKind kind, String name, String namespace, Access access) {
        var share = unmadeShare(volume, kind, name, namespace, access, MirrorMode.ON_FIRST_USE, null);
        var spec = share.getSpec();
        share.setSpec(new DataVolumeShareSpec(
                spec.dataVolume(),
                spec.scope(),
                spec.access(),
                spec.mirror(),
                spec.expiresAt(),
                RevokeMode.EVICT,
                spec.grantedBy()));
        return admin.resource(share).create();
    }

    DataVolumeShare share(
            DataVolume volume,
            ScopeKind kind,
            @Nullable String name,
            String namespace,
            Access access,
            @Nullable String expiresAt) {
        return admin.resource(unmadeShare(volume, kind, name, namespace, access, MirrorMode.ON_FIRST_USE, expiresAt))
                .create();
    }

    /** Returns a share as the webhook would leave it, which nobody has made yet. */
    DataVolumeShare unmadeShare(
            DataVolume volume,
            ScopeKind kind,
            @Nullable String name,
            String namespace,
            Access access,
            MirrorMode mirror,
            @Nullable String expiresAt) {
        var share = new DataVolumeShare();
        share.setMetadata(new ObjectMetaBuilder()
                .withNamespace(volume.getMetadata().getNamespace())
                .withName(volume.getMetadata().getName() + "-" + namespace)
                .withOwnerReferences(new OwnerReferenceBuilder()
                        .withApiVersion(volume.getApiVersion())
                        .withKind(volume.getKind())
                        .withName(volume.getMetadata().getName())
                        .withUid(volume.getMetadata().getUid())
                        .build())
                .build());
        var uid = admin.namespaces().withName(namespace).get().getMetadata().getUid();
        share.setSpec(new DataVolumeShareSpec(
                volume.getMetadata().getName(),
                new ShareScope(kind, name, namespace, uid),
                access,
                mirror,
                expiresAt,
                RevokeMode.KEEP,
                "ana"));
        return share;
    }

    /** Makes a pod that mounts {@code claim}; it runs if it has a node, as far as anybody but a kubelet can tell. */
    Pod pod(String namespace, String name, String claim, @Nullable String node) {
        return make(unmadePod(namespace, name, claim, node));
    }

    /** Returns a pod that nobody has made yet. */
    static Pod unmadePod(String namespace, String name, String claim, @Nullable String node) {
        return new PodBuilder()
                .withMetadata(metadata(namespace, name))
                .withNewSpec()
                .withNodeName(node)
                .withTerminationGracePeriodSeconds(0L)
                .addNewContainer()
                .withName("main")
                .withImage("example.com/none")
                .endContainer()
                .addNewVolume()
                .withName("data")
                .withNewPersistentVolumeClaim(claim, true)
                .endVolume()
                .endSpec()
                .build();
    }

    /** Makes {@code pod} as soon as its namespace has an account for it. */
    Pod make(Pod pod) {
        eventually(() -> admin.serviceAccounts()
                        .inNamespace(pod.getMetadata().getNamespace())
                        .withName("default")
                        .get()
                != null);
        return admin.resource(pod).create();
    }

    /** Gives {@code pod} a node, as any scheduler may. */
    void bind(Pod pod, String node) {
        var metadata = pod.getMetadata();
        var binding = new BindingBuilder()
                .withMetadata(metadata(metadata.getNamespace(), metadata.getName()))
                .withNewTarget()
                .withApiVersion("v1")
                .withKind("Node")
                .withName(node)
                .endTarget()
                .build();
        admin.raw(
                "/api/v1/namespaces/" + metadata.getNamespace() + "/pods/" + metadata.getName() + "/binding",
                "POST",
                binding);
    }

    /** Lets nobody evict any pod of {@code namespace}. */
    void budgetOfNought(String namespace) {
        admin.resource(new PodDisruptionBudgetBuilder()
                        .withMetadata(metadata(namespace, "never"))
                        .withNewSpec()
                        .withMaxUnavailable(new IntOrString(0))
                        .withNewSelector()
                        .endSelector()
                        .endSpec()
                        .build())
                .create();
    }

    void deleteAtOnce(Pod pod) {
        admin.resource(pod).withGracePeriod(0).delete();
    }

    @Nullable
    PersistentVolumeClaim findClaim(String namespace, String name) {
        return admin.persistentVolumeClaims()
                .inNamespace(namespace)
                .withName(name)
                .get();
    }

    @Nullable
    PersistentVolume findVolume(String name) {
        return admin.persistentVolumes().withName(name).get();
    }

    /** Waits until the mirror claim is bound, and returns it. */
    PersistentVolumeClaim boundMirror(String namespace, String name) {
        eventually(() -> {
            var claim = findClaim(namespace, name);
            return claim != null && "Bound".equals(claim.getStatus().getPhase());
        });
        var claim = findClaim(namespace, name);
        if (claim == null) {
            throw new AssertionError("mirror \"" + name + "\" went as soon as it was bound");
        }
        return claim;
    }

    PersistentVolume volumeOf(PersistentVolumeClaim claim) {
        var volume = findVolume(claim.getSpec().getVolumeName());
        if (volume == null) {
            throw new AssertionError("no volume of claim " + claim.getMetadata().getName());
        }
        return volume;
    }

    Namespace namespace(String name) {
        return admin.namespaces().withName(name).get();
    }

    <R extends HasMetadata> R fresh(R object) {
        return admin.resource(object).get();
    }

    boolean isGone(HasMetadata object) {
        var now = admin.resource(object).get();
        return now == null
                || !now.getMetadata().getUid().equals(object.getMetadata().getUid());
    }

    /** Returns the condition Ready of {@code object}, or null if there is none yet. */
    @Nullable
    Condition ready(HasMetadata object) {
        var now = admin.resource(object).get();
        var conditions = switch (now) {
            case null -> null;
            case Department department ->
                department.getStatus() == null ? null : department.getStatus().conditions();
            case Project project ->
                project.getStatus() == null ? null : project.getStatus().conditions();
            case DataVolume volume ->
                volume.getStatus() == null ? null : volume.getStatus().conditions();
            case DataVolumeShare share ->
                share.getStatus() == null ? null : share.getStatus().conditions();
            default -> throw new IllegalArgumentException(now.getKind());
        };
        return conditions == null || conditions.isEmpty() ? null : conditions.getFirst();
    }

    void awaitReason(HasMetadata object, String reason) {
        await().atMost(PATIENCE).untilAsserted(() -> {
            var ready = ready(object);
            org.assertj.core.api.Assertions.assertThat(ready == null ? "nothing" : ready.getReason())
                    .isEqualTo(reason);
        });
    }

    void eventually(BooleanSupplier fact) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(20)).until(fact::getAsBoolean);
    }

    /** Waits as long as something that must not happen would take to happen. */
    void always(BooleanSupplier fact) {
        await().during(Duration.ofSeconds(2)).atMost(PATIENCE).until(fact::getAsBoolean);
    }

    /** Moves a project as its administrator does: offer the namespace, make the project there, delete it here. */
    void move(Project before, String department) {
        var name = before.getMetadata().getName();
        adopt(name, department + "/" + name);
        var after = project("department-" + department, name);
        awaitReason(after, "NamespaceTaken");
        admin.resource(before).delete();
        awaitReason(after, "NamespaceReady");
    }

    void adopt(String namespace, String value) {
        admin.namespaces().withName(namespace).edit(found -> {
            found.getMetadata().getAnnotations().put("mooring.dev/adopt", value);
            return found;
        });
    }

    Namespace makeNamespace(String name) {
        var namespace = new Namespace();
        namespace.setMetadata(new ObjectMetaBuilder().withName(name).build());
        return admin.resource(namespace).create();
    }

    private static ObjectMeta metadata(String namespace, String name) {
        return new ObjectMetaBuilder().withNamespace(namespace).withName(name).build();
    }

    List<String> finalizersOf(HasMetadata object) {
        return fresh(object).getMetadata().getFinalizers();
    }
}
