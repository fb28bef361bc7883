package dev.mooring.webhook;

import dev.mooring.decision.AccessMode;
import dev.mooring.decision.BackendIdentity;
import dev.mooring.decision.DataVolumeId;
import dev.mooring.decision.EndingMirror;
import dev.mooring.decision.GrantLayer;
import dev.mooring.decision.Grants;
import dev.mooring.decision.HeldStorage;
import dev.mooring.decision.Holding;
import dev.mooring.decision.ShareFacts.DataVolumeTarget;
import dev.mooring.decision.ShareFacts.ScopeFacts;
import dev.mooring.decision.ShareFacts.Target;
import dev.mooring.decision.Term;
import dev.mooring.decision.UsableVolume;
import dev.mooring.decision.VolumeState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A cluster of which a test says what is known. */
final class FakeCluster implements ClusterFacts {
    private final Map<String, List<UsableVolume>> shared = new HashMap<>();
    private final List<Holding> holdings = new ArrayList<>();
    private List<String> notReady = List.of();
    private List<String> outOfDate = List.of();

    /** A cluster where the project robotics may read vision's imagenet and laion. */
    static FakeCluster withRobotics() {
        return new FakeCluster().share("robotics", "vision", "imagenet").share("robotics", "vision", "laion");
    }

    FakeCluster share(String project, String origin, String name) {
        shared.computeIfAbsent(project, p -> new ArrayList<>())
                .add(UsableVolume.shared(
                        new DataVolumeId(origin, name),
                        name + "-claim",
                        new VolumeState.Ready(),
                        AccessMode.READ_ONLY,
                        Term.UNLIMITED));
        return this;
    }

    FakeCluster hold(String project, String name, BackendIdentity place) {
        holdings.add(new Holding(new DataVolumeId(project, name), place));
        return this;
    }

    FakeCluster notReady(String... reasons) {
        notReady = List.of(reasons);
        return this;
    }

    FakeCluster outOfDate(String... kinds) {
        outOfDate = List.of(kinds);
        return this;
    }

    @Override
    public List<String> notReady() {
        return notReady;
    }

    @Override
    public Grants grantsOf(String namespace) {
        if (!outOfDate.isEmpty()) {
            return Grants.outOfDate(namespace, outOfDate);
        }
        List<UsableVolume> usable = shared.get(namespace);
        return usable == null
                ? Grants.outsideProjects(namespace)
                : new Grants(namespace, true, List.of(GrantLayer.of(usable)));
    }

    @Override
    public List<String> projects() {
        return List.copyOf(shared.keySet());
    }

    @Override
    public Map<String, EndingMirror> endingMirrors(String namespace) {
        return Map.of();
    }

    @Override
    public HeldStorage heldStorage() {
        return place -> holdings.stream().filter(holding -> holding.place().overlaps(place));
    }

    @Override
    public Target target(ScopeFacts scope) {
        return new Target.Found("robotics", "uid-of-robotics");
    }

    @Override
    public DataVolumeTarget dataVolume(String namespace, String name) {
        return new DataVolumeTarget.Found("uid-of-" + name);
    }
}
