package dev.mooring.launcher.revocation.history;

import java.time.Instant;

/**
 * One request for a pod that uses one data volume of another project.
 *
 * @param pod its name
 * @param use what it uses
 * @param received when the API server got the request
 * @param completed when the API server had answered it
 * @param isAdmitted whether it was let in
 */
public record Consumer(String pod, Use use, Instant received, Instant completed, boolean isAdmitted) {}
