package dev.mooring.decision;

import com.fasterxml.jackson.databind.node.ObjectNode;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Provide;

/** Gives the laws of a class what {@link PodArbitraries} makes, by name. */
interface PodsInWorlds {
    @Provide
    default Arbitrary<World> worlds() {
        return PodArbitraries.worlds();
    }

    @Provide
    default Arbitrary<ObjectNode> pods() {
        return PodArbitraries.pods();
    }

    @Provide
    default Arbitrary<UsableVolume> shares() {
        return PodArbitraries.shares();
    }
}
