package dev.mooring.informers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.decision.DataVolumeId;
import dev.mooring.decision.GrantLayer;
import dev.mooring.decision.Grants;
import dev.mooring.decision.UsableVolume;
import dev.mooring.informers.Changes.Change;
import dev.mooring.informers.ReferenceResolver.Use;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

class ClusterStateProperties {
    @Property
    void grantsAreWhatTheObjectsSayAfterEachChange(@ForAll("changes") List<Change> changes) {
        var world = World.populated();
        for (var change : changes) {
            change.apply().accept(world);
            for (var project : Changes.PROJECTS) {
                assertThat(usable(world.state.grantsOf(project)))
                        .as(project)
                        .isEqualTo(new ReferenceResolver(world).usable(project));
            }
        }
    }

    @Property
    void grantsDoNotDependOnTheOrderOfChangesOfDifferentKinds(@ForAll("changes") List<Change> changes) {
        var world = World.populated();
        changes.forEach(change -> change.apply().accept(world));
        var again = inAnotherOrder(world);

        for (var project : Changes.PROJECTS) {
            assertThat(usable(again.state.grantsOf(project))).isEqualTo(usable(world.state.grantsOf(project)));
        }
    }

    /** Tells a new state of the final objects only, those that depend on others first. */
    private static World inAnotherOrder(World world) {
        var again = new World();
        world.shares.values().forEach(again::put);
        world.dataVolumes.values().forEach(again::put);
        Changes.PROJECTS.forEach(again.state::grantsOf);
        world.projects.values().forEach(again::put);
        world.namespaces.values().forEach(again::put);
        Changes.PROJECTS.forEach(again.state::grantsOf);
        world.departments.values().forEach(again::put);
        return again;
    }

    @Provide
    Arbitrary<List<Change>> changes() {
        return Changes.sequences();
    }

    private static @Nullable Map<DataVolumeId, Use> usable(Grants grants) {
        if (!grants.project()) {
            return null;
        }
        var uses = new TreeMap<DataVolumeId, Use>();
        grants.layers().stream()
                .map(GrantLayer::all)
                .flatMap(List::stream)
                .map(UsableVolume::id)
                .forEach(id -> uses.put(id, use(grants.find(id))));
        return uses;
    }

    private static Use use(@Nullable UsableVolume volume) {
        var found = java.util.Objects.requireNonNull(volume);
        return new Use(
                found.origin() == UsableVolume.Origin.OWN,
                found.originClaim(),
                found.state(),
                found.read().end(),
                found.write().end());
    }
}
