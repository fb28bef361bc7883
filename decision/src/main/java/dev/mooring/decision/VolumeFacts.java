package dev.mooring.decision;

import org.jspecify.annotations.Nullable;

/**
 * One item of {@code spec.volumes}.
 *
 * @param name the volume's name in the pod
 * @param source where its content comes from
 */
public record VolumeFacts(String name, Source source) {

    /** Where a pod volume's content comes from. */
    public sealed interface Source {}

    /** A claim in the pod's namespace; {@code readOnly} is null where the pod does not say. */
    public record ClaimSource(String claimName, @Nullable Boolean readOnly) implements Source {}

    /** Storage that the pod names itself, past every claim. */
    public record InlineSource(StorageSource storage) implements Source {}

    /** Anything else. */
    public record OtherSource() implements Source {
        /** The one value. */
        public static final OtherSource INSTANCE = new OtherSource();
    }
}
