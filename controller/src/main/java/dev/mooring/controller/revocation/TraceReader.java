package dev.mooring.controller.revocation;

import dev.mooring.controller.index.ControllerView;
import dev.mooring.controller.index.Coverage;
import dev.mooring.controller.object.Readiness;
import dev.mooring.decision.DataVolumeId;
import dev.mooring.decision.MirrorClaimName;
import dev.mooring.informers.ShareView;
import dev.mooring.informers.Times;
import dev.mooring.model.DataVolume;
import dev.mooring.model.DataVolumeShare;
import dev.mooring.model.Department;
import dev.mooring.model.Labels;
import dev.mooring.model.Project;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.GenericKubernetesResourceList;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.MixedOperation;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads from the API server what it has recorded of the end of a grant: what informers keep says only that it ended.
 *
 * <p>Objects are read untyped, for one that cannot be read must not hold up a revocation.
 */
final class TraceReader {
    private final KubernetesClient client;
    private final ControllerView view;
    private final Coverage coverage;
    private final InstantSource clock;

    TraceReader(KubernetesClient client, ControllerView view, Coverage coverage, InstantSource clock) {
        this.client = client;
        this.view = view;
        this.coverage = coverage;
        this.clock = clock;
    }

    /** Returns the traces of what may have covered the mirror {@code claim} in {@code project}. */
    GrantTraces read(String project, MirrorClaimName name, PersistentVolumeClaim claim) {
        var volume = name.volume();
        var uid = claim.getMetadata().getLabels().getOrDefault(Labels.DATA_VOLUME_UID, "");
        var consuming = projects(project);
        return new GrantTraces(
                made(claim),
                shares(project, name, uid),
                inPlaceSince(consuming),
                Stream.of(end(volume, uid), end(consuming), end(projects(volume.project())))
                        .flatMap(Optional::stream)
                        .toList());
    }

    private List<ShareTrace> shares(String project, MirrorClaimName name, String dataVolumeUid) {
        var volume = name.volume();
        var traces = new ShareTraces(
                client.getKubernetesSerialization(),
                project,
                name.access(),
                dataVolumeUid,
                coverage.scopesOf(project),
                view.indexes().sharesByVolume().with(volume).stream()
                        .map(ShareView::name)
                        .collect(Collectors.toUnmodifiableSet()),
                clock.instant());
        return untyped(DataVolumeShare.class)
                .inNamespace(volume.project())
                .withField("spec.dataVolume", volume.name())
                .list()
                .getItems()
                .stream()
                .flatMap(share -> traces.of(share).stream())
                .toList();
    }

    /** Where another data volume has the name now, the first one was gone before that was made. */
    private Optional<Instant> end(DataVolumeId id, String uid) {
        return read(DataVolume.class, id.project(), id.name())
                .flatMap(volume ->
                        uid.equals(volume.getMetadata().getUid()) ? deleted(volume) : Optional.of(made(volume)));
    }

    /** A project may have two objects while it moves to another department; it is over when both are. */
    private Optional<Instant> end(List<GenericKubernetesResource> projects) {
        var ends = projects.stream().map(this::end).toList();
        return ends.stream().allMatch(Optional::isPresent)
                ? ends.stream().flatMap(Optional::stream).max(Comparator.naturalOrder())
                : Optional.empty();
    }

    private Optional<Instant> end(GenericKubernetesResource project) {
        var departments = view.indexes()
                .departmentsByNamespace()
                .with(project.getMetadata().getNamespace());
        return Stream.concat(
                        deleted(project).stream(),
                        departments.stream()
                                .flatMap(department ->
                                        read(Department.class, department.namespace(), department.name()).stream())
                                .flatMap(department -> deleted(department).stream()))
                .min(Comparator.naturalOrder());
    }

    private List<GenericKubernetesResource> projects(String name) {
        return view.indexes().projectsByName().with(name).stream()
                .flatMap(project -> read(Project.class, project.departmentNamespace(), project.name()).stream())
                .toList();
    }

    private Optional<GenericKubernetesResource> read(Class<? extends HasMetadata> type, String namespace, String name) {
        return Optional.ofNullable(
                untyped(type).inNamespace(namespace).withName(name).get());
    }

    private MixedOperation<
                    GenericKubernetesResource, GenericKubernetesResourceList, Resource<GenericKubernetesResource>>
            untyped(Class<? extends HasMetadata> type) {
        return client.genericKubernetesResources(ResourceDefinitionContext.fromResourceType(type));
    }

    /** A project becomes ready in its department once it has left the one before. */
    private static @Nullable Instant inPlaceSince(List<GenericKubernetesResource> projects) {
        return projects.stream()
                .filter(project -> projects.size() == 1)
                .flatMap(project -> project.get("status", "conditions") instanceof List<?> conditions
                        ? conditions.stream()
                        : Stream.of())
                .flatMap(condition -> readySince(condition).stream())
                .findFirst()
                .orElse(null);
    }

    private static Optional<Instant> readySince(@Nullable Object condition) {
        return condition instanceof Map<?, ?> fields
                        && Readiness.TYPE.equals(fields.get("type"))
                        && "True".equals(fields.get("status"))
                        && fields.get("lastTransitionTime") instanceof String since
                ? Optional.ofNullable(Times.read(since))
                : Optional.empty();
    }

    private static Optional<Instant> deleted(HasMetadata object) {
        return Optional.ofNullable(Times.read(object.getMetadata().getDeletionTimestamp()));
    }

    private static Instant made(HasMetadata object) {
        return Objects.requireNonNull(
                Times.read(object.getMetadata().getCreationTimestamp()), "every stored object has been made");
    }
}
