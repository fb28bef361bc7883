/** Tests of certificates: what is signed and when without I/O, where it is kept against a real API server. */
@NullMarked
package dev.mooring.certs;

import org.jspecify.annotations.NullMarked;
