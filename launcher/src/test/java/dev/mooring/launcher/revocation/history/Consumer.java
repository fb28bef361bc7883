package dev.mooring.launcher.revocation.history;

import java.time.Instant;

/**
 * One request for a pod that uses one data volume of another project.
 *
 * @param pod its name
 * @param use what it uses
 * @param received when the API server got the request
 * @param completed when the API server had answered it
 * @param answer what that answer was
 */
public record Consumer(String pod, Use use, Instant received, Instant completed, Answer answer) {
    /** Whether it was let in. */
    public boolean isAdmitted() {
        return answer instanceof Answer.Admitted;
    }

    /** Whether Mooring was heard about it. */
    boolean isAnswered() {
        return !(answer instanceof Answer.Failed);
    }
}
