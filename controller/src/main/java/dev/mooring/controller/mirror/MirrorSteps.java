package dev.mooring.controller.mirror;

import dev.mooring.controller.backend.MirrorStrategies;
import dev.mooring.controller.index.ControllerView;
import dev.mooring.controller.index.Coverage;
import dev.mooring.controller.index.PodView;
import dev.mooring.controller.object.EventWriter;
import dev.mooring.controller.object.ObjectKey;
import dev.mooring.controller.reconcile.Observed;
import dev.mooring.controller.reconcile.Plan;
import dev.mooring.controller.reconcile.Steps;
import dev.mooring.decision.AccessMode;
import dev.mooring.decision.MirrorClaimName;
import dev.mooring.decision.StateReason;
import dev.mooring.decision.UsableVolume;
import dev.mooring.decision.VolumeState;
import dev.mooring.informers.MirrorClaimView;
import dev.mooring.informers.Times;
import dev.mooring.model.Annotations;
import dev.mooring.model.Labels;
import dev.mooring.model.MirrorClass;
import dev.mooring.model.RevokeMode;
import dev.mooring.model.ScopeNames;
import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reconciles mirrors; a key is a consuming namespace and a claim's name, whether there is such a claim or not. */
public final class MirrorSteps implements Steps<ObjectKey, MirrorObjects, MirrorFacts, MirrorAction, MirrorReport> {
    private final KubernetesClient client;
    private final ControllerView view;
    private final ScopeNames names;
    private final Coverage coverage;
    private final MirrorSources sources;
    private final EventWriter events;
    private final InstantSource clock;
    private final Duration grace;
    private final MirrorWriter writer;

    /**
     * Reconciles by {@code client}.
     *
     * @param names says in which namespaces no revocation touches a pod
     * @param grace how long a mirror is kept that no pod uses
     */
    public MirrorSteps(
            KubernetesClient client,
            ControllerView view,
            ScopeNames names,
            MirrorStrategies strategies,
            EventWriter events,
            InstantSource clock,
            Duration grace) {
        this.client = client;
        this.view = view;
        this.names = names;
        this.events = events;
        this.clock = clock;
        this.grace = grace;
        coverage = new Coverage(view, clock);
        sources = new MirrorSources(client, strategies);
        writer = new MirrorWriter(client, clock);
    }

    @Override
    public Optional<Observed<MirrorObjects, MirrorFacts>> observe(ObjectKey key) {
        var name = MirrorClaimName.parse(key.name());
        return name == null ? Optional.empty() : Optional.of(observe(key, name));
    }

    private Observed<MirrorObjects, MirrorFacts> observe(ObjectKey key, MirrorClaimName name) {
        var claim = client.persistentVolumeClaims()
                .inNamespace(key.namespace())
                .withName(key.name())
                .get();
        var claimFacts = claim == null ? null : facts(claim, name);
        var wanted = view.indexes().wants(key);
        var granted = coverage.granted(key.namespace(), name);
        var dataVolumeUid = granted == null ? null : coverage.dataVolumeUid(name.volume());
        var makes = claimFacts == null ? wanted : claimFacts.ours() && !claimFacts.hasVolume();
        var source =
                dataVolumeUid != null && makes ? sources.find(name, dataVolumeUid) : Optional.<MirrorSource>empty();
        var usable = granted != null && isMountable(granted, name) && (!makes || source.isPresent());
        var leftovers = leftovers(key, claim);
        return new Observed<>(
                new MirrorObjects(
                        key,
                        claim,
                        source.orElse(null),
                        coverage.onRevoke(key.namespace(), name, dataVolumeUid).orElse(RevokeMode.KEEP),
                        leftovers),
                new MirrorFacts(
                        wanted,
                        grant(dataVolumeUid, usable),
                        granted == null ? null : coverage.left(granted, name),
                        claimFacts,
                        leftovers.stream()
                                .map(volume -> volume.getMetadata().getName())
                                .toList(),
                        claimFacts != null && claimFacts.ending() ? heldBy(key) : "",
                        grace,
                        claim == null && wanted && isEnding(key.namespace()),
                        claim != null && awaitsRevocation(key, claim)));
    }

