/**
 * The certificates of one throw-away cluster.
 *
 * <p>Keys are P-256 and live as PEM files in the cluster's directory. Nothing here is fit for a cluster that matters: the
 * authority signs whatever it is asked to. Begin reading at {@link dev.mooring.testcluster.pki.Authority}.
 */
@NullMarked
package dev.mooring.testcluster.pki;

import org.jspecify.annotations.NullMarked;
