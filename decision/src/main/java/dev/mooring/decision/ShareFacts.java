package dev.mooring.decision;

import java.util.List;
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
     */
    public record ShareSpecFacts(
            @Nullable String dataVolume,
            @Nullable ScopeFacts scope,
            @Nullable String grantedBy,
            @Nullable List<OwnerFacts> owners) {
        public ShareSpecFacts {
            owners = owners == null ? null : List.copyOf(owners);
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
            @Nullable String uid) {}

    /** One owner reference. */
    public record OwnerFacts(
            @Nullable String apiVersion,
            @Nullable String kind,
            @Nullable String name,
            @Nullable String uid) {}

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
}
