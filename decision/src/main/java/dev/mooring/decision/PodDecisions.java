package dev.mooring.decision;

import dev.mooring.decision.Asked.Stage;
import dev.mooring.decision.Decision.Allow;
import dev.mooring.decision.Decision.Deny;
import dev.mooring.decision.Decision.Plan;
import dev.mooring.decision.Judged.Passed;
import dev.mooring.decision.Judged.Refused;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Decides what pods may mount.
 *
 * <p>Mutation adds what a pod asks for; validation alone decides, from the volumes of the final pod. Both ask the same
 * rules, so that what mutation makes of a pod is what validation accepts.
 */
public final class PodDecisions {
    /** What is asked before anything is looked up. */
    private static final List<PodRule> OF_THE_REQUEST = List.of(
            new AssetsAreNotAvailable(), new ViewIsRecent(), new NamespaceIsAProject(), new SubmitterSeesDataVolumes());

    /** What can be said of a pod before and after it was changed. */
    private static final List<PodRule> OF_ANY_POD = List.of(
            new MountsAreFew(),
            new VolumeIsReady(),
            new StorageCanBeWritten(),
            new MirrorIsNotEnding(),
            new VolumeStandsOnce(),
            new StorageStandsOnce(),
            new VolumeNameIsFree(),
            new PathIsAllowed(),
            new PathsDoNotMeet(),
            new NoBlockDevice(),
            new NoMountPropagation(),
            new NoSubPathExpression());

    /** What can be said of a template, too. */
    private static final List<PodRule> OF_A_TEMPLATE = Stream.concat(
                    OF_ANY_POD.stream(), Stream.of(new StorageIsNotHeld()))
            .toList();

    /** What must be true of the pod that runs. */
    private static final List<PodRule> OF_THE_FINAL_POD = Stream.concat(
                    OF_A_TEMPLATE.stream(),
                    Stream.of(new ReferenceIsMounted(), new VolumeIsReadOnly(), new MountIsReadOnly()))
            .toList();

    private PodDecisions() {}

    /** Returns what to add to a new pod so that it mounts what it asks for, nothing if it does already, or the denial. */
    public static Decision mutate(PodFacts pod, Grants grants) {
        if (!asksForAnything(pod)) {
            return Allow.NOTHING;
        }
        return switch (judge(Asked.unresolved(Stage.POD, pod, grants), Set.of(), OF_ANY_POD)) {
            case Refused<Asked> refused -> refused.denial();
            case Passed<Asked> passed -> plan(passed.value());
        };
    }

    /** Returns whether a new pod may run as it stands. No annotation is believed; the volumes themselves are read. */
    public static Decision validate(PodFacts pod, Grants grants) {
        if (!isToBeJudged(pod)) {
            return Allow.NOTHING;
        }
        return switch (judge(Asked.unresolved(Stage.POD, pod, grants), Set.of(), OF_THE_FINAL_POD)) {
            case Refused<Asked> refused -> refused.denial();
            case Passed<Asked> passed -> new Allow(List.of(), passed.value().uses());
        };
    }

    /**
     * Returns whether a running pod may get its new ephemeral containers: only the volumes that they mount are judged, so
     * that a pod whose share ended can still be looked into.
     *
     * @param pod the pod with all its ephemeral containers
     * @param old the pod as it runs; the ephemeral containers that it has cannot be changed any more
     * @param grants what the pod's namespace may use
     */
    public static Decision validateEphemeral(PodFacts pod, PodFacts old, Grants grants) {
        return validate(Narrowed.toNewEphemeral(pod, old), grants);
    }

    /**
     * Returns whether pods of this workload would be turned away.
     *
     * @param now the workload
     * @param old the workload before an update; then only what is new is judged
     * @param grants what the pods' namespace may use
     */
    public static Decision early(WorkloadFacts now, @Nullable WorkloadFacts old, Grants grants) {
        List<String> misplaced = Warnings.ofMisplaced(now, old);
        PodFacts news = old == null ? now.template() : Narrowed.toNews(now.template(), old.template());
        if (!isToBeJudged(news)) {
            return misplaced.isEmpty() ? Allow.NOTHING : new Allow(misplaced, List.of());
        }
        Set<Reference> settled = old == null ? Set.of() : Narrowed.references(old.template());
        return switch (judge(Asked.unresolved(Stage.TEMPLATE, news, grants), settled, OF_A_TEMPLATE)) {
            case Refused<Asked> refused -> refused.denial();
            case Passed<Asked> passed ->
                new Allow(
                        Stream.concat(misplaced.stream(), Warnings.of(passed.value()).stream())
                                .toList(),
                        passed.value().uses());
        };
    }

    private static boolean isToBeJudged(PodFacts pod) {
        return asksForAnything(pod) || StorageIsNotHeld.namesStorage(pod);
    }

    /** Returns whether a pod asks for anything of ours, by annotation or by the name of a claim. */
    static boolean asksForAnything(PodFacts pod) {
        Requests requests = pod.requests();
        return requests.dataVolumes() != null
                || requests.containers() != null
                || !requests.otherKeys().isEmpty()
                || NamespaceIsAProject.holdsReservedClaim(pod);
    }

    private static Judged<Asked> judge(Asked request, Set<Reference> settled, List<PodRule> rules) {
        Optional<Deny> objection = objection(OF_THE_REQUEST, request);
        if (objection.isPresent()) {
            return new Refused<>(objection.get());
        }
        Judged<Asked> resolved = new Resolver(request, settled).resolve();
        if (resolved instanceof Passed<Asked> passed) {
            objection = objection(rules, passed.value());
            if (objection.isPresent()) {
                return new Refused<>(objection.get());
            }
        }
        return resolved;
    }

    private static Optional<Deny> objection(List<PodRule> rules, Asked asked) {
        for (PodRule rule : rules) {
            Optional<Deny> objection = rule.objection(asked);
            if (objection.isPresent()) {
                return objection;
            }
        }
        return Optional.empty();
    }

    private static Decision plan(Asked asked) {
        List<PatchOperation> operations = PodPatch.of(asked);
        List<String> warnings = Warnings.of(asked);
        return operations.isEmpty() ? new Allow(warnings, asked.uses()) : new Plan(operations, warnings, asked.uses());
    }
}