    /** Pods of namespaces that can be no scope are never touched, so nothing is noted there. */
    private boolean awaitsRevocation(ObjectKey mirror, PersistentVolumeClaim claim) {
        var noted = MirrorClaimView.of(claim);
        var isTold = noted.revoked() != null && noted.revoked().told();
        var waits = isTold
                ? noted.evicts() && hasPodsThatCannotHoldIt(mirror)
                : view.indexes().consumers().of(mirror) > 0;
        return waits && names.objectionToNamespace(mirror.namespace()).isEmpty();
    }

    /** Returns whether pods that are to be evicted have no node yet, and are not on their way out. Their eviction may be refused. */
    private boolean hasPodsThatCannotHoldIt(ObjectKey mirror) {
        return pods(mirror).anyMatch(pod -> !pod.placed() && pod.endsWithin() == null);
    }

    /** Only pods that have a node keep a claim, and each until it ends. */
    private String heldBy(ObjectKey mirror) {
        return HeldBy.text(
                pods(mirror).filter(PodView::placed).map(PodView::name).toList());
    }

    private Stream<PodView> pods(ObjectKey mirror) {
        return view.indexes().consumers().podsOf(mirror).stream().flatMap(pod -> view.pods().get(pod).stream());
    }

    private static Grant grant(@Nullable String dataVolumeUid, boolean usable) {
        if (dataVolumeUid == null) {
            return new Grant.None();
        }
        return usable ? new Grant.InForce(dataVolumeUid) : new Grant.Dormant(dataVolumeUid);
    }

    private static boolean isMountable(UsableVolume granted, MirrorClaimName name) {
        return switch (granted.state()) {
            case VolumeState.Ready ignored -> true;
            case VolumeState.ReadOnly ignored -> name.access() == AccessMode.READ_ONLY;
            case VolumeState.NotReady ignored -> false;
        };
    }

    private MirrorClaimFacts facts(PersistentVolumeClaim claim, MirrorClaimName name) {
        var labels = claim.getMetadata().getLabels();
        return new MirrorClaimFacts(
                claim.getMetadata().getUid(),
                MirrorClaims.isOf(claim, name),
                claim.isMarkedForDeletion(),
                labels.getOrDefault(Labels.DATA_VOLUME_UID, ""),
                hasVolume(claim),
                claim.getMetadata().getAnnotations().getOrDefault(Annotations.HELD_BY, ""),
                unusedFor(claim));
    }

    /** What somebody wrote there that is no time is written anew. */
    private @Nullable Duration unusedFor(PersistentVolumeClaim claim) {
        var since = Times.read(claim.getMetadata().getAnnotations().get(Annotations.UNUSED_SINCE));
        return since == null ? null : Duration.between(since, clock.instant());
    }

    private boolean hasVolume(PersistentVolumeClaim claim) {
        var volume = client.persistentVolumes()
                .withName(MirrorRecipe.volumeName(claim))
                .get();
        return volume != null
                && volume.getSpec().getClaimRef() != null
                && claim.getMetadata()
                        .getUid()
                        .equals(volume.getSpec().getClaimRef().getUid());
    }

    /** What the index knows may be a moment old: the volumes themselves are asked. */
    private List<PersistentVolume> leftovers(ObjectKey key, @Nullable PersistentVolumeClaim claim) {
        var present = claim == null ? "" : claim.getMetadata().getUid();
        return view.indexes().volumesByMirror().with(key).stream()
                .filter(volume -> !present.equals(volume.claimUid()))
                .filter(volume -> volume.name().equals(MirrorClass.VOLUME_PREFIX + volume.claimUid()))
                .map(volume ->
                        client.persistentVolumes().withName(volume.name()).get())
                .filter(volume -> volume != null && !volume.isMarkedForDeletion())
                .toList();
    }

    private boolean isEnding(String namespace) {
        var found = client.namespaces().withName(namespace).get();
        return found == null || found.isMarkedForDeletion();
    }

    @Override
    public Plan<MirrorAction, MirrorReport> plan(MirrorFacts facts) {
        return MirrorPlan.plan(facts);
    }

    @Override
    public void carryOut(MirrorAction action, MirrorObjects objects) {
        writer.carryOut(action, objects);
    }

    @Override
    public void tell(MirrorReport report, MirrorObjects objects) {
        var claim = objects.claim();
        if (report == MirrorReport.NAME_TAKEN && claim != null) {
            events.warn(
                    claim,
                    StateReason.MIRROR_NAME_TAKEN,
                    "MakeMirror",
                    "has the name of a mirror, but is none; pods cannot use the data volume until it is deleted");
        }
    }
}
