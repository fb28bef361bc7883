package dev.mooring.controller.share;

import dev.mooring.controller.index.ControllerView;
import dev.mooring.controller.object.Conditions;
import dev.mooring.controller.object.Finalizer;
import dev.mooring.controller.object.ObjectKey;
import dev.mooring.controller.object.Patches;
import dev.mooring.controller.object.StatusWriter;
import dev.mooring.controller.reconcile.Observed;
import dev.mooring.controller.reconcile.Plan;
import dev.mooring.controller.reconcile.Steps;
import dev.mooring.decision.VolumeState;
import dev.mooring.informers.ShareView;
import dev.mooring.model.Access;
import dev.mooring.model.DataVolumeShare;
import dev.mooring.model.DataVolumeShareSpec;
import dev.mooring.model.DataVolumeShareStatus;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.LongSupplier;

/** Reconciles shares, which live in the origin project's namespace. */
public final class ShareSteps implements Steps<ObjectKey, DataVolumeShare, ShareFacts, ShareAction, ShareReport> {
    private final KubernetesClient client;
    private final ControllerView view;
    private final StatusWriter<DataVolumeShareSpec, DataVolumeShareStatus, DataVolumeShare> statuses;
    private final InstantSource clock;
    private final Reaches reaches;
    private final FirstSeen deletions;
    private final Patches patches;

    /**
     * Reconciles by {@code client}.
     *
     * @param clock says which shares have expired
     * @param nanoTime a monotonic clock in nanoseconds, which says when a share that is being deleted may go
     */
    public ShareSteps(
            KubernetesClient client,
            ControllerView view,
            StatusWriter<DataVolumeShareSpec, DataVolumeShareStatus, DataVolumeShare> statuses,
            InstantSource clock,
            LongSupplier nanoTime) {
        this.client = client;
        this.view = view;
        this.statuses = statuses;
        this.clock = clock;
        reaches = new Reaches(view);
        deletions = new FirstSeen(nanoTime);
        patches = new Patches(client);
    }

    @Override
    public Optional<Observed<DataVolumeShare, ShareFacts>> observe(ObjectKey key) {
        var share = client.resources(DataVolumeShare.class)
                .inNamespace(key.namespace())
                .withName(key.name())
                .get();
        if (share == null || !share.isMarkedForDeletion()) {
            deletions.forget(key);
        }
        return share == null
                ? Optional.empty()
                : Optional.of(new Observed<>(share, facts(key, ShareView.of(share), Finalizer.isOn(share))));
    }

    private ShareFacts facts(ObjectKey key, ShareView share, boolean held) {
        var expiry = share.expiry();
        return new ShareFacts(
                share.dataVolume(),
                held,
                share.deleting() ? deletions.ago(key, share.uid()) : null,
                view.cluster().isProject(share.namespace()),
                source(share),
                expiry == null ? null : Duration.between(clock.instant(), expiry),
                reaches.of(share));
    }

    private ShareFacts.Source source(ShareView share) {
        return view.cluster()
                .dataVolumes()
                .get(share.namespace(), share.dataVolume())
                .filter(volume -> !volume.deleting() && volume.uid().equals(share.dataVolumeUid()))
                .<ShareFacts.Source>map(volume -> switch (volume.state()) {
                    case VolumeState.Ready ignored -> new ShareFacts.Source.Ready();
                    case VolumeState.ReadOnly readOnly ->
                        share.access() == Access.READ_WRITE
                                ? new ShareFacts.Source.ReadOnly(readOnly.why())
                                : new ShareFacts.Source.Ready();
                    case VolumeState.NotReady not -> new ShareFacts.Source.NotReady(not.why());
                })
                .orElseGet(ShareFacts.Source.Gone::new);
    }

    @Override
    public Plan<ShareAction, ShareReport> plan(ShareFacts facts) {
        return SharePlan.plan(facts);
    }

    @Override
    public void carryOut(ShareAction action, DataVolumeShare share) {
        switch (action) {
            case ADD_FINALIZER -> patches.addFinalizer(share);
            case REMOVE_FINALIZER -> patches.removeFinalizer(share);
        }
    }

    @Override
    public void tell(ShareReport report, DataVolumeShare share) {
        statuses.write(
                share,
                new DataVolumeShareStatus(
                        report.reach().projects(),
                        report.reach().mirrors(),
                        report.reach().consumers(),
                        Conditions.of(
                                report.readiness(),
                                share.getMetadata().getGeneration(),
                                statuses.conditionsOf(share),
                                clock.instant())));
    }
}
