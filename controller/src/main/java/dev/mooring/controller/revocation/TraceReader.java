package dev.mooring.controller.revocation;

import dev.mooring.controller.index.ControllerView;
import dev.mooring.controller.index.Coverage;
import dev.mooring.controller.object.Readiness;
import dev.mooring.controller.object.Times;
import dev.mooring.decision.DataVolumeId;
import dev.mooring.decision.MirrorClaimName;
import dev.mooring.informers.DepartmentView;
import dev.mooring.informers.GrantScope;
import dev.mooring.informers.ShareView;
import dev.mooring.model.DataVolume;
import dev.mooring.model.DataVolumeShare;
import dev.mooring.model.Department;
import dev.mooring.model.Labels;
import dev.mooring.model.Project;
import dev.mooring.model.ScopeKind;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ManagedFieldsEntry;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads from the API server what it has recorded of the end of a grant: what informers keep says only that it ended. */
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

    /** Shares with other projects never covered this one, for the scope of a share does not change. */
    private List<ShareTrace> shares(String project, MirrorClaimName name, String dataVolumeUid) {
        var scopes = coverage.scopesOf(project);
        return readable(name.volume())
                .filter(share -> !isOfOtherProject(share, project))
                .map(share -> trace(share, ShareView.of(share), name, scopes, dataVolumeUid))
                .flatMap(Optional::stream)
                .toList();
    }

    private Stream<DataVolumeShare> readable(DataVolumeId volume) {
        var known = view.indexes().sharesByVolume().with(volume).stream()
                .map(ShareView::name)
                .collect(Collectors.toUnmodifiableSet());
        return client
                .resources(DataVolumeShare.class)
                .inNamespace(volume.project())
                .withField("spec.dataVolume", volume.name())
                .list()
                .getItems()
                .stream()
                .filter(share -> known.contains(share.getMetadata().getName()));
    }

    private static boolean isOfOtherProject(DataVolumeShare share, String project) {
        var scope = share.getSpec().scope();
        return scope.kind() == ScopeKind.PROJECT && !project.equals(scope.namespace());
    }

    private Optional<ShareTrace> trace(
            DataVolumeShare share,
            ShareView known,
            MirrorClaimName name,
            Set<GrantScope.SharedWith> scopes,
            String dataVolumeUid) {
        var expiry = known.expiry();
        return dataVolumeUid.equals(known.dataVolumeUid())
                ? Optional.of(new ShareTrace(
                        known.name(),
                        known.uid(),
                        deleted(share).orElse(null),
                        expiry == null || clock.instant().isBefore(expiry) ? null : expiry,
                        changedAt(share),
                        Coverage.allows(known, name.access()),
                        scopes.contains(known.scope())))
                : Optional.empty();
    }

    private static @Nullable Instant changedAt(DataVolumeShare share) {
        return share.getMetadata().getManagedFields().stream()
                .filter(entry ->
                        entry.getSubresource() == null || entry.getSubresource().isEmpty())
                .map(ManagedFieldsEntry::getTime)
                .map(Times::read)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    /** Where another data volume has the name now, the first one was gone before that was made. */
    private Optional<Instant> end(DataVolumeId id, String uid) {
        var found = client.resources(DataVolume.class)
                .inNamespace(id.project())
                .withName(id.name())
                .get();
        return Optional.ofNullable(found)
                .flatMap(volume ->
                        uid.equals(volume.getMetadata().getUid()) ? deleted(volume) : Optional.of(made(volume)));
    }

    /** A project may have two objects while it moves to another department; it is over when both are. */
    private Optional<Instant> end(List<Project> projects) {
        var ends = projects.stream().map(this::end).toList();
        return ends.stream().allMatch(Optional::isPresent)
                ? ends.stream().flatMap(Optional::stream).max(Comparator.naturalOrder())
                : Optional.empty();
    }

    private Optional<Instant> end(Project project) {
        var departments = view.indexes()
                .departmentsByNamespace()
                .with(project.getMetadata().getNamespace());
        return Stream.concat(
                        deleted(project).stream(),
                        departments.stream()
                                .map(this::read)
                                .flatMap(Optional::stream)
                                .flatMap(department -> deleted(department).stream()))
                .min(Comparator.naturalOrder());
    }

    private Optional<Department> read(DepartmentView department) {
        return Optional.ofNullable(client.resources(Department.class)
                .inNamespace(department.namespace())
                .withName(department.name())
                .get());
    }

    private List<Project> projects(String name) {
        return view.indexes().projectsByName().with(name).stream()
                .map(project -> client.resources(Project.class)
                        .inNamespace(project.departmentNamespace())
                        .withName(project.name())
                        .get())
                .filter(Objects::nonNull)
                .toList();
    }

    /** A project becomes ready in its department once it has left the one before. */
    private static @Nullable Instant inPlaceSince(List<Project> projects) {
        return projects.stream()
                .filter(project -> projects.size() == 1 && project.getStatus() != null)
                .flatMap(project -> project.getStatus().conditions().stream())
                .filter(condition -> Readiness.TYPE.equals(condition.getType()) && "True".equals(condition.getStatus()))
                .map(condition -> Times.read(condition.getLastTransitionTime()))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static Optional<Instant> deleted(HasMetadata object) {
        return Optional.ofNullable(Times.read(object.getMetadata().getDeletionTimestamp()));
    }

    private static Instant made(HasMetadata object) {
        return Objects.requireNonNull(
                Times.read(object.getMetadata().getCreationTimestamp()), "every stored object has been made");
    }
}
