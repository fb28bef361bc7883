/**
 * One HTTPS server for every process of Mooring that is called over the network: TLS that can be
 * changed while it serves, a limit on bodies, health, metrics, and an end without a failed call.
 *
 * <p>It knows HTTP and nothing else: no Kubernetes, no admission. A {@link
 * dev.mooring.server.RequestHandler} is called on an event loop with a whole body, answers from memory,
 * or later where memory does not know, and must not block. Vert.x appears in no public signature.
 *
 * <p>Begin with {@link dev.mooring.server.HttpsServer}; what becomes of one request is in {@code Routes}
 * and {@code Exchange}.
 */
@NullMarked
package dev.mooring.server;

import org.jspecify.annotations.NullMarked;
