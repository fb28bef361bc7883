package dev.mooring.launcher.attack;

/** What became of an attempt. */
sealed interface Outcome {
    /** A policy or webhook of the chart turned it away, and left {@code reason} in the audit log. */
    record RefusedByUs(String guard, String reason) implements Outcome {
        @Override
        public String toString() {
            return "refused by `" + guard + "`: " + reason;
        }
    }

    /** The API server turned it away, for a webhook that must be asked gave no answer. */
    record RefusedUnjudged(String webhook) implements Outcome {
        @Override
        public String toString() {
            return "refused by Kubernetes, for `" + webhook + "` gives no answer";
        }
    }

    /** RBAC turned it away: nobody who has this right only can do that. */
    record RefusedByRbac() implements Outcome {
        @Override
        public String toString() {
            return "refused by RBAC";
        }
    }

    /** The API server turned it away by rules that are always there: its own, or those of our schema. */
    record RefusedByApiServer(String rules) implements Outcome {
        @Override
        public String toString() {
            return "refused by " + rules;
        }
    }

    /** An administrator, who may do it, was let through, and the owner of the data is told. */
    record Told(String how) implements Outcome {
        @Override
        public String toString() {
            return "let through, for an administrator: " + how;
        }
    }

    /** It was let through and achieves nothing. */
    record NoEffect(String because) implements Outcome {
        @Override
        public String toString() {
            return "no effect: " + because;
        }
    }
}
