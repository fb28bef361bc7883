package dev.mooring.decision;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The answer to one admission request. */
public sealed interface Decision {

    /**
     * Lets the request through unchanged.
     *
     * @param warnings what the user should know, each under 120 characters
     * @param uses the data volumes that the request uses
     */
    record Allow(List<String> warnings, List<VolumeUse> uses) implements Decision {
        /** The answer to a request that asks for nothing. */
        public static final Allow NOTHING = new Allow(List.of(), List.of());

        public Allow {
            warnings = List.copyOf(warnings);
            uses = List.copyOf(uses);
        }
    }

    /**
     * Lets the request through after applying {@code operations}, in order.
     *
     * @param operations an RFC 6902 patch, never empty
     * @param warnings what the user should know, each under 120 characters
     * @param uses the data volumes that the request uses
     */
    record Plan(List<PatchOperation> operations, List<String> warnings, List<VolumeUse> uses) implements Decision {
        public Plan {
            if (operations.isEmpty()) {
                throw new IllegalArgumentException("a plan without operations is an Allow");
            }
            operations = List.copyOf(operations);
            warnings = List.copyOf(warnings);
            uses = List.copyOf(uses);
        }
    }

    /**
     * Turns the request away.
     *
     * @param reason the closed reason, for metrics and the audit log
     * @param message what the user reads: who, what, why, and what could be used instead
     * @param retryAfter when to ask again, where asking again may help
     */
    record Deny(DenyReason reason, String message, @Nullable Duration retryAfter) implements Decision {
        /** Denies for good: the same request will be refused again. */
        public Deny(DenyReason reason, String message) {
            this(reason, message, null);
        }
    }
}
