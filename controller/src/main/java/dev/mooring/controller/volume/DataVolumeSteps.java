package dev.mooring.controller.volume;

import dev.mooring.controller.backend.MirrorStrategies;
import dev.mooring.controller.index.ControllerView;
import dev.mooring.controller.index.Coverage;
import dev.mooring.controller.index.DataVolumeUse;
import dev.mooring.controller.index.PodView;
import dev.mooring.controller.object.Conditions;
import dev.mooring.controller.object.EventWriter;
import dev.mooring.controller.object.Finalizer;
import dev.mooring.controller.object.ObjectKey;
import dev.mooring.controller.object.Readiness;
import dev.mooring.controller.object.StatusWriter;
import dev.mooring.controller.reconcile.Observed;
import dev.mooring.controller.reconcile.Plan;
import dev.mooring.controller.reconcile.Steps;
import dev.mooring.controller.revocation.Prospect;
import dev.mooring.decision.AccessMode;
import dev.mooring.decision.DataVolumeId;
import dev.mooring.decision.MirrorClaimName;
import dev.mooring.informers.MirrorClaimView;
import dev.mooring.model.DataVolume;
import dev.mooring.model.DataVolumeSpec;
import dev.mooring.model.DataVolumeStatus;
import dev.mooring.model.Labels;
import dev.mooring.model.OriginStatus;
import dev.mooring.model.RevokeMode;
import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reconciles data volumes, which live in their project's namespace. */
public final class DataVolumeSteps
        implements Steps<ObjectKey, DataVolumeObjects, DataVolumeFacts, DataVolumeAction, DataVolumeReport> {
    /** Which of two data volumes of one claim was first; the name decides within one second. */
    private static final Comparator<DataVolume> BY_AGE = Comparator.comparing(
                    (DataVolume volume) -> volume.getMetadata().getCreationTimestamp())
            .thenComparing(volume -> volume.getMetadata().getName());

    private final KubernetesClient client;
    private final ControllerView view;
    private final MirrorStrategies strategies;
    private final StatusWriter<DataVolumeSpec, DataVolumeStatus, DataVolume> statuses;
    private final EventWriter events;
    private final InstantSource clock;
    private final Coverage coverage;
    private final DataVolumeUse use;
    private final DataVolumeWriter writer;
    private final AliasMetrics aliased;

    /**
     * Reconciles by {@code client}.
     *
     * @param strategies says which storage can be shared
     * @param events tells of other ways to the storage
     */
    public DataVolumeSteps(
            KubernetesClient client,
            ControllerView view,
            MirrorStrategies strategies,
            StatusWriter<DataVolumeSpec, DataVolumeStatus, DataVolume> statuses,
            EventWriter events,
            MeterRegistry meters,
            InstantSource clock) {
        this.client = client;
        this.view = view;
        this.strategies = strategies;
        this.statuses = statuses;
        this.events = events;
        this.clock = clock;
        aliased = new AliasMetrics(meters);
        coverage = new Coverage(view, clock);
        use = new DataVolumeUse(view);
        writer = new DataVolumeWriter(client);
    }

    @Override
    public Optional<Observed<DataVolumeObjects, DataVolumeFacts>> observe(ObjectKey key) {
        var self = read(key);
        if (self == null) {
            aliased.found(key, false);
        }
        return Optional.ofNullable(self).map(this::observe);
    }

    private Observed<DataVolumeObjects, DataVolumeFacts> observe(DataVolume self) {
        var key = ObjectKey.of(self);
        var claimName = self.getSpec().claimName();
        var noted = self.getStatus() == null ? null : self.getStatus().origin();
        var claim = client.persistentVolumeClaims()
                .inNamespace(key.namespace())
                .withName(claimName)
                .get();
        var origin = origin(claim, noted, self.isMarkedForDeletion());
        return new Observed<>(
                new DataVolumeObjects(self, claim, origin),
                new DataVolumeFacts(
                        key.name(),
                        claimName,
                        self.isMarkedForDeletion(),
                        Finalizer.isOn(self),
                        home(key.namespace(), self.isMarkedForDeletion()),
                        noted,
                        claim == null ? null : ClaimFacts.of(claim, isMirror(claim)),
                        origin == null ? null : facts(origin, key.namespace()),
                        isTaken(self),
                        counts(self)));
    }

    private OriginFacts facts(PersistentVolume origin, String project) {
        return OriginFacts.of(
                origin,
                strategies.judge(origin, AccessMode.READ_ONLY),
                strategies.judge(origin, AccessMode.READ_WRITE),
                view.indexes().volumesByPlace().foreign(strategies.identities(origin), project));
    }

    private static boolean isMirror(PersistentVolumeClaim claim) {
        return MirrorClaimName.isReserved(claim.getMetadata().getName())
                || claim.getMetadata().getLabels().containsKey(Labels.MIRROR);
    }

    /** What is deleted gives back the volume that it took, even if the claim is another one now. */
    private @Nullable PersistentVolume origin(
            @Nullable PersistentVolumeClaim claim, @Nullable OriginStatus noted, boolean deleting) {
        var bound = claim == null ? null : claim.getSpec().getVolumeName();
        var name = deleting && noted != null ? noted.volume() : bound;
        return name == null || name.isEmpty()
                ? null
                : client.persistentVolumes().withName(name).get();
    }

    private DataVolumeFacts.Home home(String namespace, boolean deleting) {
        if (deleting && isEnding(namespace)) {
            return DataVolumeFacts.Home.ENDING;
        }
        return view.cluster().isProject(namespace) ? DataVolumeFacts.Home.PROJECT : DataVolumeFacts.Home.NO_PROJECT;
    }

    private boolean isEnding(String namespace) {
        var found = client.namespaces().withName(namespace).get();
        return found == null || found.isMarkedForDeletion();
    }

    private boolean isTaken(DataVolume self) {
        var namespace = self.getMetadata().getNamespace();
        var claim = new ObjectKey(namespace, self.getSpec().claimName());
        return view.indexes().dataVolumesByClaim().with(claim).stream()
                .filter(other -> !other.uid().equals(self.getMetadata().getUid()))
                .map(other -> read(new ObjectKey(namespace, other.name())))
                .filter(Objects::nonNull)
                .anyMatch(other -> BY_AGE.compare(other, self) < 0);
    }

    private Counts counts(DataVolume self) {
        var id = new DataVolumeId(
                self.getMetadata().getNamespace(), self.getMetadata().getName());
        var uid = self.getMetadata().getUid();
        return new Counts(
                (int) use.shares(id, uid).count(),
                (int) use.mirrors(id, uid).count(),
                ConsumingProjects.of(use.consumersByProject(id, uid)),
                (int) revoked(id, uid).count(),
                (int) revoked(id, uid).filter(this::isEnding).count());
    }

    private Stream<Consumer> revoked(DataVolumeId id, String uid) {
        return use.used(id, uid)
                .filter(mirror -> !coverage.isCovered(mirror))
                .flatMap(mirror -> view.indexes().consumers().podsOf(mirror).stream()
                        .flatMap(pod -> view.pods().get(pod).stream())
                        .map(pod -> new Consumer(mirror, pod)));
    }

    private boolean isEnding(Consumer consumer) {
        var placedAt = view.indexes().placements().placedAt(consumer.pod());
        var isEnding = consumer.pod().endsWithin() != null;
        return view.cluster()
                        .mirrorClaims()
                        .get(consumer.mirror().namespace(), consumer.mirror().name())
                        .map(claim -> Prospect.of(onRevoke(claim), revokedAt(claim), placedAt, isEnding))
                        .orElseGet(() -> Prospect.withoutMirror(placedAt, isEnding))
                == Prospect.GOES;
    }

    private static RevokeMode onRevoke(MirrorClaimView claim) {
        return claim.evicts() ? RevokeMode.EVICT : RevokeMode.KEEP;
    }

    private static @Nullable Instant revokedAt(MirrorClaimView claim) {
        return claim.revoked() == null ? null : claim.revoked().at();
    }

    private record Consumer(ObjectKey mirror, PodView pod) {}

    private @Nullable DataVolume read(ObjectKey key) {
        return client.resources(DataVolume.class)
                .inNamespace(key.namespace())
                .withName(key.name())
                .get();
    }

    @Override
    public Plan<DataVolumeAction, DataVolumeReport> plan(DataVolumeFacts facts) {
        return DataVolumePlan.plan(facts);
    }

    @Override
    public void carryOut(DataVolumeAction action, DataVolumeObjects objects) {
        writer.carryOut(action, objects);
    }

    @Override
    public void tell(DataVolumeReport report, DataVolumeObjects objects) {
        var self = objects.self();
        var counts = report.counts();
        statuses.write(
                self,
                new DataVolumeStatus(
                        report.phase(),
                        report.origin(),
                        counts.shares(),
                        counts.mirrors(),
                        counts.consumers().pods(),
                        counts.consumers().most(),
                        counts.consumers().others(),
                        counts.revoked(),
                        counts.evicting(),
                        conditions(report, self)));
        tellAliases(report.aliased(), self);
    }

    private void tellAliases(@Nullable Readiness found, DataVolume self) {
        aliased.found(ObjectKey.of(self), found != null);
        if (found != null
                && statuses.conditionsOf(self).stream()
                        .noneMatch(before -> DataVolumeStatus.ALIASED.equals(before.getType())
                                && found.message().equals(before.getMessage()))) {
            events.warn(self, found.reason(), "Reconcile", found.message());
        }
    }

    private List<Condition> conditions(DataVolumeReport report, DataVolume self) {
        var said = new LinkedHashMap<String, Readiness>();
        said.put(Readiness.TYPE, report.readiness());
        if (report.writable() != null) {
            said.put(DataVolumeStatus.WRITABLE, report.writable());
        }
        if (report.aliased() != null) {
            said.put(DataVolumeStatus.ALIASED, report.aliased());
        }
        var before = statuses.conditionsOf(self);
        return said.entrySet().stream()
                .map(one -> Conditions.of(
                        one.getKey(), one.getValue(), self.getMetadata().getGeneration(), before, clock.instant()))
                .toList();
    }
}
