/** Tests of the server: rules without I/O, and the server itself over TLS on a port of this machine. */
@NullMarked
package dev.mooring.server;

import org.jspecify.annotations.NullMarked;
