package dev.mooring.controller.revocation;

import dev.mooring.controller.index.ControllerView;
import dev.mooring.controller.index.Coverage;
import dev.mooring.controller.index.PodView;
import dev.mooring.controller.mirror.MirrorClaims;
import dev.mooring.controller.object.ObjectKey;
import dev.mooring.controller.object.Patches;
import dev.mooring.controller.reconcile.Observed;
import dev.mooring.controller.reconcile.Plan;
import dev.mooring.controller.reconcile.Steps;
import dev.mooring.controller.revocation.RevocationFacts.Mirror;
import dev.mooring.decision.MirrorClaimName;
import dev.mooring.decision.UsableVolume;
import dev.mooring.informers.MirrorClaimView;
import dev.mooring.model.Annotations;
import dev.mooring.model.Labels;
import dev.mooring.model.RevokeMode;
import dev.mooring.model.ScopeNames;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Reconciles the consumers of mirrors; a key is a consuming namespace and a claim's name, whether there is such a claim or not. */
public final class RevocationSteps
        implements Steps<ObjectKey, RevocationObjects, RevocationFacts, RevocationAction, RevocationReport> {
    private final KubernetesClient client;
    private final ControllerView view;
    private final ScopeNames names;
    private final InstantSource clock;
    private final Duration deadline;
    private final Coverage coverage;
    private final TraceReader traces;
    private final Memory memory;
    private final Patches patches;
    private final PodEnder pods;
    private final RevocationNews news;

    /**
     * Reconciles by {@code client}.
     *
     * @param names says in which namespaces no pod is ever touched
     * @param nanoTime a monotonic clock in nanoseconds
     * @param deadline how long after the revocation evicting ends and deleting begins
     */
    public RevocationSteps(
            KubernetesClient client,
            ControllerView view,
            ScopeNames names,
            RevocationNews news,
            InstantSource clock,
            LongSupplier nanoTime,
            Duration deadline) {
        this.client = client;
        this.view = view;
        this.names = names;
        this.news = news;
        this.clock = clock;
        this.deadline = deadline;
        coverage = new Coverage(view, clock);
        traces = new TraceReader(client, view, coverage, clock);
        memory = new Memory(nanoTime);
        patches = new Patches(client);
        pods = new PodEnder(client);
    }

    @Override
    public Optional<Observed<RevocationObjects, RevocationFacts>> observe(ObjectKey key) {
        var name = MirrorClaimName.parse(key.name());
        return name == null || names.objectionToNamespace(key.namespace()).isPresent()
                ? Optional.empty()
                : Optional.of(observe(key, name));
    }

    private Observed<RevocationObjects, RevocationFacts> observe(ObjectKey key, MirrorClaimName name) {
        var claim = client.persistentVolumeClaims()
                .inNamespace(key.namespace())
                .withName(key.name())
                .get();
        var granted = granted(key, name, claim);
        var covered = granted != null;
        var mirror = mirror(claim, name);
        var now = clock.instant();
        remember(key, claim, covered, now);
        return new Observed<>(
                new RevocationObjects(key, name, claim),
                new RevocationFacts(
                        covered,
                        granted == null ? null : coverage.left(granted, name),
                        mirror,
                        coverage.onRevoke(key.namespace(), name, dataVolumeUid(claim))
                                .orElse(null),
                        claim != null && !covered && isUnnoted(mirror)
                                ? traces.read(key.namespace(), name, claim).inForceAt(memory.lastInForce(key))
                                : null,
                        consumers(key),
                        deadline,
                        now));
    }

    private void remember(ObjectKey key, @Nullable PersistentVolumeClaim claim, boolean covered, Instant now) {
        if (claim == null) {
            memory.forgetInForce(key);
        } else if (covered) {
            memory.seeInForce(key, now);
        }
    }

    private static @Nullable String dataVolumeUid(@Nullable PersistentVolumeClaim claim) {
        return claim == null ? null : claim.getMetadata().getLabels().get(Labels.DATA_VOLUME_UID);
    }

    /** A data volume that was made again under the same name covers no mirror of the first one. */
    private @Nullable UsableVolume granted(ObjectKey key, MirrorClaimName name, @Nullable PersistentVolumeClaim claim) {
        return claim == null || Objects.equals(coverage.dataVolumeUid(name.volume()), dataVolumeUid(claim))
                ? coverage.granted(key.namespace(), name)
                : null;
    }

    private static boolean isUnnoted(Mirror mirror) {
        return mirror instanceof Mirror.Present present && present.notes().revokedAt() == null;
    }

    private static Mirror mirror(@Nullable PersistentVolumeClaim claim, MirrorClaimName name) {
        if (claim == null) {
            return new Mirror.Absent();
        }
        return MirrorClaims.isOf(claim, name) ? new Mirror.Present(notes(claim)) : new Mirror.Foreign();
    }

    private static MirrorNotes notes(PersistentVolumeClaim claim) {
        var noted = MirrorClaimView.of(claim);
        var revoked = noted.revoked();
        return new MirrorNotes(
                noted.evicts() ? RevokeMode.EVICT : RevokeMode.KEEP,
                revoked == null ? null : revoked.at(),
                untold(claim.getMetadata().getAnnotations().get(Annotations.UNTOLD)));
    }

    private static @Nullable List<EndedShare> untold(@Nullable String note) {
        return note == null ? null : EndedShare.parse(note);
    }

    private List<ConsumerFacts> consumers(ObjectKey mirror) {
        return view.indexes().consumers().podsOf(mirror).stream()
                .flatMap(pod -> view.pods().get(pod).stream())
                .map(pod -> consumer(mirror, pod))
                .toList();
    }

    private ConsumerFacts consumer(ObjectKey mirror, PodView pod) {
        return new ConsumerFacts(
                pod.name(),
                pod.uid(),
                view.indexes().placements().placedAt(pod),
                pod.grace(),
                pod.endsWithin(),
                memory.askedFor(mirror, pod.uid()));
    }

    @Override
    public Plan<RevocationAction, RevocationReport> plan(RevocationFacts facts) {
        return RevocationPlan.plan(facts);
    }

    @Override
    public void carryOut(RevocationAction action, RevocationObjects objects) {
        switch (action) {
            case RevocationAction.NoteOnRevoke note ->
                note(objects, Annotations.ON_REVOKE, note.mode() == RevokeMode.EVICT ? Annotations.EVICT : null);
            case RevocationAction.NoteRevoked note ->
                noteRevocation(objects, note.at().toString(), EndedShare.text(note.shares()));
            case RevocationAction.NoteCovered ignored -> noteRevocation(objects, null, null);
            case RevocationAction.Tell tell -> tell(tell, objects);
            case RevocationAction.NoteTold note -> noteTold(note, objects);
            case RevocationAction.Evict evict -> evict(evict, objects);
            case RevocationAction.Delete delete -> delete(delete, objects);
        }
    }

    private void noteRevocation(RevocationObjects objects, @Nullable String at, @Nullable String untold) {
        var notes = new HashMap<String, @Nullable String>();
        notes.put(Annotations.REVOKED_AT, at);
        notes.put(Annotations.UNTOLD, untold);
        patches.annotate(claim(objects), notes);
    }

    private void note(RevocationObjects objects, String annotation, @Nullable String value) {
        patches.annotate(claim(objects), annotation, value);
    }

    private static PersistentVolumeClaim claim(RevocationObjects objects) {
        return Objects.requireNonNull(objects.claim(), "a plan works only on what was observed");
    }

    private void tell(RevocationAction.Tell tell, RevocationObjects objects) {
        if (memory.isNews(objects.mirror(), tell.revoked().at().toString())) {
            news.revoked(objects, tell, deadline);
        }
    }

    private void noteTold(RevocationAction.NoteTold note, RevocationObjects objects) {
        tellUsers(objects, note.kept(), note.revoked());
        note(objects, Annotations.UNTOLD, null);
    }

    private void tellUsers(RevocationObjects objects, List<ConsumerFacts> kept, RevocationReport.Revoked revoked) {
        kept.stream()
                .filter(pod -> memory.isNews(objects.mirror(), pod.uid() + revoked.at()))
                .forEach(pod -> news.kept(objects, pod, revoked));
    }

    private void evict(RevocationAction.Evict evict, RevocationObjects objects) {
        memory.ask(objects.mirror(), evict.uid());
        if (pods.evict(objects.mirror().namespace(), evict)) {
            news.evicted(objects, evict);
        } else {
            news.refused();
        }
    }

    private void delete(RevocationAction.Delete delete, RevocationObjects objects) {
        memory.ask(objects.mirror(), delete.uid());
        if (pods.delete(objects.mirror().namespace(), delete)) {
            news.deleted(objects, delete);
        } else {
            news.refused();
        }
    }

    @Override
    public void tell(RevocationReport report, RevocationObjects objects) {
        var mirror = objects.mirror();
        news.remaining(mirror, report.kept().size(), report.ending());
        var revoked = report.revoked();
        if (view.indexes().consumers().of(mirror) == 0) {
            memory.forget(mirror);
        } else if (revoked != null && memory.hasSaid(mirror, revoked.at().toString())) {
            tellUsers(objects, report.kept(), revoked);
        }
    }
}
