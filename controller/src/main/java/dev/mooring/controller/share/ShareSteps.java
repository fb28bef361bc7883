package dev.mooring.controller.share;

import dev.mooring.controller.index.ControllerView;
import dev.mooring.controller.object.Conditions;
import dev.mooring.controller.object.ObjectKey;
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

/** Reconciles shares, which live in the origin project's namespace. */
public final class ShareSteps implements Steps<ObjectKey, DataVolumeShare, ShareFacts, Void, ShareReport> {
    private final KubernetesClient client;
    private final ControllerView view;
    private final StatusWriter<DataVolumeShareSpec, DataVolumeShareStatus, DataVolumeShare> statuses;
    private final InstantSource clock;
    private final Reaches reaches;

    /** Reconciles by {@code client}; {@code clock} says which shares have expired. */
    public ShareSteps(
            KubernetesClient client,
            ControllerView view,
            StatusWriter<DataVolumeShareSpec, DataVolumeShareStatus, DataVolumeShare> statuses,
            InstantSource clock) {
        this.client = client;
        this.view = view;
        this.statuses = statuses;
        this.clock = clock;
        reaches = new Reaches(view);
    }

    @Override
    public Optional<Observed<DataVolumeShare, ShareFacts>> observe(ObjectKey key) {
        var share = client.resources(DataVolumeShare.class)
                .inNamespace(key.namespace())
                .withName(key.name())
                .get();
        return share == null ? Optional.empty() : Optional.of(new Observed<>(share, facts(ShareView.of(share))));
    }

    private ShareFacts facts(ShareView share) {
        var expiry = share.expiry();
        return new ShareFacts(
                share.dataVolume(),
                share.deleting(),
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
    public Plan<Void, ShareReport> plan(ShareFacts facts) {
        return SharePlan.plan(facts);
    }

    @Override
    public void carryOut(Void action, DataVolumeShare share) {
        throw new IllegalStateException("there is nothing to do for a share");
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
