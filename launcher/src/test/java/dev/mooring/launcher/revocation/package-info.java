/**
 * Tries whether revocation keeps its promise: many clients grant and revoke while pods ask, webhook replicas meet random faults,
 * are stopped, killed and started again, and afterwards the API server's own log is judged.
 *
 * <p>Begin at {@link dev.mooring.launcher.revocation.InterleavingsIT}; the judge is {@code history}, which shares nothing with
 * what it judges.
 */
@NullMarked
package dev.mooring.launcher.revocation;

import org.jspecify.annotations.NullMarked;
