package dev.mooring.benchmarks;

import dev.mooring.decision.AccessMode;
import dev.mooring.decision.DataVolumeId;
import dev.mooring.decision.EndingMirror;
import dev.mooring.decision.GrantLayer;
import dev.mooring.decision.Grants;
import dev.mooring.decision.HeldStorage;
import dev.mooring.decision.ShareFacts.DataVolumeTarget;
import dev.mooring.decision.ShareFacts.ScopeFacts;
import dev.mooring.decision.ShareFacts.Target;
import dev.mooring.decision.Term;
import dev.mooring.decision.UsableVolume;
import dev.mooring.decision.VolumeState;
import dev.mooring.webhook.ClusterFacts;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A cluster with so many shares, all of which every project may use; robotics asks for two of them. */
final class SharedCluster implements ClusterFacts {
    private static final String ASKING = "robotics";

    private final Grants grants;
    private final List<String> projects;

    SharedCluster(int shares, int projects) {
        var others = IntStream.range(0, shares - 2).mapToObj(i -> share("project-" + i % 1_000, "volume-" + i));
        var asked = Stream.of(share("vision", "imagenet"), share("vision", "laion"));
        grants = new Grants(
                ASKING,
                true,
                List.of(
                        GrantLayer.EMPTY,
                        GrantLayer.of(Stream.concat(asked, others).toList()),
                        GrantLayer.EMPTY));
        this.projects = Stream.concat(
                        Stream.of(ASKING), IntStream.range(1, projects).mapToObj(i -> "project-" + i))
                .toList();
    }

    private static UsableVolume share(String project, String name) {
        return UsableVolume.shared(
                new DataVolumeId(project, name),
                name + "-claim",
                new VolumeState.Ready(),
                AccessMode.READ_ONLY,
                Term.UNLIMITED);
    }

    @Override
    public List<String> notReady() {
        return List.of();
    }

    @Override
    public Grants grantsOf(String namespace) {
        return namespace.equals(ASKING) ? grants : new Grants(namespace, true, grants.layers());
    }

    @Override
    public List<String> projects() {
        return projects;
    }

    @Override
    public Map<String, EndingMirror> endingMirrors(String namespace) {
        return Map.of();
    }

    @Override
    public HeldStorage heldStorage() {
        return HeldStorage.NONE;
    }

    @Override
    public Target target(ScopeFacts scope) {
        return new Target.Unknown();
    }

    @Override
    public DataVolumeTarget dataVolume(String namespace, String name) {
        return new DataVolumeTarget.Unknown();
    }
}
