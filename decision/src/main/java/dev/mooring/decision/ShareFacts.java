package dev.mooring.decision;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a decision about a data volume share depends on.
 *
 * <p>Mutation sees objects that no schema has checked yet: what may be missing there is nullable here.
 *
 * @param operation what the request does
 * @param namespace the namespace of the request, which is the origin project
 * @param name the share's name
 * @param requester the user name of who asks
 * @param beingDeleted whether the share carries a deletionTimestamp
 * @param now the share as it is asked for
 * @param old the share as it was; null on CREATE
 * @param target what the index of scopes says about {@code now}'s scope
 * @param dataVolume what the index of data volumes says about {@code now}'s data volume
 */
public record ShareFacts(
        Operation operation,
        String namespace,
        String name,
        String requester,
        boolean beingDeleted,
        ShareSpecFacts now,
        @Nullable ShareSpecFacts old,
        Target target,
        DataVolumeTarget dataVolume) {
    /** The mark by which a share stays until nobody believes in it any more; the controller takes it off. */
    public static final String FINALIZER = "mooring.dev/controller";

    /**
     * What is written into a new share whose target cannot be found. The policies come next and ask whether its author may share
     * there: who may not is told so, whether the target exists or not. No scope's namespace begins with {@code kube-}.
     */
    static final Target.Found NOWHERE = new Target.Found("kube-nowhere", "unknown");

    private static final String GARBAGE_COLLECTOR = "system:serviceaccount:kube-system:generic-garbage-collector";

    /** What a request does with a share. */
    public enum Operation {
        /** Makes it. */
        CREATE,
        /** Changes it. */
        UPDATE
    }

    /**
     * The parts of one version of a share that Mooring judges.
     *
     * @param dataVolume {@code spec.dataVolume}
     * @param scope {@code spec.scope}
     * @param grantedBy {@code spec.grantedBy}
     * @param owners {@code metadata.ownerReferences}; null if the array is absent or null
     * @param finalizers {@code metadata.finalizers}; null if the array is absent or null
     */
    public record ShareSpecFacts(
            @Nullable String dataVolume,
            @Nullable ScopeFacts scope,
            @Nullable String grantedBy,
            @Nullable List<OwnerFacts> owners,
            @Nullable List<String> finalizers) {
        public ShareSpecFacts {
            owners = owners == null ? null : List.copyOf(owners);
            finalizers = finalizers == null ? null : List.copyOf(finalizers);
        }

        /** Returns whether it carries {@link #FINALIZER}. */
        boolean isHeld() {
            return finalizers != null && finalizers.contains(FINALIZER);
        }

        /** Returns whether everything is there that the schema asks of a user. */
        boolean isComplete() {
            return dataVolume != null && scope != null && scope.kind != null;
        }

        /** Returns the owner references that name data volumes. */
        List<OwnerFacts> dataVolumeOwners() {
            return owners == null
                    ? List.of()
                    : owners.stream().filter(OwnerFacts::isDataVolume).toList();
        }
    }

    /**
     * {@code spec.scope} of a share.
     *
     * @param kind {@code Project}, {@code Department} or {@code Cluster}
     * @param name the project or department
     * @param namespace the namespace of that scope, set by Mooring
     * @param uid that namespace's uid, set by Mooring
     */
    public record ScopeFacts(
            @Nullable String kind,
            @Nullable String name,
            @Nullable String namespace,
            @Nullable String uid) {

        /** Returns the scope as a denial names it. */
        String spelled() {
            return (kind == null ? "scope" : kind.toLowerCase(Locale.ROOT))
                    + (name == null ? "" : " " + Wording.quote(name));
        }
    }

    /** One owner reference. */
    public record OwnerFacts(
            @Nullable String apiVersion,
            @Nullable String kind,
            @Nullable String name,
            @Nullable String uid) {
        static final String API_VERSION = "mooring.dev/v1alpha1";
        static final String KIND = "DataVolume";

        /** Returns whether this names a data volume, in whatever version of our group. */
        boolean isDataVolume() {
            return KIND.equals(kind) && apiVersion != null && apiVersion.startsWith("mooring.dev/");
        }
    }

    /** What is known about the scope that a share names. */
    public sealed interface Target {
        /** The scope exists; its namespace is its identity. */
        record Found(String namespace, String uid) implements Target {}

        /** The scope exists, and the controller has not made or adopted its namespace yet. */
        record NoNamespaceYet() implements Target {}

        /** There is no such scope. */
        record Unknown() implements Target {}
    }

    /** What is known about the data volume that a share names. */
    public sealed interface DataVolumeTarget {
        /** The data volume exists in the share's namespace. */
        record Found(String uid) implements DataVolumeTarget {}

        /** There is no such data volume in the share's namespace. */
        record Unknown() implements DataVolumeTarget {}
    }

    /** Returns whether the share is asked for anew. A deletionTimestamp that somebody typed into it means nothing. */
    boolean isNew() {
        return operation == Operation.CREATE || old == null;
    }

    /** Returns whether the share only goes away: it grants nothing any more, and finalizers must come off. */
    boolean isEnding() {
        return !isNew() && beingDeleted;
    }

    /** Returns whether its data volume may go from its owners: the garbage collector takes it away to orphan the share. */
    boolean mayLoseItsOwner() {
        return requester.equals(GARBAGE_COLLECTOR);
    }

    Optional<Decision.Deny> objection(DenyReason reason, String text) {
        return objection(reason, text, null);
    }

    /** Returns the denial that says which share it is, and then {@code text}: what, why, and what instead. */
    Optional<Decision.Deny> objection(DenyReason reason, String text, @Nullable Duration retryAfter) {
        String who = "share " + Wording.quote(name) + " in project " + Wording.quote(namespace);
        return Optional.of(new Decision.Deny(reason, who + ": " + text, retryAfter));
    }
}
