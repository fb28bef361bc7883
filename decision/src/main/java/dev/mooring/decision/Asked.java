package dev.mooring.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A pod, what it may use, and what it asks for: the input of every {@link PodRule}.
 *
 * @param stage whether this is a pod or a template of pods
 * @param pod the facts
 * @param grants what its namespace may use
 * @param wants the resolved references, in order
 * @param held the volumes of the pod that are data volumes, in order
 * @param ours what each pod volume that is or becomes a data volume is for, by its name
 */
record Asked(
        Stage stage, PodFacts pod, Grants grants, List<Want> wants, List<Held> held, Map<String, AccessMode> ours) {

    /** What is judged. */
    enum Stage {
        POD,
        TEMPLATE
    }

    static Asked unresolved(Stage stage, PodFacts pod, Grants grants) {
        return new Asked(stage, pod, grants, List.of(), List.of(), Map.of());
    }

    /** Returns what the pod volume of this name is for, or null if it is no data volume. */
    @Nullable
    AccessMode accessOf(String volumeName) {
        return ours.get(volumeName);
    }

    /** Returns each data volume that the pod uses, once. */
    List<VolumeUse> uses() {
        List<VolumeUse> uses = new ArrayList<>(held.size() + wants.size());
        for (Held one : held) {
            add(uses, new VolumeUse(one.id(), one.access()));
        }
        for (Want want : wants) {
            add(uses, new VolumeUse(want.id(), want.access()));
        }
        return uses;
    }

    private static void add(List<VolumeUse> uses, VolumeUse use) {
        if (!uses.contains(use)) {
            uses.add(use);
        }
    }

    Optional<Decision.Deny> objection(DenyReason reason, String text) {
        return Optional.of(deny(reason, text));
    }

    /** Returns the denial that says who asks, and then {@code text}: what, why, and what instead. */
    Decision.Deny deny(DenyReason reason, String text) {
        return new Decision.Deny(reason, who() + ": " + text);
    }

    /** Returns what may be used here, as the end of a denial. */
    String instead() {
        List<DataVolumeId> usable = grants.suggestions(pod.now());
        return usable.isEmpty() ? "nothing can be used here yet" : "usable here: " + Wording.list(usable);
    }

    /** Returns who asks, as the beginning of a denial. */
    String who() {
        String noun = stage == Stage.POD ? "pod" : "pods of";
        String name = pod.name().isEmpty() ? "" : " " + Wording.quote(pod.name());
        String place = grants.project() ? "project" : "namespace";
        return noun + name + " in " + place + " " + Wording.quote(pod.namespace());
    }
}
