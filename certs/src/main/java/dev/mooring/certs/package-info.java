/**
 * A certificate authority of our own and the serving certificate that it signs: made, kept in a Secret,
 * renewed, and made known to the API server.
 *
 * <p>Keys live in memory and in that one Secret: nothing here writes them to a log, an exception or a
 * {@code toString}. Times are arguments. What is signed and when it is renewed are pure functions ({@link
 * dev.mooring.certs.CertificateAuthority}, {@code Renewal}); only {@link
 * dev.mooring.certs.CertificateStore} and {@link dev.mooring.certs.CaBundlePublisher} talk to the API
 * server. Begin with the store.
 */
@NullMarked
package dev.mooring.certs;

import org.jspecify.annotations.NullMarked;
