package dev.mooring.decision;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mooring.decision.Decision.Deny;
import dev.mooring.decision.Decision.Plan;
import dev.mooring.decision.Submitter.Sight;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;

/**
 * The cluster of these tests: project {@code nlp} may read {@code vision/imagenet} and {@code vision/laion}, may write
 * {@code vision/scratch}, and owns {@code nlp/notes}, which is claim {@code notes-claim}.
 */
record World(Grants grants, HeldStorage held, Map<String, EndingMirror> endingMirrors) {
    static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    static final DataVolumeId IMAGENET = new DataVolumeId("vision", "imagenet");
    static final DataVolumeId LAION = new DataVolumeId("vision", "laion");
    static final DataVolumeId SCRATCH = new DataVolumeId("vision", "scratch");
    static final DataVolumeId NOTES = new DataVolumeId("nlp", "notes");
    static final World NLP = new World(
            new Grants(
                    "nlp",
                    true,
                    List.of(GrantLayer.of(List.of(
                            readable(IMAGENET),
                            readable(LAION),
                            UsableVolume.shared(
                                    SCRATCH,
                                    "scratch-claim",
                                    new VolumeState.Ready(),
                                    AccessMode.READ_WRITE,
                                    Term.UNLIMITED),
                            UsableVolume.own(NOTES, "notes-claim", new VolumeState.Ready()))))),
            HeldStorage.NONE,
            Map.of());

    static UsableVolume readable(DataVolumeId id) {
        return readable(id, Term.UNLIMITED);
    }

    static UsableVolume readable(DataVolumeId id, Term term) {
        return UsableVolume.shared(id, id.name() + "-claim", new VolumeState.Ready(), AccessMode.READ_ONLY, term);
    }

    /** Returns a project named {@code nlp} that may use only these. */
    static World only(UsableVolume... volumes) {
        return new World(new Grants("nlp", true, List.of(GrantLayer.of(List.of(volumes)))), HeldStorage.NONE, Map.of());
    }

    World with(UsableVolume volume) {
        List<GrantLayer> layers = new ArrayList<>(grants.layers());
        layers.add(GrantLayer.of(List.of(volume)));
        return new World(new Grants(grants.namespace(), grants.project(), layers), held, endingMirrors);
    }

    World without(DataVolumeId id) {
        List<GrantLayer> layers = grants.layers().stream()
                .map(layer -> GrantLayer.of(layer.all().stream()
                        .filter(volume -> !volume.id().equals(id))
                        .toList()))
                .toList();
        return new World(new Grants(grants.namespace(), grants.project(), layers), held, endingMirrors);
    }

    World reversed() {
        List<GrantLayer> layers = new ArrayList<>(grants.layers());
        Collections.reverse(layers);
        return new World(new Grants(grants.namespace(), grants.project(), layers), held, endingMirrors);
    }

    World ending(String mirror, EndingMirror state) {
        return new World(grants, held, Map.of(mirror, state));
    }

    /** Returns the same with storage that data volumes hold. */
    World holding(Holding... holdings) {
        HeldStorage storage =
                place -> Stream.of(holdings).filter(holding -> holding.place().overlaps(place));
        return new World(grants, storage, endingMirrors);
    }

    /** Returns the same with a data volume whose storage a driver finds by this handle. */
    World withHandle(DataVolumeId id, BackendIdentity handle) {
        HeldStorage storage = new More(held) {
            @Override
            public Set<BackendIdentity> handles(DataVolumeId volume) {
                return volume.equals(id) ? Set.of(handle) : super.handles(volume);
            }
        };
        return new World(grants, storage, endingMirrors);
    }

    /** Returns the same with a claim in the project whose storage a driver finds by this handle. */
    World withHandle(String claim, BackendIdentity handle) {
        HeldStorage storage = new More(held) {
            @Override
            public Set<BackendIdentity> handlesOfClaim(String namespace, String name) {
                return namespace.equals(grants.namespace()) && name.equals(claim)
                        ? Set.of(handle)
                        : super.handlesOfClaim(namespace, name);
            }
        };
        return new World(grants, storage, endingMirrors);
    }

    PodFacts facts(ObjectNode pod) {
        return Json.facts(pod, grants.namespace(), NOW, held, endingMirrors);
    }

    /** Returns the pod as Anna submits it. */
    static PodFacts submitted(PodFacts pod, Sight sight) {
        return new PodFacts(
                pod.namespace(),
                pod.name(),
                pod.requests(),
                pod.volumes(),
                pod.containers(),
                pod.held(),
                pod.endingMirrors(),
                new Submitter("anna@example.org", sight),
                pod.now());
    }

    /** Returns a workload without annotations of its own. */
    static WorkloadFacts workload(PodFacts template) {
        return new WorkloadFacts(Requests.NONE, template);
    }

    Decision mutate(String pod) {
        return mutate(Json.read(pod));
    }

    Decision mutate(ObjectNode pod) {
        return PodDecisions.mutate(facts(pod), grants);
    }

    Decision validate(String pod) {
        return validate(Json.read(pod));
    }

    Decision validate(ObjectNode pod) {
        return PodDecisions.validate(facts(pod), grants);
    }

    /** Returns the pod as mutation makes it. */
    ObjectNode mutated(String pod) {
        return mutated(Json.read(pod));
    }

    ObjectNode mutated(ObjectNode pod) {
        Decision decision = mutate(pod);
        return switch (decision) {
            case Plan plan -> JsonPatch.apply(pod, plan.operations());
            case Decision.Allow allow -> pod;
            case Deny denial -> Assertions.fail(denial.message());
        };
    }

    /** Returns a pod with one container that asks for {@code references}. */
    static String asking(String references) {
        return """
                {metadata: {name: 'train', annotations: {'mooring.dev/data-volumes': '%s'}},
                 spec: {containers: [{name: 'main'}]}}
                """.formatted(references);
    }

    static Deny denied(DenyReason reason, String text) {
        return new Deny(reason, "pod \"train\" in project \"nlp\": " + text);
    }

    /** What is held, to be said more of. */
    private abstract static class More implements HeldStorage {
        private final HeldStorage held;

        More(HeldStorage held) {
            this.held = held;
        }

        @Override
        public Stream<Holding> overlapping(BackendIdentity place) {
            return held.overlapping(place);
        }

        @Override
        public Set<BackendIdentity> handles(DataVolumeId volume) {
            return held.handles(volume);
        }

        @Override
        public Set<BackendIdentity> handlesOfClaim(String namespace, String claim) {
            return held.handlesOfClaim(namespace, claim);
        }
    }
}
