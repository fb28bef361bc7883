package dev.mooring.controller.volume;

import dev.mooring.controller.object.Readiness;
import dev.mooring.controller.volume.ClaimFacts.Binding;
import dev.mooring.decision.StateReason;
import dev.mooring.model.Phase;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The reasons why a data volume is not ready, in the order in which they are looked for. */
final class DataVolumeObjections {
    /** An objection that was found. */
    record Found(Phase phase, Readiness why) {}

    private record Objection(StateReason reason, Phase phase, Predicate<DataVolumeFacts> holds, String message) {
        Found found(DataVolumeFacts facts) {
            var why = message.replace("{claim}", "claim \"" + facts.claimName() + "\"");
            return new Found(phase, Readiness.notReady(reason, why));
        }
    }

    private static final List<Objection> IN_ORDER = List.of(
            notReady(
                    StateReason.NOT_IN_A_PROJECT,
                    facts -> facts.home() != DataVolumeFacts.Home.PROJECT,
                    "lives in a namespace that is no project's, or whose project is not ready"),
            notReady(StateReason.CLAIM_MISSING, facts -> facts.claim() == null, "{claim} does not exist"),
            notReady(
                    StateReason.CLAIM_IS_MIRROR,
                    facts -> facts.claim() != null && facts.claim().mirror(),
                    "{claim} is a mirror of another project's data; only that project can share it"),
            notReady(
                    StateReason.CLAIM_TAKEN,
                    DataVolumeFacts::taken,
                    "{claim} has a data volume already, which is older; one claim is one data volume"),
            notReady(
                    StateReason.CLAIM_REPLACED,
                    DataVolumeObjections::replaced,
                    "{claim} was deleted and made again, so it is other data; delete this data volume and make a new one"),
            notReady(
                    StateReason.CLAIM_ENDING,
                    facts -> facts.claim() != null && facts.claim().ending(),
                    "{claim} is being deleted"),
            notReady(
                    StateReason.CLAIM_NOT_BOUND,
                    facts -> isBinding(facts, Binding.PENDING),
                    "{claim} is not bound to a volume yet"),
            notReady(
                    StateReason.CLAIM_LOST,
                    facts -> isBinding(facts, Binding.LOST),
                    "the volume of {claim} was deleted; restore it, or delete this data volume"),
            new Objection(
                    StateReason.VOLUME_MISSING,
                    Phase.CREATING,
                    facts -> facts.noted() == null && volumeMissing(facts),
                    "the volume of {claim} has not been seen yet"),
            notReady(
                    StateReason.VOLUME_MISSING,
                    DataVolumeObjections::volumeMissing,
                    "the volume of {claim} does not exist"));

    private DataVolumeObjections() {}

    /** Returns the first objection to sharing this data volume, or empty if there is none. */
    static Optional<Found> of(DataVolumeFacts facts) {
        return IN_ORDER.stream()
                .filter(objection -> objection.holds().test(facts))
                .findFirst()
                .map(objection -> objection.found(facts))
                .or(() -> backendRefused(facts));
    }

    private static Optional<Found> backendRefused(DataVolumeFacts facts) {
        return Optional.ofNullable(facts.origin())
                .map(OriginFacts::refusal)
                .map(why -> new Found(Phase.NOT_READY, Readiness.notReady(why.reason(), why.message())));
    }

    private static Objection notReady(StateReason reason, Predicate<DataVolumeFacts> holds, String message) {
        return new Objection(reason, Phase.NOT_READY, holds, message);
    }

    private static boolean replaced(DataVolumeFacts facts) {
        return facts.claim() != null
                && facts.noted() != null
                && !facts.claim().uid().equals(facts.noted().uid());
    }

    private static boolean isBinding(DataVolumeFacts facts, Binding binding) {
        return facts.claim() != null && facts.claim().binding() == binding;
    }

    private static boolean volumeMissing(DataVolumeFacts facts) {
        return facts.claim() != null
                && (facts.origin() == null
                        || !facts.claim().uid().equals(facts.origin().claimUid()));
    }
}
