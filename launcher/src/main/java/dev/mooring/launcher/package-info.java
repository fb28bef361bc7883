/**
 * The one entry point of Mooring: a sub-command for each process.
 *
 * <p>It reads the command line and the environment, starts one process and stops it on SIGTERM; it decides nothing.
 * It is the only package that may see more than one process, and nothing may depend on it. Begin at {@link
 * dev.mooring.launcher.Main}.
 */
@NullMarked
package dev.mooring.launcher;

import org.jspecify.annotations.NullMarked;
